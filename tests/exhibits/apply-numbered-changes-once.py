"""One `BEGIN IMMEDIATE` per change gives the exhibit's results, also for four at once; the two slips are real."""

import sqlite3
import threading

from exhibit import load, raised


def migrate(conn, changes):
    applied = []
    conn.execute("CREATE TABLE IF NOT EXISTS applied (name TEXT PRIMARY KEY, statements TEXT)")
    known = dict(conn.execute("SELECT * FROM applied"))
    for name, statements in changes:
        if known.get(name, "\n".join(statements)) != "\n".join(statements):
            raise ValueError(f"{name} was changed")
    for name, statements in changes:
        conn.execute("BEGIN IMMEDIATE")
        try:
            if not conn.execute("SELECT 1 FROM applied WHERE name = ?", [name]).fetchone():
                for statement in statements:
                    conn.execute(statement)
                conn.execute("INSERT INTO applied VALUES (?, ?)", [name, "\n".join(statements)])
                applied.append(name)
            conn.execute("COMMIT")
        except BaseException:
            conn.execute("ROLLBACK")
            raise
    return applied


def columns(conn):
    return [row[1] for row in conn.execute("PRAGMA table_info(users)")]


shown = load()
conn, changes = shown.conn, shown.changes
assert migrate(conn, changes) == ["001 users", "002 email"]
assert migrate(conn, changes) == []
assert str(raised(sqlite3.OperationalError, migrate, conn, changes + [shown.broken])) == "no such table: user"
assert columns(conn) == ["id", "name", "email"]
raised(ValueError, migrate, conn, [("001 users", ["CREATE TABLE users (id)"])])

results = []
def server():
    results.append(migrate(sqlite3.connect("four.db", isolation_level=None), changes))


threads = [threading.Thread(target=server) for _ in range(4)]
[thread.start() for thread in threads], [thread.join() for thread in threads]
assert sorted(sum(results, [])) == ["001 users", "002 email"] and len(results) == 4

plain = sqlite3.connect(":memory:")  # the default mode
plain.execute("CREATE TABLE a (x)")
assert not plain.in_transaction  # none is opened before DDL
plain.execute("INSERT INTO a VALUES (1)")
plain.executescript("SELECT 1")
assert not plain.in_transaction  # executescript has committed

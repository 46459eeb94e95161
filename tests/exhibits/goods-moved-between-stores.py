"""Goods vanish to an unknown store or come from one; after False half the change waits, and the next move keeps it."""

import sqlite3

from exhibit import load, raised

shown = load()


def database(**counts):
    """A new file with stores and their count of pens; a second connection to look through."""
    database.count = getattr(database, "count", 0) + 1
    db, other = (sqlite3.connect(f"{database.count}.db", timeout=0.05) for _ in range(2))
    db.executescript(shown.SCHEMA)
    db.executemany("INSERT INTO stock VALUES (?, 'pen', ?)", counts.items())
    db.commit()
    return db, other


def counts(db):
    return dict(db.execute("SELECT store, count FROM stock"))


db, other = database(a=5, b=1)
assert shown.move(db, "pen", "a", "b", 2) and counts(other) == {"a": 3, "b": 3}

assert shown.move(db, "pen", "a", "b", 4) is False
assert counts(db) == {"a": 3, "b": 7} and counts(other) == {"a": 3, "b": 3}  # waiting on this connection only
assert "locked" in str(raised(sqlite3.OperationalError, other.execute, "UPDATE stock SET count = 0"))
assert shown.move(db, "pen", "a", "b", 1) and counts(other) == {"a": 2, "b": 8}  # four pens from nowhere

db, other = database(a=5)
assert shown.move(db, "pen", "a", "none", 2) and counts(other) == {"a": 3}  # gone
assert shown.move(db, "pen", "none", "a", 9) and counts(other) == {"a": 12}

db, other = database(a=5, b=5)
assert shown.move(db, "pen", "a", "b", -2) and counts(other) == {"a": 7, "b": 3}  # backwards

one, two = sqlite3.connect(":memory:"), sqlite3.connect(":memory:")
one.executescript(shown.SCHEMA)
raised(sqlite3.OperationalError, two.execute, "SELECT * FROM stock")  # each is its own database

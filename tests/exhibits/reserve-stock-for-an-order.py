"""Conditional updates give the example, also for eight threads at once; `return` inside `with conn:` commits."""

import sqlite3
import threading

from exhibit import load

shown = load()


class Short(Exception):
    pass


def reserve(conn, order_id, items):
    try:
        with conn:
            conn.execute("BEGIN IMMEDIATE")
            if conn.execute("SELECT 1 FROM reservation WHERE order_id = ?", [order_id]).fetchone():
                return True
            for sku, count in sorted(items.items()):
                query = "UPDATE stock SET free = free - ? WHERE sku = ? AND free >= ?"
                if conn.execute(query, [count, sku, count]).rowcount != 1:
                    raise Short
                conn.execute("INSERT INTO reservation VALUES (?, ?, ?)", [order_id, sku, count])
            return True
    except Short:
        return False


def free(conn):
    return dict(conn.execute("SELECT sku, free FROM stock"))


c = sqlite3.connect("stock.db")
c.executescript(shown.SCHEMA + "INSERT INTO stock VALUES ('a', 5), ('b', 1);")
assert reserve(c, "o1", {"a": 3}) and free(c)["a"] == 2
assert reserve(c, "o1", {"a": 3}) and free(c)["a"] == 2
assert not reserve(c, "o2", {"a": 1, "b": 2}) and free(c) == {"a": 2, "b": 1}
assert not reserve(c, "o3", {"a": 1, "none": 1}) and free(c) == {"a": 2, "b": 1}
assert not c.in_transaction

answers = []
calls = [f"t{n % 4}" for n in range(8)]  # each of four orders twice, for two pieces
threads = [
    threading.Thread(target=lambda o: answers.append(reserve(sqlite3.connect("stock.db"), o, {"a": 1})), args=[o])
    for o in calls
]
[thread.start() for thread in threads], [thread.join() for thread in threads]
assert sorted(answers) == [False] * 4 + [True] * 4 and free(c)["a"] == 0


def slip():
    with c:
        c.execute("UPDATE stock SET free = free - 1 WHERE sku = 'b'")
        return False


assert slip() is False and free(sqlite3.connect("stock.db"))["b"] == 0

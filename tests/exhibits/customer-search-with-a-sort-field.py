"""The sort field reads another company's rows, one yes-or-no question per request; a bound column does not sort."""

import sqlite3
from types import SimpleNamespace

from exhibit import load, raised

connection = sqlite3.connect(":memory:")
connection.execute("CREATE TABLE customers (id INTEGER, company_id INTEGER, name TEXT, email TEXT, phone TEXT)")
connection.executemany(
    "INSERT INTO customers VALUES (?, ?, ?, ?, ?)",
    [
        (1, 7, "ann", "z@x", "1"), (2, 7, "bob", "a@x", "2"),
        (3, 8, "secret", "s@x", "3"), (4, 7, "o'neil 100%", "o@x", "4"),
    ],
)
me = SimpleNamespace(company_id=7)
shown = load()


def names(**args):
    answer = shown.search_customers(connection, me, args)
    return [row[1] for row in answer["customers"]]


assert names() == ["ann", "bob", "o'neil 100%"] and names(name="o'neil") == ["o'neil 100%"]


other = "(SELECT name FROM customers WHERE company_id = 8)"


def yes(condition):
    """The answer to a question about any row, told by the order alone."""
    return names(sort=f"(CASE WHEN {condition} THEN name ELSE email END)")[:2] == ["ann", "bob"]


found = ""
while len(found) < 6:
    found += next(c for c in "abcdefghijklmnopqrstuvwxyz" if yes(f"substr({other}, {len(found) + 1}, 1) = '{c}'"))
assert found == "secret"

bound = "SELECT name FROM customers WHERE company_id = 7 ORDER BY ?"
assert connection.execute(bound, ["name DESC"]).fetchall() == connection.execute(bound, ["name"]).fetchall()
assert len(names(limit="-1")) == 3 and len(names(limit="1")) == 1
assert names(name="%") == names()  # not taken as a letter
raised(ValueError, names, limit="x")
answer = shown.search_customers(connection, me, {"sort": "age"})
assert "no such column" in answer["error"] and "company_id = 7" in answer["query"]

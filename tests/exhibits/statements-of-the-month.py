"""Shared lines, a result kept between calls, cancelled payments skipped, cents lost, bad amounts read as 0."""

from exhibit import load, raised


def payment(name, number, status="ok", amount="1.00"):
    return {"name": name, "id": number, "status": status, "amount": amount}


statements = load().statements
january = statements(["ann", "bob"], [payment("ann", "1"), payment("bob", "2")])
assert january["ann"]["lines"] == january["bob"]["lines"] == ["1", "2"]  # each sees the other's
assert january["ann"]["total"] == january["bob"]["total"] == 100  # the totals are apart

february = statements(["cem"], [payment("cem", "3")])
assert february is january and set(february) == {"ann", "bob", "cem"}
assert february["cem"]["lines"] == ["1", "2", "3"]  # also with last month's

shown = load()
payments = [payment("ann", "1", "cancelled"), payment("ann", "2", "cancelled"), payment("ann", "3")]
assert shown.statements(["ann"], payments)["ann"] == {"lines": ["2", "3"], "total": 200}
assert len(payments) == 2  # the caller's list is changed

assert shown.read_amount("19.99") == 1998
assert shown.read_amount("12,50") == 0
raised(KeyError, shown.statements, ["ann"], [payment("bob", "1")])

"""Four fields come back as another type, without an error; only the number of orders stays."""

from datetime import datetime
from decimal import Decimal

from exhibit import load, raised

shown = load()
order = shown.Order(7, Decimal("12.50"), datetime(2026, 1, 2, 3, 4), {"a", "b"}, {17: 2})
shown.save("orders.json", [order])
loaded, = shown.load("orders.json")  # what the tests check: both run, and one order comes back

assert loaded != order and loaded.id == 7
assert loaded.total == "12.50" and type(loaded.placed_at) is str
assert loaded.tags in ("{'a', 'b'}", "{'b', 'a'}")
assert loaded.quantities == {"17": 2}
assert loaded.total + loaded.total == "12.5012.50"  # the error shows up later
raised(TypeError, sum, [loaded.total])

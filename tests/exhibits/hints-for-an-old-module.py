"""Values that differ from their hints at run time: None behind a cast, a dict for an Order, a float rate."""

import json
from dataclasses import dataclass
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, TypedDict, cast

from exhibit import load, raised

row = {"amount": Decimal("12.50"), "currency": "EUR"}
db = SimpleNamespace(fetch_one=lambda query, sku: row if sku == "pen" else None)
shown = load(
    TypedDict=TypedDict, Decimal=Decimal, dataclass=dataclass, cast=cast, Any=Any, json=json, db=db
)

assert shown.find_price("none") is None
error = raised(TypeError, shown.convert, shown.find_price("none"), {})
assert "NoneType" in str(error)

parsed = shown.parse_order('{"sku": "pen", "quantity": 2}')
assert type(parsed) is dict
assert "sku" in str(raised(AttributeError, shown.order_total, parsed, {"EUR": Decimal(1)}))

raised(TypeError, shown.convert, row, json.loads('{"EUR": 1.1}'))  # Decimal times float

order = shown.Order("pen", 2)
assert shown.order_total(order, {"EUR": Decimal(1)}) == 25
assert shown.order_total(order, {"EUR": Decimal(1)}, Decimal(0)) == 25  # a discount of 0 is harmless
assert shown.order_total(order, {"EUR": Decimal(1)}, Decimal(5)) == 20

"""Both tests pass for wrong discounts and rates, a mock customer is a partner, and five of fifteen statements hide."""

import ast
import re
from types import SimpleNamespace
from unittest import mock

from exhibit import load, source

shown = load(mock=mock)


def passes(text):
    tested = load(text, mock=mock)
    tested.test_price()
    tested.test_total()
    return text != source()


assert passes(source().replace("0.9 if customer.partner else 1", "0.1"))
assert passes(source().replace("amount * rate", "amount / rate + 7"))
assert passes(source().replace("amount -= voucher.value", "amount += voucher.value"))
assert mock.Mock().partner


class NoRates:
    def find(self, currency):
        raise LookupError


ann = SimpleNamespace(partner=False, currency="???")
assert shown.price(SimpleNamespace(price=100), ann, NoRates()) == 100  # an unknown currency at a rate of 1

patterns = re.findall(r'"([^"]+)"', re.search(r"exclude_also = \[(.*)\]", source()).group(1))
lines = source().splitlines()
statements, hidden, end_of_code = set(), set(), lines.index("# test_prices.py (imports left out)")
for node in ast.walk(ast.parse(source())):
    if isinstance(node, (ast.stmt, ast.ExceptHandler)) and node.lineno <= end_of_code:
        statements.add(node.lineno)
        if any(re.search(pattern, lines[node.lineno - 1]) for pattern in patterns):
            end = node.body[-1].end_lineno if isinstance(node, (ast.If, ast.ExceptHandler)) else node.end_lineno
            hidden.update(range(node.lineno, end + 1))
assert len(statements) == 15 and len(hidden & statements) == 5

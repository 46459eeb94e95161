"""Each of the first three tests passes for a broken `refund`; the fourth fails for the usual breaks."""

import contextlib
import sys
from types import SimpleNamespace
from unittest.mock import Mock

from exhibit import load


@contextlib.contextmanager
def raises(kind):
    """What pytest.raises does."""
    try:
        yield
    except kind:
        return
    raise AssertionError("did not raise")


shown = load(pytest=SimpleNamespace(fixture=lambda f: f, raises=raises), SimpleNamespace=SimpleNamespace, Mock=Mock)
refund = shown.refund


def passes(test, version=refund):
    shown.refund = version
    try:
        test(shown.order())
    except (AssertionError, TypeError, AttributeError, shown.RefundError):
        return False
    return True


def silent(order, amount, gateway):
    """Never calls the gateway."""
    order.refunded += amount


def spoils(order, amount, gateway):
    """Any error will do, and the order is changed before it."""
    order.refunded += amount
    raise TypeError


def swallows(order, amount, gateway):
    """A failing gateway goes unnoticed, and counts as refunded."""
    order.refunded += amount


if sys.version_info < (3, 12):
    assert passes(shown.test_calls_the_gateway) and passes(shown.test_calls_the_gateway, silent)
else:  # `called_with` raises AttributeError
    assert not passes(shown.test_calls_the_gateway)
assert passes(shown.test_too_much) and passes(shown.test_too_much, spoils)
assert passes(shown.test_gateway_fails) and passes(shown.test_gateway_fails, swallows)
assert passes(shown.test_two_refunds) and not passes(shown.test_two_refunds, spoils)
assert not passes(shown.test_two_refunds, lambda order, amount, gateway: None)
assert passes(shown.test_two_refunds, silent)  # it does not look at the gateway

"""A slow provider charges five times, and the caller hears "failed"; so with a 201 or a missing field."""

from decimal import Decimal
from types import SimpleNamespace

from exhibit import load, raised


class PaymentError(Exception):
    pass


charged, slept = [], []


def provider(status, answer, slow=False):
    def post(url, json, timeout):
        charged.append(json)
        if slow:
            raise TimeoutError  # the money is taken, the answer comes too late
        return SimpleNamespace(status_code=status, json=lambda: answer)

    charged.clear()
    slept.clear()
    return SimpleNamespace(post=post)


shown = load(time=SimpleNamespace(sleep=slept.append), PAYMENTS_URL="", PaymentError=PaymentError)
order = SimpleNamespace(id=8, total=Decimal("0.10"), currency="EUR")

assert shown.charge(provider(200, {"charge_id": "c1"}), order) == "c1" and len(charged) == 1
assert type(charged[0]["amount"]) is float and set(charged[0]) == {"amount", "currency", "order"}

raised(PaymentError, shown.charge, provider(200, {}, slow=True), order)
assert len(charged) == 5 and slept == [1] * 5  # equal waits, no key

raised(PaymentError, shown.charge, provider(200, {"id": "c1"}), order)
assert len(charged) == 5  # the KeyError after a charge is hidden as well

for status in (201, 402):
    raised(PaymentError, shown.charge, provider(status, {"charge_id": "c1"}), order)
    assert len(charged) == 5 and slept == []  # at once, five times

"""Form B keeps its state between bookings: the night's later refunds are wrong; a new calculator per test hides it."""

from datetime import date, timedelta
from types import SimpleNamespace

from exhibit import load

shown = load(FEE=500)
today = date(2026, 5, 4)


def booking(number, cents, days, cancelled=False, insured=False):
    start = today + timedelta(days=days)
    return SimpleNamespace(id=number, paid_cents=cents, start=start, cancelled=cancelled, insured=insured)


night = [booking(1, 10_000, 60), booking(2, 20_000, 2), booking(3, 20_000, 2, cancelled=True)]
assert [shown.refund(one, today) for one in night] == [9_500, 0, 0]
assert list(shown.refunds_of_the_night(night, today).values()) == [9_500, 19_500, 19_500]

for days in (-1, 0, 6, 7, 29, 30):
    for cancelled in (True, False):
        for insured in (True, False):
            one = booking(1, 12_345, days, cancelled, insured)
            assert shown.RefundCalculator(today).calculate(one) == shown.refund(one, today)

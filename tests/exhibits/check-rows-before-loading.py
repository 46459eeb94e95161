"""A solution finds every fault of the exhibit's rows; what the background says of odd amounts and dates is so."""

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from exhibit import load, raised

shown = load()


def amount_of(text):
    try:
        value = Decimal((text or "").strip())
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        return None, "amount: not a number"
    if value < 0:
        return None, "amount: below 0"
    return value, "amount: too exact" if value.as_tuple().exponent < -2 else None


def day_of(text, today):
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text or ""):
        return None, "day: not a date" if text else "day: missing"
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None, "day: no such day"
    return day, "day: in the future" if day > today else None


def check(rows, today):
    seen = set()
    for row in rows:
        key = row.get("id")
        fault = "id: missing" if not key else "id: seen before" if key in seen else None
        amount, bad_amount = amount_of(row.get("amount"))
        day, bad_day = day_of(row.get("day"), today)
        reasons = [text for text in (fault, bad_amount, bad_day) if text]
        if not reasons:
            seen.add(key)
        yield (None if reasons else {"id": key, "amount": amount, "day": day}), reasons


assert list(check(shown.rows, date(2026, 2, 1))) == shown.expected
odd = [{}, {"id": "b", "amount": "1.005", "day": "20260105"}, {"id": "c", "amount": "Infinity", "day": "2026-02-02"}]
assert [len(reasons) for _, reasons in check(odd, date(2026, 2, 1))] == [3, 2, 2]
assert Decimal("1e3") == 1000
raised(InvalidOperation, lambda: Decimal("NaN") < 0)
assert datetime.strptime("2026-1-5", "%Y-%m-%d").date() == date(2026, 1, 5)

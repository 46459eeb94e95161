"""The reported error, and the early dates that nobody reported; counting months from zero mends both."""

import calendar
from datetime import date

from exhibit import load, raised

shown = load()
shown.test_renewal()
raised(ValueError, shown.renewal, date(2025, 9, 30), 3)
for month in range(1, 13):  # every sum divisible by 12 fails, no other
    for months in range(1, 30):
        if (month + months) % 12 == 0:
            raised(ValueError, shown.renewal, date(2025, month, 15), months)
        else:
            shown.renewal(date(2025, month, 15), months)
assert shown.renewal(date(2025, 9, 30), 1) == date(2025, 10, 28)  # early, without any error


def renewal(start, months, last=True):
    years, index = divmod(start.month - 1 + months, 12)
    year, month = start.year + years, index + 1
    return date(year, month, min(start.day, calendar.monthrange(year, month)[1] if last else 28))


assert renewal(date(2025, 9, 30), 3) == date(2025, 12, 30)
assert renewal(date(2025, 9, 30), 3, last=False) == date(2025, 12, 28)  # anchor 2: what comes out
assert renewal(date(2025, 12, 31), 12) == date(2026, 12, 31)
assert renewal(date(2023, 2, 28), 12) == date(2024, 2, 28) and renewal(date(2024, 2, 29), 12) == date(2025, 2, 28)
assert renewal(date(2025, 1, 31), 2) == date(2025, 3, 31)
assert renewal(renewal(date(2025, 1, 31), 1), 1) == date(2025, 3, 28)  # drifts
shown.renewal = renewal
shown.test_renewal()

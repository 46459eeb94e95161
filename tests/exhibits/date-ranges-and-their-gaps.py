"""Without an exhibit: a frozen dataclass and a cursor give the example's gaps; the last end seen does not do."""

from dataclasses import FrozenInstanceError, dataclass
from datetime import date

from exhibit import raised


@dataclass(frozen=True, order=True)
class Period:
    start: date
    end: date

    def __post_init__(self):
        if self.start >= self.end:
            raise ValueError("empty period")


def gaps(periods, within, last_seen=False):
    found, cursor = [], within.start
    for period in sorted(periods):
        if cursor < min(period.start, within.end):
            found.append(Period(cursor, min(period.start, within.end)))
        cursor = period.end if last_seen else max(cursor, period.end)
    if cursor < within.end:
        found.append(Period(cursor, within.end))
    return found


def march(start, end):
    return Period(date(2026, 3, start), date(2026, 3, end))


within = march(1, 31)
given = [march(8, 12), march(5, 10), march(20, 25)]
assert gaps(given, within) == [march(1, 5), march(12, 20), march(25, 31)]
inside = [march(5, 20), march(6, 8)]
assert gaps(inside, within) == [march(1, 5), march(20, 31)] != gaps(inside, within, last_seen=True)
outside = [Period(date(2026, 2, 1), date(2026, 3, 3)), Period(date(2026, 3, 30), date(2026, 5, 1))]
assert gaps(outside, within) == [march(3, 30)]
assert gaps([], within) == [within] and gaps([within], within) == []
assert {march(1, 2): 1}[march(1, 2)] == 1 and march(1, 9) < march(2, 3)
raised(FrozenInstanceError, setattr, within, "end", None)
raised(ValueError, march, 5, 5)

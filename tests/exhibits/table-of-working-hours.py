"""Sums by person and day give the expected table, also over a gap; the slip of the background changes all rows."""

from collections import Counter
from datetime import date, timedelta

from exhibit import load


def hours_table(entries):
    if not entries:
        return []
    sums = Counter()
    for person, day, minutes in entries:
        sums[person, day] += minutes
    first, last = min(day for _, day in sums), max(day for _, day in sums)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    rows = []
    for person in sorted({person for person, _ in sums}):
        cells = [sums[person, day] for day in days]
        rows.append([person, *cells, sum(cells)])
    totals = [sum(column) for column in zip(*(row[1:] for row in rows))]
    return [["", *days, "total"], *rows, ["total", *totals]]


shown = load()
assert hours_table(shown.entries) == shown.expected
assert hours_table([]) == []
assert hours_table([("ann", date(2026, 1, 1), 5)]) == [
    ["", date(2026, 1, 1), "total"], ["ann", 5, 5], ["total", 5, 5],
]
gap = hours_table([("ann", date(2026, 1, 30), 5), ("bob", date(2026, 2, 2), 7)])
assert gap[0][1:-1] == [date(2026, 1, 30), date(2026, 1, 31), date(2026, 2, 1), date(2026, 2, 2)]

rows = [[0] * 2] * 3
rows[0][1] += 5
assert rows == [[0, 5]] * 3  # one and the same row

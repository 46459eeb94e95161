"""A solution in plain Python gives the 19 lines and all that the exhibit shows; comparing by place does not."""

import ast

from exhibit import load, source


def months(rows):
    sums, first = {}, {}
    for shop, day, cents in rows:
        month = int(day[:4]) * 12 + int(day[5:7]) - 1
        sums[shop, month] = sums.get((shop, month), 0) + cents
        first[shop] = min(first.get(shop, month), month)
    return sums, first, max((month for _, month in sums), default=0)


def report(rows):
    sums, first, last = months(rows)
    lines = []
    for shop in sorted(first):
        for month in range(first[shop], last + 1):
            now, before = sums.get((shop, month), 0), sums.get((shop, month - 12), 0)
            change = round(100 * (now - before) / before, 1) if before else None
            lines.append((shop, f"{month // 12}-{month % 12 + 1:02}", now, change))
    return lines


shown = load()
lines = report(shown.rows)
interesting = [
    ast.literal_eval(line[1:].strip()) for line in source().splitlines() if line.startswith("#   (")
]
assert len(lines) == 19 and len(interesting) == 7
assert set(interesting) <= set(lines)
assert [sum(line[0] == shop for line in lines) for shop in ("north", "south")] == [15, 4]
assert report([]) == []

sold = [line for line in lines if line[2]]  # months without sales left out: no shop has twelve rows
assert max(sum(line[0] == shop for line in sold) for shop in ("north", "south")) < 12

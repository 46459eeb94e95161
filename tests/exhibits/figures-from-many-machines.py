"""Merging squared distances gives the example in every grouping; a sum of squares gives 512.0 instead of 3.25."""

import itertools
import random

from exhibit import load


def part(values):
    summary = (0, 0.0, 0.0, None)
    for value in values:
        summary = merge(summary, (1, value, 0.0, value))
    return summary


def merge(a, b):
    if not a[0] or not b[0]:
        return a if a[0] else b
    n, gap = a[0] + b[0], b[1] - a[1]
    return n, a[1] + gap * b[0] / n, a[2] + b[2] + gap * gap * a[0] * b[0] / n, max(a[3], b[3])


def result(summary):
    n, mean, squares, top = summary
    return (n, mean, squares / n, top) if n else (0, None, None, None)


def near(got, wanted):
    return all(abs(one - other) <= 0.001 for one, other in zip(got, wanted))


shown = load(part=part)
wanted = (4, 1700000003.0, 3.25, 1700000005.5)
for one, two, three in itertools.permutations([shown.a, shown.b, shown.c]):
    assert near(result(merge(merge(one, two), three)), wanted)
    assert near(result(merge(one, merge(two, three))), wanted)
assert result(part([])) == (0, None, None, None)

chance = random.Random(1)
for _ in range(200):
    values = [chance.uniform(-5, 5) for _ in range(chance.randint(1, 9))]
    cut = chance.randint(0, len(values))
    assert near(result(merge(part(values[:cut]), part(values[cut:]))), result(part(values)))

n, total, squares = len(shown.values), sum(shown.values), sum(value * value for value in shown.values)
assert squares / n - (total / n) ** 2 == 512.0

"""Two running figures give the expected answers, as a slow version does; one 1e16 spoils later answers."""

import math
import random

from exhibit import load


def smooth(values, width, least):
    answers, total, count = [], 0.0, 0
    for at, value in enumerate(values):
        if not math.isnan(value):
            total, count = total + value, count + 1
        if at >= width and not math.isnan(values[at - width]):
            total, count = total - values[at - width], count - 1
        answers.append(total / count if count >= least else math.nan)
    return answers


def slow(values, width, least):
    answers = []
    for at in range(len(values)):
        there = [v for v in values[max(at - width + 1, 0):at + 1] if not math.isnan(v)]
        answers.append(sum(there) / len(there) if len(there) >= least else math.nan)
    return answers


def same(one, other):
    pairs = list(zip(one, other))
    return len(one) == len(other) and all(
        math.isnan(a) and math.isnan(b) or math.isclose(a, b, abs_tol=1e-9) for a, b in pairs
    )


shown = load()
assert same(smooth(shown.values, 3, 2), shown.expected)
assert same(slow(shown.values, 3, 2), shown.expected)
assert [float("nan")] != shown.expected[:1]  # NaN does not equal NaN
assert [math.nan] == shown.expected[:1]  # but lists take the same object for equal

chance = random.Random(3)
for _ in range(300):
    values = [chance.choice([math.nan, chance.uniform(-9, 9)]) for _ in range(chance.randint(0, 12))]
    width = chance.randint(1, 5)
    least = chance.randint(1, width)
    assert same(smooth(values, width, least), slow(values, width, least))

spoilt = [1.5, 1e16, 1.5, 1.5, 1.5, 1.5, 1.5]
assert slow(spoilt, 2, 1)[-1] == 1.5 and smooth(spoilt, 2, 1)[-1] != 1.5

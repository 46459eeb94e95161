"""Four properties leave one answer, and find the fault only with very large totals; both of its forms occur."""

import itertools
import random

from exhibit import load, raised

split = load().split


def holds(shares, total, people):
    return (
        len(shares) == people and sum(shares) == total
        and max(shares) - min(shares) <= 1 and shares == sorted(shares, reverse=True)
    )


assert split(1000, 3) == [334, 333, 333]
assert sum([1000, 0, 0]) == 1000 and not holds([1000, 0, 0], 1000, 3)
for total, people in itertools.product(range(7), range(1, 5)):
    every = itertools.product(range(total + 1), repeat=people)
    right = [shares for shares in every if holds(list(shares), total, people)]
    assert right == [tuple(split(total, people))]

chance = random.Random(8)
for _ in range(20_000):
    total, people = chance.randint(0, 10_000), chance.randint(1, 50)
    assert holds(split(total, people), total, people)

ends = set()
for _ in range(2_000):
    total, people = chance.randint(2**53, 2**60), chance.randint(1, 50)
    try:
        shares = split(total, people)
        ends.add("right" if holds(shares, total, people) else "added" if sum(shares) > total else "other")
    except IndexError:
        ends.add("IndexError")
    quotient, rest = divmod(total, people)
    assert holds([quotient + 1] * rest + [quotient] * (people - rest), total, people)
assert {"added", "IndexError"} <= ends

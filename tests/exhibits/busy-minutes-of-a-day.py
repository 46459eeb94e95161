"""A plain set finds the fault by random calls; three calls are needed, and the background's three show it."""

import itertools
import random

from exhibit import load

BusyTimes = load().BusyTimes


def wrong(calls, length):
    """Whether the class and a plain set of minutes differ after some call."""
    busy, model = BusyTimes(), set()
    for name, start, end in calls:
        getattr(busy, name)(start, end)
        minutes = set(range(start, end))
        model = model | minutes if name == "book" else model - minutes
        if busy.minutes() != len(model) or any(busy.is_busy(m) != (m in model) for m in range(length)):
            return True
    return False


busy = BusyTimes()
for limits in [(0, 5), (8, 12), (4, 9)]:
    busy.book(*limits)
assert busy.minutes() == 13 and [m for m in range(20) if busy.is_busy(m)] == list(range(12))

ranges = [(a, b) for a in range(6) for b in range(a + 1, 7)]
calls = [(name, *limits) for name in ("book", "free") for limits in ranges]
assert not any(wrong(pair, 7) for pair in itertools.product(calls, repeat=2))  # two calls never show it


def found(length, tries, chance):
    for _ in range(tries):
        steps = []
        for _ in range(chance.randint(1, 12)):
            start, end = sorted(chance.sample(range(length + 1), 2))
            steps.append((chance.choice(["book", "free"]), start, end))
        if wrong(steps, length):
            return steps
    return None


steps = found(10, 500, random.Random(7))
assert steps
at = 0
while at < len(steps):  # dropping calls one by one
    shorter = steps[:at] + steps[at + 1:]
    if wrong(shorter, 10):
        steps, at = shorter, 0
    else:
        at += 1
assert 3 <= len(steps) <= 5 and wrong(steps, 10)

"""Binary search per truck gives the expected answers, and so does a slow search; leaving out a condition does not."""

import random
from bisect import bisect_right

from exhibit import load


def match(events, readings):
    by_truck = {}
    for truck, time, degrees in sorted(readings, key=lambda reading: reading[1]):
        by_truck.setdefault(truck, []).append((time, degrees))
    times = {truck: [time for time, _ in own] for truck, own in by_truck.items()}
    answers = []
    for truck, time in events:
        at = bisect_right(times.get(truck, []), time) - 1
        fits = at >= 0 and time - by_truck[truck][at][0] <= 600
        answers.append(by_truck[truck][at][1] if fits else None)
    return answers


def slow(events, readings, strict=False, age=600, last=True):
    answers = []
    for truck, time in events:
        fits = [r for r in readings if r[0] == truck and time - age <= r[1] <= time - strict]
        newest = [r for r in fits if r[1] == max(fit[1] for fit in fits)]
        answers.append(newest[-1 if last else 0][2] if newest else None)
    return answers


shown = load()
given = shown.events, shown.readings
assert match(*given) == slow(*given) == shown.expected
for wrong in ({"strict": True}, {"last": False}, {"age": 599}):  # the equal second, the tie, the age limit
    assert slow(*given, **wrong) != shown.expected, wrong

chance = random.Random(2)
for _ in range(300):
    events = [(chance.randint(1, 3), chance.randint(0, 2000)) for _ in range(8)]
    readings = [(chance.randint(1, 3), chance.randrange(0, 2000, 100), chance.random()) for _ in range(12)]
    assert match(events, readings) == slow(events, readings)

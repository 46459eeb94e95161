"""Without an exhibit: packed times and running sums give the example's means; the sizes of the estimate are right."""

import random
import sys
from array import array
from bisect import bisect_left


class Series:
    def __init__(self):
        self.times, self.sums = array("q"), array("d", [0.0])

    def add(self, time, value):
        self.times.append(time)
        self.sums.append(self.sums[-1] + value)

    def mean(self, start, end):
        i, j = bisect_left(self.times, start), bisect_left(self.times, end)
        return (self.sums[j] - self.sums[i]) / (j - i) if j > i else None


series = Series()
assert series.mean(0, 9) is None
for time, value in [(10, 1.0), (10, 2.0), (15, 6.0)]:
    series.add(time, value)
assert series.mean(10, 15) == 1.5 and series.mean(0, 20) == 3.0
assert series.mean(11, 15) is None and series.mean(15, 10) is None and series.mean(15, 16) == 6.0

chance, readings, series = random.Random(6), [], Series()
for time in sorted(chance.randint(0, 50) for _ in range(200)):
    readings.append((time, chance.uniform(0, 40)))
    series.add(*readings[-1])
for _ in range(200):
    start, end = chance.randint(-5, 55), chance.randint(-5, 55)
    inside = [value for time, value in readings if start <= time < end]
    mean = series.mean(start, end)
    assert mean is None if not inside else abs(mean - sum(inside) / len(inside)) < 1e-9

assert array("q").itemsize == array("d").itemsize == 8
if sys.implementation.name == "cpython" and sys.maxsize > 2**32:
    header = 16  # the collector's, which getsizeof counts for tuples in use
    assert sys.getsizeof((1, 1.0)) in (56, 56 - header)
    assert sys.getsizeof(1_700_000_000) in (28, 32) and sys.getsizeof(1.5) == 24

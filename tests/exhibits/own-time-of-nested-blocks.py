"""Without an exhibit: a stack of open blocks gives the example's times, also for a block inside itself."""

from contextlib import contextmanager

now = [0]


class Stopwatch:
    def __init__(self, clock):
        self.clock, self.stack, self.times = clock, [], {}

    @contextmanager
    def block(self, name):
        entry = [name, self.clock(), 0]
        self.stack.append(entry)
        try:
            yield
        finally:
            self.stack.pop()
            took = self.clock() - entry[1]
            if self.stack:
                self.stack[-1][2] += took
            calls, total, own = self.times.get(name, (0, 0, 0))
            inside = any(name == other[0] for other in self.stack)
            self.times[name] = calls + 1, total + (0 if inside else took), own + took - entry[2]

    def report(self):
        return dict(self.times)


def run(watch, name, start, end, *inner):
    now[0] = start
    with watch.block(name):
        for block in inner:
            run(watch, *block)
        now[0] = end
        if name == "fails":
            raise KeyError


watch = Stopwatch(lambda: now[0])
run(watch, "load", 0, 10, ("parse", 2, 5), ("parse", 6, 7))
assert watch.report() == {"load": (1, 10, 6), "parse": (2, 4, 4)}

watch = Stopwatch(lambda: now[0])
run(watch, "a", 0, 10, ("b", 2, 8, ("a", 3, 6)))
assert watch.report() == {"a": (2, 10, 7), "b": (1, 6, 3)}

watch = Stopwatch(lambda: now[0])
try:
    run(watch, "outer", 0, 9, ("fails", 1, 3))
except KeyError:
    now[0] = 4
run(watch, "outer", 4, 6)
assert watch.report()["fails"] == (1, 2, 2) and watch.report()["outer"] == (2, 5, 3)

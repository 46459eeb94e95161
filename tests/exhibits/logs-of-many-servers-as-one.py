"""`heapq.merge` by time over wrapped sources prints the exhibit's lines and reads one ahead; near misses do not."""

import ast
import heapq
import itertools

from exhibit import load, raised, source


def lines_of(name, pairs):
    last = None
    for (time, text), _ in itertools.groupby(pairs):
        if last is not None and time < last:
            raise ValueError(f"{name}: {time} after {last}")
        last = time
        yield time, name, text


def merged(sources):
    wrapped = [lines_of(name, pairs) for name, pairs in sources.items()]
    return heapq.merge(*wrapped, key=lambda line: line[0])


def expression(sources):
    """Anchor 2: generator expressions made in a loop take the last server's name."""
    wrapped = []
    for name, pairs in sources.items():
        wrapped.append(((time, name, text) for (time, text), _ in itertools.groupby(pairs)))
    return heapq.merge(*wrapped, key=lambda line: line[0])


def without_key(sources):
    return heapq.merge(*(lines_of(name, pairs) for name, pairs in sources.items()))


def printed(solution):
    lines = []
    load(merged=solution, print=lines.append)
    return lines


wanted = [ast.literal_eval(line[1:].strip()) for line in source().splitlines() if line.startswith("# (")]
assert printed(merged) == wanted and len(wanted) == 4
assert printed(expression) != wanted and printed(without_key) != wanted

asked = []
endless = ((asked.append(n) or n, "tick") for n in itertools.count())
mixed = merged({"endless": endless, "empty": iter([])})
assert [next(mixed) for _ in range(3)] == [(n, "endless", "tick") for n in range(3)]
assert len(asked) <= 4
assert "web" in str(raised(ValueError, list, merged({"web": iter([(2, "a"), (1, "b")])})))

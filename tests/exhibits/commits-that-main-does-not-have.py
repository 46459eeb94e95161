"""Two sets of reachable commits give the exhibit's answers; recursion fails on a long line, paths double per merge."""

from exhibit import claims, load, raised


def reach(parents, tip):
    todo, seen = [tip], set()
    while todo:
        commit = todo.pop()
        if commit not in seen:
            seen.add(commit)
            todo.extend(parents[commit])
    return seen


def missing(parents, release, main):
    return reach(parents, release) - reach(parents, main)


def recursive(parents, tip):
    return {tip}.union(*(recursive(parents, parent) for parent in parents[tip]))


assert claims(load(missing=missing)) == 3

line = {n: [n - 1] if n else [] for n in range(200_000)}
assert missing(line, 199_999, 199_989) == set(range(199_990, 200_000))
raised(RecursionError, recursive, line, 1_999)


def merges(count):
    """A history of merges whose two sides meet again."""
    parents = {"m0": []}
    for n in range(1, count + 1):
        parents.update({f"l{n}": [f"m{n - 1}"], f"r{n}": [f"m{n - 1}"], f"m{n}": [f"l{n}", f"r{n}"]})
    return parents


def paths(parents, tip):
    return sum(paths(parents, parent) for parent in parents[tip]) or 1


assert len(reach(merges(40), "m40")) == 121
assert [paths(merges(n), f"m{n}") for n in (1, 5, 10)] == [2, 32, 1024]

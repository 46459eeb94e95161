"""Removing by position until a full pass removes nothing gives the example; one pass, or by value, falls short."""

import itertools

from exhibit import claims, load


def one_pass(steps, fails):
    """Anchor 2: leaves out each step in turn, once."""
    at = 0
    while at < len(steps):
        shorter = steps[:at] + steps[at + 1:]
        if fails(shorter):
            steps = shorter
        else:
            at += 1
    return steps


def shrink(steps, fails):
    while True:
        shorter = one_pass(list(steps), fails)
        if len(shorter) == len(steps):
            return shorter
        steps = shorter


def by_value(steps, fails):
    for step in list(steps):
        shorter = [other for other in steps if other != step]
        if fails(shorter):
            steps = shorter
    return steps


def smallest(steps, fails):
    return fails(steps) and not any(fails(steps[:at] + steps[at + 1:]) for at in range(len(steps)))


assert claims(load(shrink=shrink)) == 1


def odd(steps):
    return "b" in steps and ("c" not in steps or "a" in steps)


assert one_pass(["a", "b", "c"], odd) == ["a", "b"] and not smallest(["a", "b"], odd)
assert shrink(["a", "b", "c"], odd) == ["b"]
assert shrink(["x", "x"], lambda steps: True) == []


assert shrink(["x", "x"], bool) == ["x"] and not smallest(by_value(["x", "x"], bool), bool)
lists = [list(steps) for size in range(4) for steps in itertools.permutations("abc", size)]
for count in range(4):
    for bad in itertools.combinations(lists, count):
        def fails(steps):
            return steps in (*bad, lists[-1])

        assert smallest(shrink(lists[-1], fails), fails)

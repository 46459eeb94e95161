"""Ids mapped in both directions give the exhibit's index; one direction, or `zip` alone, misses differences."""

import itertools

from exhibit import claims, load


def first_difference(good, bad, both=True, longest=True):
    there, back = {}, {}
    pairs = itertools.zip_longest if longest else zip

    def differ(a, b):
        if a is None or b is None or not (a.startswith("#") and b.startswith("#")):
            return a != b
        return there.setdefault(a, b) != b or both and back.setdefault(b, a) != a

    for at, (one, other) in enumerate(pairs(good, bad)):
        if one is None or other is None:
            return at
        if any(differ(a, b) for a, b in pairs(one.split(), other.split())):
            return at
    return None


shown = load(first_difference=first_difference)
assert claims(shown) == 1

two, one = ["open #1", "open #2"], ["open #5", "open #5"]
assert first_difference(two, one) == first_difference(one, two) == 1
assert first_difference(two, one, both=False) is None  # anchor 2: two ids become one
assert first_difference([], []) is None
assert first_difference(["a"], []) == 0 and first_difference(["a"], ["a", "b"]) == 1
assert first_difference(["a"], ["a", "b"], longest=False) is None
assert first_difference(["a b"], ["a b c"]) == 0 and first_difference(["a #1"], ["a b"]) == 0
assert first_difference(["a #1"], ["a #1"]) is None

"""A short state machine gives the exhibit's outages and the background's edge cases; two near misses do not."""

from exhibit import claims, load, raised


def outages(checks):
    found, down, value, start, length = [], False, None, None, 0
    for second, good in checks:
        if good != value:
            value, start, length = good, second, 0
        length += 1
        if not down and not good and length == 3:
            found.append((start, None))
            down = True
        elif down and good and length == 2:
            found[-1] = (found[-1][0], start)
            down = False
    return found


shown = load(outages=outages)
assert claims(shown) == 1


def of(text):
    return outages([(at, mark == "+") for at, mark in enumerate(text)])


assert of("") == of("--") == of("--+--+") == []
assert of("---") == [(0, None)]
assert of("---+") == [(0, None)]
assert of("---+-++") == [(0, 5)]
assert of("---++---++") == [(0, 3), (5, 8)]


def by_third(checks):
    """Reports the third failure as the start."""
    return [(start + 20, end) for start, end in outages(checks)]


shown.outages = by_third
raised(AssertionError, claims, shown)

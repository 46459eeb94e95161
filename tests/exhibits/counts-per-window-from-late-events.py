"""Tracking the highest time passes the exhibit's assert; the latest time, or a set of closed windows, does not do."""

from exhibit import load, raised


def window_counts(events, size, wait, by_latest=False):
    windows, highest = {}, float("-inf")
    for second, key in events:
        start = second - second % size
        if start + size + wait <= highest:
            yield "late", second, key
            continue
        counts = windows.setdefault(start, {})
        counts[key] = counts.get(key, 0) + 1
        highest = second if by_latest else max(highest, second)
        for start in sorted(windows):
            if start + size + wait <= highest:
                yield "window", start, windows.pop(start)
    for start in sorted(windows):
        yield "window", start, windows[start]


def by_latest(events, size, wait):
    """Anchor 2: compares with the latest event, so late events reopen a window."""
    return window_counts(events, size, wait, by_latest=True)


def next_window(events, size, wait):
    """Anchor 1: closes a window as soon as an event of the next one arrives."""
    return window_counts(events, size, 0)


shown = load(window_counts=window_counts)
raised(AssertionError, load, window_counts=by_latest)
raised(AssertionError, load, window_counts=next_window)

never = [(500, "a"), (10, "b")]  # the late event's window never had an event
assert list(window_counts(never, 60, 30)) == [("late", 10, "b"), ("window", 480, {"a": 1})]
two = [(10, "a"), (70, "a"), (500, "b")]  # one event closes two windows, in order
assert [entry[1] for entry in window_counts(two, 60, 60)] == [0, 60, 480]
at_once = window_counts(iter([(5, "a"), (90, "a"), None]), 60, 30)
assert next(at_once) == ("window", 0, {"a": 1})  # yielded before the next event is read

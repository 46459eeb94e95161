"""Without an exhibit: `graphlib` gives the example's rounds; it takes unknown names silently, and names one circle."""

import graphlib

from exhibit import raised


def rounds(jobs):
    unknown = {need for needs in jobs.values() for need in needs} - set(jobs)
    if unknown:
        raise ValueError(f"unknown: {sorted(unknown)}")
    sorter = graphlib.TopologicalSorter(jobs)
    try:
        sorter.prepare()
    except graphlib.CycleError as error:
        raise ValueError(" > ".join(error.args[1])) from None
    found = []
    while sorter.is_active():
        ready = sorter.get_ready()
        found.append(sorted(ready))
        sorter.done(*ready)
    return found


example = {"load": [], "clean": ["load"], "sum": ["load", "clean"], "check": ["load"]}
assert rounds(example) == [["load"], ["check", "clean"], ["sum"]]
assert rounds({}) == [] and rounds({"a": [], "b": ["a", "a"]}) == [["a"], ["b"]]
assert list(graphlib.TopologicalSorter({"a": ["typo"]}).static_order()) == ["typo", "a"]
raised(ValueError, rounds, {"a": ["typo"]})
circle = {"a": ["b"], "b": ["a"], "behind": ["a"]}
assert "behind" not in str(raised(ValueError, rounds, circle))
chain = {str(n): [str(n - 1)] if n else [] for n in range(20_000)}
assert len(rounds(chain)) == 20_000

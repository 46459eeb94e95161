"""What each alarm reaches gives the exhibit's origins, circles included; a plain walk loses the circle."""

from exhibit import load


def reach(calls, service):
    todo, seen = list(calls.get(service, [])), set()
    while todo:
        one = todo.pop()
        if one not in seen:
            seen.add(one)
            todo.extend(calls.get(one, []))
    return seen


def origins(calls, alarms):
    below = {alarm: reach(calls, alarm) & alarms for alarm in alarms}
    found = []
    for alarm in alarms:
        group = below[alarm] | {alarm}
        if all(alarm in below[other] for other in below[alarm] - {alarm}) and group not in found:
            found.append(group)
    return found


def without_circles(calls, alarms):
    """Anchor 2: whoever reaches an alarm is explained, so nobody in a circle is an origin."""
    return [{alarm} for alarm in alarms if not reach(calls, alarm) & alarms - {alarm}]


def same(one, other):
    return sorted(map(sorted, one)) == sorted(map(sorted, other))


shown = load()
wanted = [{"rates"}, {"stock", "orders"}]
assert same(origins(shown.calls, shown.alarms), wanted)
assert not same(without_circles(shown.calls, shown.alarms), wanted)

chain = {"A": ["B"], "B": ["C"]}
assert origins(chain, {"A", "B", "C"}) == [{"C"}]
assert origins({"A": ["A"]}, {"A"}) == [{"A"}]
assert origins({}, set()) == []
assert origins({"A": ["B"], "B": ["C"], "C": ["A"]}, {"A", "B"}) == [{"A", "B"}]  # a silent member
way_out = {"A": ["B"], "B": ["A", "C"]}
assert origins(way_out, {"A", "B", "C"}) == [{"C"}]

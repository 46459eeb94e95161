"""Without an exhibit: a solution gives the example's sessions; two near misses of anchor 2 do not."""

from collections import defaultdict


def sessions(clicks, limit=1800, from_start=False, keep_last=True):
    times = defaultdict(list)
    for user, time in clicks:
        times[user].append(time)
    result = {}
    for user, own in times.items():
        own.sort()
        found = [[own[0], own[0], 0]]
        for time in own:
            if time - found[-1][0 if from_start else 1] > limit:
                found.append([time, time, 0])
            found[-1] = [found[-1][0], time, found[-1][2] + 1]
        result[user] = [tuple(one) for one in found][: None if keep_last else -1]
    return result


clicks = [("ann", 0), ("bob", 100), ("ann", 4000), ("ann", 600)]
wanted = {"ann": [(0, 600, 2), (4000, 4000, 1)], "bob": [(100, 100, 1)]}
assert sessions(clicks) == wanted
assert sessions(clicks, keep_last=False) != wanted
assert sessions([]) == {}
assert sessions([("a", 0), ("a", 1800)]) == {"a": [(0, 1800, 2)]}  # exactly 30 minutes is not more
long = [("a", 0), ("a", 1500), ("a", 3000)]
assert len(sessions(long)["a"]) == 1 and len(sessions(long, from_start=True)["a"]) == 2

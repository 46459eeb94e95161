"""A window with a count per user equals the exhibit on random input; taking events one by one does not."""

import random
from collections import Counter

from exhibit import load

active_users = load().active_users


def fast(events, ties=True, counted=True):
    result, users, left, right = [], Counter(), 0, 0
    for at, (now, _) in enumerate(events):
        while right < len(events) and (events[right][0] <= now if ties else right <= at):
            users[events[right][1]] += 1
            right += 1
        while events[left][0] <= now - 60:
            user = events[left][1]
            users[user] -= 1
            if not users[user] or not counted:
                del users[user]
            left += 1
        result.append(len(users))
    return result


assert active_users([(0, "a"), (10, "b"), (65, "a")]) == [1, 2, 2]
assert active_users([(5, "a"), (5, "b")]) == [2, 2]
assert active_users([(0, "a"), (60, "b")]) == [1, 1]  # exactly 60 seconds old is out

chance, differs = random.Random(5), Counter()
for _ in range(500):
    seconds = sorted(chance.choice([0, 1, 30, 59, 60, 61, 90, 120]) for _ in range(chance.randint(0, 12)))
    events = [(second, chance.choice("abc")) for second in seconds]
    assert fast(events) == active_users(events)
    differs["ties"] += fast(events, ties=False) != active_users(events)
    differs["set"] += fast(events, counted=False) != active_users(events)
assert differs["ties"] and differs["set"]

many = [(n // 800, f"u{n % 7000}") for n in range(50_000)]
assert fast(many)[-1] == 7000

"""Without an exhibit: a cursor of time and id gives the example's pages; a cursor of the time alone skips rows."""

import random

from exhibit import raised


def page(rows, limit, cursor=None):
    after = (float("-inf"), 0)
    if cursor is not None:
        after = tuple(int(part) for part in cursor.split(":"))
        if len(after) != 2:
            raise ValueError(cursor)
    rest = sorted((row["updated"], row["id"]) for row in rows if (row["updated"], row["id"]) > after)
    more = len(rest) > limit
    return [key for _, key in rest[:limit]], "{}:{}".format(*rest[limit - 1]) if more else None


def by_time(rows, limit, cursor=None):
    """Anchor 2: puts only `updated` into the cursor."""
    rest = sorted((r["updated"], r["id"]) for r in rows if cursor is None or r["updated"] > int(cursor))
    return [key for _, key in rest[:limit]], str(rest[limit - 1][0]) if len(rest) > limit else None


def everything(take, rows, limit, change=lambda rows: rows):
    found, cursor = take(rows, limit)
    while cursor is not None:
        rows = change(rows)
        more, cursor = take(rows, limit, cursor)
        found += more
    return found


def table(*updated):
    return [{"id": key, "updated": at} for key, at in updated]


example = table((2, 5), (1, 5), (3, 7))
assert page(example, 2)[0] == [1, 2] and page(example, 2, page(example, 2)[1]) == ([3], None)
assert everything(by_time, table((1, 5), (2, 5), (3, 5)), 2) == [1, 2]
assert page([], 2) == ([], None) and page(example, 3)[1] is None

chance = random.Random(4)
for _ in range(200):
    stay = table(*((key, chance.randint(1, 4)) for key in range(0, 20, 2)))

    def change(rows):
        return stay + table(*((key, chance.randint(1, 4)) for key in range(1, 20, 2) if chance.random() < 0.5))

    found = everything(page, change(None), chance.randint(1, 4), change)
    assert sorted(key for key in found if key % 2 == 0) == list(range(0, 20, 2))
raised(ValueError, page, example, 2, "x")

"""A dictionary of waiting items passes the exhibit; sending what was left later does not keep the newer item."""

from exhibit import load, raised


def write_all(items, send, sleep):
    pending, useless = {}, 0

    def push():
        nonlocal pending, useless
        left = {item["id"]: item for item in send(list(pending.values()))}
        useless = useless + 1 if len(left) == len(pending) else 0
        if useless == 6:
            raise RuntimeError(f"{len(left)} items not stored")
        if left:
            sleep(2 ** useless)
        pending = left

    for item in items:
        pending[item["id"]] = item
        while len(pending) >= 25:
            push()
    while pending:
        push()


load(write_all=write_all)

asked = []
raised(RuntimeError, write_all, [{"id": 1}], lambda batch: asked.append(1) or batch, lambda seconds: None)
assert len(asked) == 6
write_all([], lambda batch: 1 / 0, None)  # an empty batch is never sent


def later(items, send, sleep):
    """The classic fault: what was not stored is sent again after the rest."""
    items, rest = list(items), []
    for at in range(0, len(items), 25):
        rest += send(items[at:at + 25])
    while rest:
        rest = send(rest[:25]) + rest[25:]


raised(AssertionError, load, write_all=later)

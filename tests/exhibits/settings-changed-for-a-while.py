"""A generator under `contextmanager` prints what the exhibit says; one object for all calls breaks in recursion."""

import asyncio
import contextlib

from exhibit import load, raised

MISSING = object()


@contextlib.contextmanager
def override(settings, /, **changes):
    before = {key: settings.get(key, MISSING) for key in changes}
    settings.update(changes)
    try:
        yield
    finally:
        for key, value in before.items():
            settings[key] = value
            if value is MISSING:
                del settings[key]


class one_object(contextlib.ContextDecorator):
    """Anchor 2: the decorator keeps the old values in one object."""

    def __init__(self, settings, **changes):
        self.settings, self.changes = settings, changes

    def __enter__(self):
        self.before = {key: self.settings.get(key) for key in self.changes}
        self.settings.update(self.changes)

    def __exit__(self, *error):
        self.settings.update(self.before)


def printed(solution):
    lines = []
    shown = load(override=solution, print=lambda *words: lines.append(" ".join(map(str, words))))
    return lines, shown.settings


lines, settings = printed(override)
wanted = ["{'tax': 0, 'mode': 'live', 'test': True}", "{'tax': 20, 'mode': 'slow'}", "7 20"]
assert lines == wanted
assert printed(one_object)[0][1:] != wanted[1:]

with contextlib.suppress(KeyError), override(settings, tax=1, settings=None):
    raise KeyError
assert settings == {"tax": 20, "mode": "slow"}


@override(settings, tax=1)
async def tax():
    return settings["tax"]


assert asyncio.run(tax()) == 20  # restored before the body runs

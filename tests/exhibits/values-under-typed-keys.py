"""Keys with identity and a context with a parent print what the exhibit says; keys that compare by text disturb."""

from dataclasses import dataclass
from typing import Any, Dict, Generic, TypeVar

from exhibit import load, raised, source

T = TypeVar("T")
MISSING: Any = object()


class Key(Generic[T]):
    def __init__(self, name: str) -> None:
        self.name = name


@dataclass(frozen=True)
class TextKey(Generic[T]):
    name: str


class Context:
    def __init__(self, parent=None) -> None:
        self._values: Dict[Any, Any] = {}
        self._parent = parent

    def set(self, key, value) -> None:
        self._values[key] = value

    def get(self, key, default=MISSING):
        if key in self._values:
            return self._values[key]
        if self._parent is not None:
            return self._parent.get(key, default)
        if default is MISSING:
            raise KeyError(key.name)
        return default

    def child(self):
        return Context(self)


printed = []
text = source().replace('context.set(LIMIT, "20")', "pass")  # a checker reports this one
shown = load(text, Key=Key, Context=Context, print=lambda *words: printed.append(words))
assert printed == [(5, 20)]
raised(KeyError, Context().get, Key("x"))
none, context = Key("none"), Context()
context.set(none, None)
assert context.get(none, 1) is None and context.child().get(none, 1) is None

for kind, seen in ((Key, "absent"), (TextKey, 5)):
    context = Context()
    context.set(kind("size"), 5)  # another module's key of the same text
    assert context.get(kind("size"), "absent") == seen

"""A table of method names per class prints what the exhibit says; a table of functions loses the override."""

from exhibit import load, raised


def on(kind):
    def mark(method):
        method.kinds = getattr(method, "kinds", []) + [kind]
        return method

    return mark


def base(lookup):
    class Handlers:
        table = {}

        def __init_subclass__(cls, **named):
            super().__init_subclass__(**named)
            table = {}
            for above in reversed(cls.__mro__):
                own = {}
                for name, method in vars(above).items():
                    for kind in getattr(method, "kinds", []):
                        if kind in own:
                            raise TypeError(f"{own[kind]} and {name} are marked for one kind")
                        own[kind] = lookup(name, method)
                table.update(own)
            cls.table = table

        def handle(self, event):
            for kind in type(event).__mro__:
                if kind in self.table:
                    found = self.table[kind]
                    return getattr(self, found)(event) if isinstance(found, str) else found(self, event)
            raise LookupError(type(event).__name__)

    return Handlers


printed = []
shown = load(Handlers=base(lambda name, method: name), on=on, print=lambda *words: printed.append(words))
assert printed == [("basic book",), ("shop refund", "basic book"), ("shop note",)]
raised(LookupError, shown.Basic().handle, object())

twice = {"one": on(int)(lambda self, event: 1), "two": on(int)(lambda self, event: 2)}
raised(TypeError, lambda: type("Twice", (shown.Handlers,), twice))


class Later(shown.Basic):
    @on(shown.Payment)
    def pay(self, event):
        return "pay"


assert Later().handle(shown.Refund()) == "pay" and shown.Basic().handle(shown.Refund()) == "basic book"

load(Handlers=base(lambda name, method: method), on=on, print=lambda *words: printed.append(words))
assert printed[-1] == ("basic note",)  # anchor 2: overriding by name has no effect

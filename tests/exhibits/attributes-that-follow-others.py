"""A descriptor with a slot per object prints what the exhibit says; a kept None, errors and class access are right."""

from exhibit import load, raised

NOTHING = object()


class computed:
    def __init__(self, *names):
        self.names = names

    def __call__(self, method):
        self.method, self.__doc__ = method, method.__doc__
        return self

    def __set_name__(self, owner, name):
        self.slot = f"_computed_{name}"

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        now = [getattr(instance, name) for name in self.names]
        before, result = instance.__dict__.get(self.slot, (NOTHING, None))
        if before is NOTHING or before != now:
            result = self.method(instance)
            instance.__dict__[self.slot] = (now, result)
        return result

    def __set__(self, instance, value):
        raise AttributeError(self.slot)


printed = []
shown = load(computed=computed, print=lambda *words: printed.append(words))
once = [("tax",), ("total",)]
assert printed == [*once, *once, (300, 2000), (300,), *once, (500,)]
raised(AttributeError, setattr, shown.a, "total", 1)
assert shown.Invoice.tax.__doc__ == "Tax on the net amount."

calls = []


class Odd:
    net = 1

    @computed("net")
    def none(self):
        calls.append(self.net)
        if self.net == 9:
            raise KeyError
        return None


odd = Odd()
assert odd.none is None and odd.none is None and calls == [1]
odd.net = 9
raised(KeyError, lambda: odd.none)
raised(KeyError, lambda: odd.none)
assert calls == [1, 9, 9]

"""A mapping from `__prepare__` refuses the exhibit's last method and nothing else; other hooks come too late."""

import abc
import types
import unittest

from exhibit import load, raised, source


class Body(dict):
    def __init__(self, name):
        super().__init__()
        self.name = name

    def __setitem__(self, key, value):
        if isinstance(value, types.FunctionType) and isinstance(self.get(key), types.FunctionType):
            raise TypeError(f"{self.name}.{key}")
        super().__setitem__(key, value)


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **named):
        return Body(name)


class Once(metaclass=Meta):
    pass


class Late:
    seen = []

    def __init_subclass__(cls):
        Late.seen.append([name for name in vars(cls) if name.startswith("test_")])


assert str(raised(TypeError, load, Once=Once, unittest=unittest)) == "Shop.test_refund"
single = source().rsplit("    def test_refund", 1)[0]
assert single != source()
shown = load(single, Once=Once, unittest=unittest)
assert issubclass(shown.Shop, unittest.TestCase) and shown.Base.limit == 2

load(Once=Late, unittest=unittest)
assert Late.seen[-1] == ["test_order", "test_refund"]  # the first one is gone by then
assert type(unittest.TestCase) is type
raised(TypeError, lambda: type("Both", (Once, abc.ABC), {}))

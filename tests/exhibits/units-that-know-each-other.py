"""A metaclass with `__iter__`, `__len__` and `__setattr__` prints what the exhibit says, up to its TypeError."""

from exhibit import load, raised, source


class Meta(type):
    def __new__(mcls, name, bases, body):
        numbers = {
            key: value for key, value in body.items()
            if not key.startswith("_") and type(value) in (int, float)
        }
        cls = super().__new__(mcls, name, bases, {key: value for key, value in body.items() if key not in numbers})
        units = {}
        for key, factor in numbers.items():
            units[key] = unit = object.__new__(cls)
            vars(unit).update(name=key, factor=factor)
            type.__setattr__(cls, key, unit)
        type.__setattr__(cls, "_units", units)
        return cls

    def __iter__(cls):
        return iter(cls._units.values())

    def __len__(cls):
        return len(cls._units)

    def __getitem__(cls, name):
        return cls._units[name]

    def __setattr__(cls, name, value):
        raise AttributeError(name)

    __delattr__ = lambda cls, name: cls.__setattr__(name, None)


class Unit(metaclass=Meta):
    def to(self, other, amount):
        if type(self) is not type(other):
            raise TypeError("units of another class")
        return amount * self.factor / other.factor


printed = []
text, last = source().split("Length.foot.to(Mass.gram, 1)")
shown = load(text, Unit=Unit, print=lambda *words: printed.append(words))
rounded = [tuple(round(word, 9) if isinstance(word, float) else word for word in words) for words in printed]
assert rounded == [(["metre", "foot", "mile"],), (3, "mile"), (True, True), (3.048,)]
raised(TypeError, shown.Length.foot.to, shown.Mass.gram, 1)
for name in ("foot", "yard"):
    raised(AttributeError, setattr, shown.Length, name, 0.3)
assert shown.Length.__doc__ == "What we use for distances." and bool(Unit) is False
assert isinstance(True, int)

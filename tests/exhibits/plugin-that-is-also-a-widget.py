"""The error as shown; a joint metaclass and a protocol go together, each with the limit that the background names."""

import abc
import typing
from abc import ABC, abstractmethod

from exhibit import load, raised, source


class Toolkit(type):
    pass


class Widget(metaclass=Toolkit):
    def show(self, text):
        self.shown = text


error = raised(TypeError, load, Widget=Widget, ABC=ABC, abstractmethod=abstractmethod)
comment = source().split("# TypeError: ")[1].replace("\n# ", " ").strip()
assert str(error).startswith(comment)

Plugin = load(source().split("# preview.py")[0], ABC=ABC, abstractmethod=abstractmethod).Plugin


class Joint(type(Widget), abc.ABCMeta):
    pass


class Half(Widget, Plugin, metaclass=Joint):
    def title(self):
        return "half"


raised(TypeError, Half)  # the test for abstract methods still holds


@typing.runtime_checkable
class Shape(typing.Protocol):
    def title(self) -> str: ...


class Preview(Widget):
    def title(self, too, many):  # names only, not signatures
        return ""


assert isinstance(Preview(), Shape) and not isinstance(Widget(), Shape)
raised(TypeError, lambda: Toolkit("Both", (Widget, Shape), {}))
assert issubclass(type(typing.Protocol), abc.ABCMeta)


class Empty(Widget):
    pass


Plugin.register(Empty)
assert isinstance(Empty(), Plugin)  # and checks nothing

"""PATCH writes None over what was not sent, errors look like success, and `/parcels/late` is never reached."""

import re
from types import SimpleNamespace

from exhibit import load, raised

routes, written = [], []


class BaseModel:
    def __init__(self, **sent):
        fields = type(self).__annotations__
        vars(self).update({name: sent.get(name, getattr(type(self), name)) for name in fields})

    def model_dump(self):
        return dict(vars(self))


def route(method):
    def decorator(path):
        def add(function):
            routes.append((method, re.sub(r"{\w+}", "[^/]+", path), function))
            return function

        return add

    return decorator


def update(number, fields):
    if number != 1:
        raise KeyError(number)
    written.append(fields)


store = SimpleNamespace(update=update, get=lambda number: None, add=lambda fields: fields)
app = SimpleNamespace(get=route("GET"), post=route("POST"), patch=route("PATCH"))
shown = load(BaseModel=BaseModel, app=app, store=store)


def reached(method, path):
    return next(function for m, pattern, function in routes if m == method and re.fullmatch(pattern, path))


assert reached("GET", "/parcels/late") is shown.read  # in order of definition; "late" is no integer: 422
shown.update(1, shown.Parcel(note="ring twice"))
assert written == [{"address": None, "weight": None, "note": "ring twice"}]
shown.update(1, shown.Parcel(weight=31))
assert written[-1]["weight"] == 31
assert shown.create(shown.Parcel(address="x", weight=31)) == {"error": "too heavy"}  # a dictionary: 200
assert shown.read(99) is None
raised(TypeError, shown.create, shown.Parcel(address="x"))
raised(KeyError, shown.update, 99, shown.Parcel())

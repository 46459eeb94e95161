"""What the guard returns is dropped, a refused refund is committed, negative amounts pass, the day is frozen."""

from datetime import date
from types import SimpleNamespace

from exhibit import load, raised


class HTTPException(Exception):
    pass


class BaseModel:
    def __init__(self, **sent):
        vars(self).update({"note": "", **sent})


stored, order = [], SimpleNamespace(id=1, paid=1000, refunded=0, iban="")


class Session:
    def __init__(self):
        added = []
        self.add, self.close = added.append, lambda: None
        self.commit = lambda: stored.extend(added)
        self.get = lambda kind, number: order if number == 1 else None


def refused(iban, cents):
    raise OSError("the bank refuses")


days = iter([date(2026, 1, 1), date(2026, 1, 2)])
shown = load(
    Session=Session, BaseModel=BaseModel, HTTPException=HTTPException, Order=object, Depends=lambda call: call,
    signed_in=None, date=SimpleNamespace(today=lambda: next(days)), Booking=lambda *values: values, send_money=refused,
    APIRouter=lambda **options: SimpleNamespace(post=lambda *path, **more: lambda function: function, **options),
)


def ask(cents, number=1):
    """What the framework does: the endpoint's exception reaches the `yield` of the dependency."""
    opened = shown.database()
    try:
        shown.refund(shown.Refund(order=number, cents=cents), session=next(opened))
    except Exception as error:
        opened.throw(error)


assert shown.staff_only(SimpleNamespace(role="customer")) is False  # returned, not raised
raised(HTTPException, ask, 5000)
assert order.refunded == 5000 and len(stored) == 1  # refused, and stored
order.refunded = 0
raised(OSError, ask, 10)
assert len(stored) == 2 and {booking[2] for booking in stored} == {date(2026, 1, 1)}
shown.send_money = lambda iban, cents: None
shown.refund(shown.Refund(order=1, cents=-500), session=Session())
raised(AttributeError, ask, 10, number=2)

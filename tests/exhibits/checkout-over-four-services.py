"""A blocked customer, or a failed mail, leaves the stock reduced; one request and one connection for each line."""

import contextlib
from types import SimpleNamespace

from exhibit import load, raised

free, asked, connections, saved = {"pen": 1, "ink": 5}, [], [], []
customer = {"blocked": True, "email": "ann@example.com"}


class CheckoutRefused(Exception):
    pass


class Connection:
    """Commits at the end of its `with`, as psycopg2's does."""

    def __init__(self, place):
        connections.append(place)
        self.open = []

    def __enter__(self):
        return self

    def __exit__(self, *error):
        for quantity, sku in self.open:
            free[sku] -= quantity

    @contextlib.contextmanager
    def cursor(self):
        yield SimpleNamespace(execute=lambda query, values: self.open.append(values))

    def close(self):
        pass


def get(url):
    asked.append(url)
    return SimpleNamespace(json=lambda: customer if "/customers/" in url else {"cents": 100})


def post(url, json):
    raise ConnectionError("no mail")


shown = load(
    requests=SimpleNamespace(get=get, post=post), psycopg2=SimpleNamespace(connect=Connection),
    closing=contextlib.closing, CheckoutRefused=CheckoutRefused, PRICES="", STOCK_DATABASE="", CUSTOMERS="", MAIL="",
    save_order=lambda *order: saved.append(order) or SimpleNamespace(id=1),
)
basket = SimpleNamespace(lines=[SimpleNamespace(sku="pen", quantity=2), SimpleNamespace(sku="ink", quantity=1)])
raised(CheckoutRefused, shown.checkout, basket, 7)
assert free == {"pen": -1, "ink": 4} and not saved
assert len(connections) == 2 and len(asked) == 3

customer["blocked"] = False
raised(ConnectionError, shown.checkout, basket, 7)
assert saved[0][2] == 300  # an error for the customer, though the order was saved

"""The test passes with a wrong amount and a wrong customer, and turns red when a call is made in another way."""

from decimal import Decimal
from unittest.mock import Mock

from exhibit import load, raised


class OrderService:
    factor = 1

    def __init__(self, prices, stock, orders, mailer, checker):
        self.prices, self.stock, self.orders, self.mailer, self.checker = prices, stock, orders, mailer, checker

    def check(self, customer, lines):
        return self.checker.check(customer, lines)

    def place(self, customer, lines):
        if self.check(customer, lines):
            return
        total = 0
        for sku, count in lines:
            total += self.factor * self.prices.price_of(sku) * count
            self.stock.reserve(sku, count)
        self.orders.save(customer, total)
        self.mailer.order_placed(customer)


class Wrong(OrderService):
    factor = -7


class Moved(OrderService):
    """The same behaviour; the checker's method has another name."""

    def check(self, customer, lines):
        return self.checker.faults(customer, lines) is None


shown = load(OrderService=OrderService, Mock=Mock, Decimal=Decimal)
shown.test_place_order()
shown.OrderService = Wrong
shown.test_place_order()  # cannot fail when all calls happen with a wrong result
shown.OrderService = Moved
raised(AssertionError, shown.test_place_order)

saved = []
orders = Mock(save=lambda customer, total: saved.append(total))
prices = Mock(price_of={"A-1": Decimal("9.50")}.get)
OrderService(prices, Mock(), orders, Mock(), Mock(check=lambda *order: [])).place("ann", [("A-1", 2)])
assert saved == [Decimal("19.00")]

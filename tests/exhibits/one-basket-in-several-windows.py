"""Windows show the previous total, a closed window breaks the others, and a refused item loses its old quantity."""

from types import SimpleNamespace

from exhibit import load, raised

shown = load()


def window():
    return SimpleNamespace(
        total_label=SimpleNamespace(text="", color=""), pay_button=SimpleNamespace(enabled=False),
        messages=[], show_message=lambda text: None,
    )


def till(*prices):
    basket = shown.Basket()
    shop = SimpleNamespace(price=dict(prices).get)
    return basket, [shown.BasketPresenter(basket, window(), shop) for _ in range(3)]


basket, (cashier, customer, other) = till(("pen", 300), ("desk", 40_000), ("lamp", 30_000))
cashier.quantity_typed("pen", "2")
assert basket.total == 600
assert customer.window.total_label.text == "0.00" and not customer.window.pay_button.enabled

cashier.quantity_typed("desk", "1")
cashier.quantity_typed("lamp", "1")
assert basket.total == 40_600
assert customer.window.total_label.text == "706.00" and customer.window.total_label.color == "red"

cashier.quantity_typed("desk", "2")
assert basket.lines["desk"] == 0  # its former quantity is lost, not only the change

customer.window_closed()
before, text = basket.total, other.window.total_label.text
raised(AttributeError, cashier.quantity_typed, "pen", "3")
assert basket.total == before and other.window.total_label.text == text  # a wrong total; later windows hear nothing
assert basket.lines["pen"] == 900
raised(ValueError, cashier.quantity_typed, "pen", "three")

basket, (one, two, three) = till()
heard = []
basket.listeners[:] = [lambda b: basket.listeners.pop(0), heard.append, heard.append]
basket.set_quantity("pen", 1, 1)
assert len(heard) == 1  # leaving the list while it is walked skips a listener

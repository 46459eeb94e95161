"""Without an exhibit: a decorator with a clock of its own does what the wording asks, a kept None included."""

import functools
import time

from exhibit import raised


def remember(seconds, clock=time.monotonic):
    def decorate(function):
        kept = {}

        @functools.wraps(function)
        def wrapper(*args, **named):
            key = args, tuple(sorted(named.items()))
            if key in kept and clock() - kept[key][0] < seconds:
                return kept[key][1]
            kept[key] = clock(), function(*args, **named)
            return kept[key][1]

        wrapper.forget = kept.clear
        return wrapper

    return decorate


now, asked = [0], []


@remember(60, clock=lambda: now[0])
def rate(currency):
    """The bank's rate."""
    asked.append(currency)
    if currency == "???":
        raise KeyError(currency)
    return None


rate("EUR"), rate("EUR"), rate("USD")
assert asked == ["EUR", "USD"]
now[0] = 60
rate("EUR"), rate(currency="EUR")
assert asked == ["EUR", "USD", "EUR", "EUR"]
rate.forget(), rate("EUR")
assert len(asked) == 5
raised(KeyError, rate, "???")
raised(KeyError, rate, "???")
assert len(asked) == 7 and (rate.__name__, rate.__doc__) == ("rate", "The bank's rate.")
raised(TypeError, rate, [])

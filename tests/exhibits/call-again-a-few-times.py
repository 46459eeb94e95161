"""A loop of guarded calls and one without a guard retries as the wording asks; the pauses are exact."""

from datetime import date
from decimal import Decimal
from functools import wraps

from exhibit import load, raised, source

pauses, calls = [], []


def retry(times, on, sleep=pauses.append):
    def decorate(function):
        @wraps(function)
        def wrapper(*args, **named):
            for attempt in range(times - 1):
                try:
                    return function(*args, **named)
                except on:
                    sleep(0.1 * 2 ** attempt)
            return function(*args, **named)

        return wrapper

    return decorate


def asked(*ends, times=3):
    """The result of a function that ends in these ways, one after the other."""
    pauses.clear(), calls.clear()

    @retry(times=times, on=(TimeoutError, ConnectionError))
    def ask():
        calls.append(ends[len(calls)])
        if isinstance(calls[-1], Exception):
            raise calls[-1]
        return calls[-1]

    return ask()


shown = load(source().split("\n\n\n")[0], retry=retry, date=date, Decimal=Decimal)
assert shown.price.__name__ == "price" and shown.price.__doc__ == "Ask the price service."
raised(TypeError, shown.price, "A-1", date(2025, 1, 1))

assert asked(1) == 1 and pauses == []
assert asked(TimeoutError(), ConnectionError(), 2) == 2 and pauses == [0.1, 0.2]
raised(TimeoutError, asked, TimeoutError(), TimeoutError(), TimeoutError(), 4)
assert len(calls) == 3 and pauses == [0.1, 0.2]  # no wait after the last failure
raised(KeyError, asked, KeyError(), 1)
assert len(calls) == 1
raised(TimeoutError, asked, TimeoutError(), times=1)
raised(TimeoutError, asked, *[TimeoutError()] * 4, times=4)
assert pauses == [0.1, 0.2, 0.4]

"""The step sequences of the review: a rate fetched twice, KeyError after a drop, a loop broken by a new key."""

import threading

from exhibit import load, raised

Rates = load(threading=threading).Rates

meet = threading.Barrier(2, timeout=5)
fetched = []


def together(currency):
    fetched.append(currency)
    meet.wait()  # passes only if two threads fetch at once
    return 1


rates = Rates(together)
threads = [threading.Thread(target=rates.get, args=["EUR"]) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert fetched == ["EUR", "EUR"]


class Between(dict):
    """Runs what another thread may do between the check and the last line of `get`."""

    def __contains__(self, key):
        found = super().__contains__(key)
        rates.drop(key)
        return found


rates = Rates(lambda currency: 1)
rates._rates = Between(EUR=1)
raised(KeyError, rates.get, "EUR")

rates = Rates(lambda currency: 1)
rates.get("EUR")
rates._fetch = lambda currency: rates._rates.setdefault("USD", 1)  # another thread's `get` during `refresh`
assert "changed size" in str(raised(RuntimeError, rates.refresh))

held = []
rates._fetch = lambda currency: held.append(rates._lock.locked())
rates.refresh()
assert held == [True, True]  # stats and drop wait meanwhile


def failing(currency):
    raise OSError


rates._fetch = failing
raised(OSError, rates.refresh)  # one error ends the whole refresh

"""Secrets reach the log; failures never reach the metric, leave no traceback, and all become a 500."""

import logging
import time
from types import SimpleNamespace

from exhibit import load


class Histogram:
    def __init__(self, name, text, labels):
        self.series = {}

    def labels(self, *values):
        seconds = self.series.setdefault(values, [])
        return SimpleNamespace(observe=seconds.append)


lines = []


class Lines(logging.Handler):
    def emit(self, record):
        lines.append(record)


def ask(number, handler):
    request = SimpleNamespace(
        method="POST", path=f"/orders/{number}", headers={"Authorization": "Bearer abc"}, body=b"card=4111",
        user=SimpleNamespace(id=number),
    )
    return shown.observed(request, handler)


shown = load(logging=logging, time=time, Histogram=Histogram, Response=lambda status: SimpleNamespace(status=status))
assert logging.getLogger().level == logging.DEBUG  # a library has set this for the whole program
logging.getLogger().handlers = [Lines()]

for number in range(100):
    ask(number, lambda request: shown.Response(status=200))
assert "Bearer abc" in lines[0].getMessage() and "card=4111" in lines[0].getMessage()
assert len(shown.SECONDS.series) == 100  # a series for each user and path


def failing(request):
    raise LookupError("no such order")


lines.clear()
assert ask(1, failing).status == 500
assert len(shown.SECONDS.series) == 100 and sum(map(len, shown.SECONDS.series.values())) == 100
assert lines[-1].levelname == "ERROR" and lines[-1].exc_info is None

"""Refused requests are counted as served, and every request asks the same."""

import contextlib
import io
import threading
import time
import urllib.error
from types import SimpleNamespace

from exhibit import load

asked = []


def refusing(url):
    asked.append(url)
    raise urllib.error.HTTPError(url, 503, "too busy", {}, io.BytesIO())


printed = []
shown = load(
    urllib=SimpleNamespace(request=SimpleNamespace(urlopen=refusing)), threading=threading, time=time,
    print=lambda *words: printed.append(words),
)
assert len(asked) == len(shown.durations) == 5_000 and len(set(asked)) == 1
assert printed[0][0] == "requests/s" and printed[0][1] > 300  # "so we are ready"
assert 12 < 5_000 / 410 < 12.5  # "in about 12 seconds"
assert abs(50 / 0.118 - 410) < 20  # fifty waiting customers: 410 a second is 118 ms each

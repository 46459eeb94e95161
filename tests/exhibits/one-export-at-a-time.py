"""The lock stays after an error; a slow run loses it, and then deletes the next one's; a check is no claim."""

import contextlib
import csv
import logging
import os
import time
from pathlib import Path
from types import SimpleNamespace

from exhibit import load

now = [0.0]


def sleep(seconds):
    now[0] += seconds


clock = SimpleNamespace(monotonic=lambda: now[0], sleep=sleep)
logging.disable()
log = logging.getLogger()
shown = load(contextmanager=contextlib.contextmanager, Path=Path, time=clock, log=log, os=os, csv=csv)
lock = Path("export.lock")


with contextlib.suppress(OSError), shown.single_run(lock):
    raise OSError("the database refuses")
assert lock.exists()  # no finally
with shown.single_run(lock):
    assert now[0] > 600  # the next run waits the ten minutes
assert not lock.exists()

first, second, third = (shown.single_run(lock) for _ in range(3))
first.__enter__()
second.__enter__()  # after ten minutes of waiting it takes the lock of the living first
first.__exit__(None, None, None)
assert not lock.exists()
before = now[0]
third.__enter__()  # while the second still runs
assert now[0] == before

lock.unlink()
other, asked = shown.single_run(lock), []


def getpid():  # between the check and the write, another process gets in
    asked.append(1)
    if len(asked) == 1:
        other.__enter__()
    return 1


shown.os = SimpleNamespace(getpid=getpid)
with shown.single_run(lock):
    assert len(asked) == 2  # both are inside

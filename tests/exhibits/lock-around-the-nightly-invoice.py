"""The lock stays for ever after a crash, ends during a slow job, deletes another's, and lets a late server in."""

import threading

from exhibit import load, stub


class Redis:
    """One store, with a clock that the test moves."""

    def __init__(self):
        self.now, self.ends = 0, {}

    def live(self, key):
        if self.ends.get(key, 0) <= self.now:
            self.ends.pop(key, None)
        return key in self.ends

    def setnx(self, key, value):
        if self.live(key):
            return False
        self.ends[key] = float("inf")
        return True

    def expire(self, key, seconds):
        self.ends[key] = self.now + seconds

    def delete(self, key):
        self.ends.pop(key, None)


stub("redis", Redis=Redis)
shown = load(send_invoices=lambda: None)

r = Redis()
assert r.setnx("lock:invoices", "1")  # the server loses power here
r.now += 86_400
assert not shown.run_once(r, "invoices", lambda: None)  # nobody runs it on the next day

r, working, finish = Redis(), threading.Event(), threading.Event()
second = threading.Thread(
    target=lambda: shown.run_once(r, "invoices", lambda: (working.set(), finish.wait(5))), daemon=True
)


def slow():  # outlives its lock, so that a second server begins
    r.now += 70
    second.start()
    assert working.wait(5)


assert shown.run_once(r, "invoices", slow)
assert shown.run_once(r, "invoices", lambda: None)  # a third, as the first deleted the second's lock
finish.set()

r, runs = Redis(), []
assert shown.run_once(r, "invoices", lambda: runs.append("A"))
r.now += 3
assert shown.run_once(r, "invoices", lambda: runs.append("B"))  # the lock was free again

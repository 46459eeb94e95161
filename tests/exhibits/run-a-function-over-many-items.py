"""Without an exhibit: a pool with `result()` in `try` gives the example's list; `Executor.map` raises at the first."""

import threading
from concurrent.futures import ThreadPoolExecutor

from exhibit import raised


def run_all(func, items, workers):
    def outcome(future):
        try:
            return future.result()
        except Exception as error:
            return error

    with ThreadPoolExecutor(max_workers=workers) as pool:
        return [outcome(future) for future in [pool.submit(func, item) for item in items]]


def by_map(func, items, workers):
    with ThreadPoolExecutor(max_workers=workers) as pool:
        return list(pool.map(func, items))


one, error, three = run_all(int, ["1", "x", "3"], 2)
assert (one, type(error), three) == (1, ValueError, 3)
raised(ValueError, by_map, int, ["1", "x", "3"], 2)
assert run_all(int, [], 2) == []

lock, running, most = threading.Lock(), 0, 0
meet = threading.Barrier(3, timeout=5)


def counted(item):
    global running, most
    with lock:
        running += 1
        most = max(most, running)
    meet.wait()  # passes only if three run at the same time
    with lock:
        running -= 1
    return item


assert run_all(counted, range(9), 3) == list(range(9)) and most == 3

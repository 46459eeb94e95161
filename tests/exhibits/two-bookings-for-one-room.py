"""As a read does not see another's uncommitted row, both bookings are stored; a lock on the room prevents it."""

import contextlib
import threading
from types import SimpleNamespace

from exhibit import load, source

stored, local = [], threading.local()
meet, room = threading.Barrier(2), None


@contextlib.contextmanager
def atomic():
    local.rows, local.locks = [], []
    try:
        yield
        stored.extend(local.rows)
    finally:
        for lock in local.locks:
            lock.release()


class Bookings:
    def filter(self, room_id, start__lt, end__gt):
        def exists():  # a plain read: what is committed, and what is one's own
            found = any(b.start < start__lt and b.end > end__gt for b in stored + local.rows if b.room_id == room_id)
            with contextlib.suppress(threading.BrokenBarrierError):
                meet.wait(5 if room is None else 0.2)  # both read within the same second
            return found

        return SimpleNamespace(exists=exists)

    def create(self, **fields):
        local.rows.append(SimpleNamespace(**fields))


def book_both(text, **names):
    names.update(transaction=SimpleNamespace(atomic=atomic), Booking=SimpleNamespace(objects=Bookings()))
    shown = load(text, RoomTaken=RuntimeError, **names)

    def book(*limits):
        with contextlib.suppress(RuntimeError):
            shown.book(7, *limits, "ann")

    stored.clear()
    meet.reset()
    threads = [threading.Thread(target=book, args=limits) for limits in [(900, 1000), (930, 1030)]]
    [thread.start() for thread in threads], [thread.join() for thread in threads]
    return len(stored)


assert book_both(source()) == 2
room = threading.Lock()
locked = source().replace("        taken =", "        lock_room(room_id)\n        taken =")
assert locked != source()
assert book_both(locked, lock_room=lambda room_id: room.acquire() and local.locks.append(room)) == 1

"""Reports 1 and 2 come from this code, each with the smallest input; what is marked as done is never mailed."""

from datetime import date, timedelta

from exhibit import load

mails_to_send = load().mails_to_send
today = date(2026, 5, 4)


def owner(number, address, notice=None):
    return {"id": number, "address": address, "notice": notice}


def inspection(number, vehicle, days, done=False):
    return {"owner": number, "vehicle": vehicle, "due": today + timedelta(days=days), "done": done}


same_day = [owner(1, "ann@x", 0)]
assert mails_to_send(same_day, [inspection(1, "van", 0)], today) == {}
assert mails_to_send(same_day, [inspection(1, "van", 3)], today) == {"ann@x": ["van"]}  # 0 or 3 is 3

shared = [owner(1, "office@x"), owner(2, "Office@x")]
due = [inspection(1, "van", 3), inspection(2, "bus", 3)]
assert mails_to_send(shared, due, today) == {"office@x": ["bus"]}  # the later owner replaces the earlier

assert mails_to_send([owner(1, "ann@x")], [inspection(1, "van", 3, done=True)], today) == {}  # report 3 lies elsewhere

late = [inspection(1, "van", 2), inspection(1, "bus", -5)]  # a morning without a run; overdue
assert mails_to_send([owner(1, "ann@x")], late, today) == {}

"""A function that "does not change anything" sends a reminder and saves; a failure looks like "owes nothing"."""

import datetime

from exhibit import load

saved, reminders = [], []
yesterday = datetime.date.today() - datetime.timedelta(days=1)
invoices = [{"status": "open", "amount": 40, "due": yesterday}, {"status": "paid", "amount": 9, "due": yesterday}]
shown = load(
    datetime=datetime,
    load_invoices=lambda customer: invoices if customer == 1 else [],
    save_invoice=saved.append,
    send_reminder=lambda customer, amount: reminders.append((customer, amount)),
)

assert shown.get_open_balance(1) == 40
assert len(saved) == 1 and reminders == [(1, 40)]
assert shown.get_open_balance(2) == 0 and reminders[-1] == (2, 0)  # a reminder though nothing is owed
assert shown.get_open_balance(2, flag=False) == 0 and len(reminders) == 2


def refused(*_):
    raise OSError("no mail server")


invoices[0]["status"] = "open"
shown.send_reminder = refused
assert shown.get_open_balance(1) == 0 and len(saved) == 2  # a right sum becomes 0, after saving


def stopped(*_):
    raise KeyboardInterrupt


shown.send_reminder = stopped
assert shown.get_open_balance(1) == 0  # the bare except catches this as well

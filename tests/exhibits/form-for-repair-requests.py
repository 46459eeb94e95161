"""What stands in a class body runs at import: one due date, old choices, a frozen list; a failing mail leaves a row."""

from datetime import datetime, timedelta
from types import SimpleNamespace

from exhibit import load, raised

now = [datetime(2026, 1, 1)]
technicians = [SimpleNamespace(id=1, name="Ann")]
stored, mails, filters = [], [], []


def field(*args, **options):
    return options


class Rows:
    def __init__(self, find):
        self.find = find

    def filter(self, **conditions):
        return filters.append(conditions) or self.find()

    def create(self, **fields):
        stored.append(SimpleNamespace(due=shown.Repair.due["default"], **fields))
        return stored[-1]


class Model:
    objects = Rows(list)


def form(post):
    return SimpleNamespace(is_valid=lambda: True, cleaned_data=post)


models = SimpleNamespace(Model=Model, CharField=field, ForeignKey=field, DateTimeField=field, SET_NULL=None)
shown = load(
    models=models, forms=SimpleNamespace(Form=object, CharField=field, ChoiceField=field), ListView=object,
    timezone=SimpleNamespace(now=lambda: now[0]), timedelta=timedelta, SENDER="", DISPATCH="",
    Technician=SimpleNamespace(objects=Rows(lambda: list(technicians))),
    send_mail=lambda *mail: mails.append(mail), render=lambda request, page, context: page,
)

now[0] += timedelta(days=7)
technicians.append(SimpleNamespace(id=2, name="Bob"))
assert shown.Repair.due["default"] == datetime(2026, 1, 4)
assert shown.RepairForm.technician["choices"] == [(1, "Ann")]
assert filters[-1] == {"due__gte": datetime(2026, 1, 1)}

shown.RepairForm = form
post = SimpleNamespace(method="POST", POST={"title": "lamp", "technician": "1"})
for _ in range(2):  # a reload of the page sends the same POST again
    assert shown.new_repair(post) == "thanks.html"
assert len(stored) == len(mails) == 2 and stored[0].due == stored[1].due

shown.send_mail = lambda *mail: 1 / 0
raised(ZeroDivisionError, shown.new_repair, post)
assert len(stored) == 3  # an error page for a stored request

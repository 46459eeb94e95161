"""`save` writes every column as it was loaded, over a newer e-mail, and makes one HTTP call for each member."""

from datetime import datetime, timedelta
from types import SimpleNamespace

from exhibit import load, source, stub

database = {n: {"email": f"{n}@old", "last_login": None, "status": "new"} for n in range(3)}
calls = []


class Model:
    def __init__(self, key):
        self.key, self.values = key, dict(database[key])
        vars(self).update(self.values)

    def save(self, *args, **kwargs):
        database[self.key] = {name: getattr(self, name) for name in self.values}


def field(*args, **options):
    return None


class Everybody:
    @staticmethod
    def all():
        loaded = [shown.Member(key) for key in database]  # the loop holds all of them
        database[2]["email"] = "2@new"  # a member changes the e-mail while the loop runs
        return loaded


stub("django.db", migrations=SimpleNamespace(Migration=object, RunPython=lambda *code: code))
stub("django.utils", timezone=SimpleNamespace(now=datetime.now))
models = SimpleNamespace(Model=Model, EmailField=field, DateTimeField=field, CharField=field)
newsletter = SimpleNamespace(sync=lambda email, status: calls.append((email, status)))
text = source().replace("from members.models import Member\n", "")
assert text != source()
shown = load(text, models=models, newsletter=newsletter)
shown.Member.objects = Everybody

shown.fill_status(None, None)
assert [row["status"] for row in database.values()] == ["silent"] * 3
assert database[2]["email"] == "2@old"  # the new address is lost
assert len(calls) == 3
assert timedelta(milliseconds=50) * 4_000_000 // timedelta(hours=1) == 55  # 55.6: "56 hours"
assert len(shown.Migration.operations[0]) == 1  # no reverse_code

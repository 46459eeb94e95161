"""A rollback discards all rows before it, and the upload's record, while the message counts them as added."""

from types import SimpleNamespace

from exhibit import load, stub


class IntegrityError(Exception):
    pass


class Session:
    """What SQLAlchemy's session does here: one transaction; objects added in it leave at a rollback."""

    def __init__(self, stored=()):
        self.stored, self.open = list(stored), []

    def add(self, thing):
        self.open.append(thing)

    def flush(self):
        new = vars(self.open[-1])
        codes = [vars(thing).get("code") for thing in self.stored + self.open[:-1]]
        if "code" in new and (new["code"] in codes or not new["name"]):
            raise IntegrityError

    def rollback(self):
        self.open = []

    def commit(self):
        self.stored, self.open = self.stored + self.open, []


class Thing(SimpleNamespace):
    pass


stub("sqlalchemy.exc", IntegrityError=IntegrityError)
stub("sqlalchemy.orm", Session=Session)
stub("shop.models", Supplier=Thing, Upload=Thing)
shown = load()


def rows(codes):
    return [{"code": code, "name": "x"} for code in codes]


session = Session()
assert shown.handle_upload(session, "first.csv", rows("abc")) == "3 added, 0 skipped"  # the colleague's two trials
assert shown.handle_upload(session, "again.csv", rows("abc")) == "0 added, 3 skipped"
assert len(session.stored) == 4

session = Session([Thing(code="b", name="x")])
assert shown.handle_upload(session, "mixed.csv", rows("acbde")) == "4 added, 1 skipped"
assert [vars(thing) for thing in session.stored[1:]] == rows("de")  # a, c and the upload are gone

session = Session()
assert shown.import_suppliers(session, [{"code": "n", "name": ""}]) == (0, 1)  # a missing name as a duplicate

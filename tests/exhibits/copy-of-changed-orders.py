"""Changed orders are doubled, orders committed late are missed, and a failed run loses its hour."""

from pathlib import Path

from exhibit import load, raised


class Cursor:
    def __init__(self, connection):
        self.connection = connection

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def execute(self, query, values):
        if query.startswith("INSERT"):
            if self.connection.away:
                raise ConnectionError
            self.connection.rows.append(values)
        else:
            self.found = [row for row in self.connection.rows if row[3] > values[0].isoformat()]

    def fetchall(self):
        return self.found


class Connection:
    def __init__(self):
        self.rows, self.away, self.commit = [], False, lambda: None

    def cursor(self):
        return Cursor(self)


shown = load()
shown.STATE = Path("last_run")
shown.STATE.write_text("2026-01-01T00:00:00")
shop, reports = Connection(), Connection()

shop.rows = [(1, 7, 500, "2026-01-01T09:00:00")]
shown.copy_changes(shop, reports)
mark = shown.STATE.read_text()
shop.rows = [(1, 7, 600, "9999-01-01T00:00:00")]  # changed after the first run
shown.copy_changes(shop, reports)
assert sum(row[2] for row in reports.rows) == 1100  # one order of 600

shop.rows = [(2, 7, 900, "2026-01-01T09:58:00")]  # begun before the mark, committed after the read
assert "2026-01-01T09:58:00" < mark and shown.copy_changes(shop, reports) == 0

shown.STATE.write_text("2026-01-01T00:00:00")
reports.away = True
raised(ConnectionError, shown.copy_changes, shop, reports)
reports.away = False
assert shown.copy_changes(shop, reports) == 0  # the state was saved before the work

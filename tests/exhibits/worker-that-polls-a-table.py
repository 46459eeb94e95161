"""Any apostrophe in a page breaks the statement, a page can change other jobs, and two copies take one job."""

import sqlite3
from types import SimpleNamespace

from exhibit import load, raised, stub

page, requested = {}, []


class Done(Exception):
    pass


class Connection:
    """psycopg2's connection, with SQLite behind it."""

    def __init__(self, dsn):
        self.inner = sqlite3.connect(dsn)
        self.cursor, self.commit = self.inner.cursor, self.inner.commit


def get(url, timeout):
    requested.append(url)
    run, page["meanwhile"] = page["meanwhile"], None
    if run:
        run()
    return SimpleNamespace(**page, status_code=500)


def sleep(seconds):
    raise Done  # no job is left


stub("psycopg2", connect=Connection)
stub("requests", get=get)
shown = load()
shown.time = SimpleNamespace(sleep=sleep)
jobs = sqlite3.connect("jobs.db")


def work(text, count=1, meanwhile=None):
    jobs.executescript("DROP TABLE IF EXISTS jobs; CREATE TABLE jobs (id INTEGER, url TEXT, state TEXT, body TEXT)")
    jobs.executemany("INSERT INTO jobs VALUES (?, 'u' || ?, 'new', '')", [(n, n) for n in range(count)])
    jobs.commit()
    page.update(text=text, meanwhile=meanwhile)
    requested.clear()
    shown.work_forever("jobs.db")


raised(Done, work, "plain", 3)
assert len(requested) == 3  # error pages are saved as done: nobody looks at the status
raised(sqlite3.OperationalError, work, "it's")

raised(Done, work, "x', url = 'http://evil' WHERE 1 = 1 --", 3)
assert {row for row, in jobs.execute("SELECT url FROM jobs")} == {"http://evil"} and len(requested) == 1

raised(Done, work, "plain", 1, lambda: raised(Done, shown.work_forever, "jobs.db"))
assert requested == ["u0", "u0"]  # both copies fetched the one job

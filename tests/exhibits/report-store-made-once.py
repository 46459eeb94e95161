"""`__init__` runs at each call: a new connection each time, and one thread's totals come from another's tenant."""

import os
import sqlite3
from types import SimpleNamespace

from exhibit import load, raised

shown = load(render=lambda page, totals: totals)
raised(KeyError, shown.ReportStore)  # needs an environment variable
os.environ["REPORT_DB"] = "reports.db"

with sqlite3.connect("reports.db") as db:
    db.execute("CREATE TABLE sales (tenant, month, product, amount)")
    db.executemany("INSERT INTO sales VALUES (?, '2026-01', 'pen', ?)", [("ann", 5), ("ann", 2), ("bob", 100)])


def request(tenant):
    return SimpleNamespace(tenant=tenant, args={"month": "2026-01"})


assert shown.report_page(request("ann")) == {"pen": 7}
first = shown.ReportStore(tenant="ann")
connection, cache = first.connection, first.cache
second = shown.ReportStore(tenant="bob")
assert first is second and second.connection is not connection and second.cache is not cache
assert first.tenant == "bob"
assert first.totals("2026-01") == {"pen": 100}  # ann's page with bob's figures

store = shown.ReportStore(tenant="ann")
shown.ReportStore.__init__(store, tenant="bob")  # bob's request, between ann's constructor and query
assert store.totals("2026-01") == {"pen": 100}

"""Only the total is printed; with the rows given twice, amounts are 0 and regions come in several lines."""

import collections
import csv
import io
import itertools
from decimal import Decimal
from operator import itemgetter
from pathlib import Path

from exhibit import load, source

Path("sales.csv").write_text("region,status,amount\nnorth,paid,5\nsouth,paid,7\nnorth,paid,1\nnorth,open,9\n")
names = dict(csv=csv, itertools=itertools, Decimal=Decimal, itemgetter=itemgetter)


def printed(shown):
    out = io.StringIO()
    shown.report("sales.csv", out)
    return out.getvalue().splitlines()


assert printed(load(**names)) == ["Total paid: 13"]

twice = source().replace('paid = (row for row in rows if row["status"] == "paid")', "paid = paid_rows(rows)")
assert twice != source()
rows = load(twice, **names, paid_rows=lambda rows: [row for row in rows if row["status"] == "paid"])
assert printed(rows) == ["Total paid: 13", "north: 1 sales, 0", "south: 1 sales, 0", "north: 1 sales, 0"]

sums = collections.defaultdict(lambda: [0, Decimal(0)])  # the repair: one pass, memory for the regions only
for row in rows.load_sales("sales.csv"):
    if row["status"] == "paid":
        sums[row["region"]][0] += 1
        sums[row["region"]][1] += Decimal(row["amount"])
assert sums == {"north": [2, 6], "south": [1, 7]} and sum(amount for _, amount in sums.values()) == 13

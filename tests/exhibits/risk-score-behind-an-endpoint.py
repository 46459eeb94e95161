"""The numbers of the regions differ between processes, and agree within one; unknown and empty look like real."""

import os
import subprocess
import sys
from types import SimpleNamespace

from exhibit import load, stub

REGIONS = ["north", "south", "east", "west", "centre", "coast", "hills", "islands"]
customers = [{"region": region, "age_days": 10, "spent": 5.0} for region in REGIONS]
trained, asked = [], []


class Classifier:
    def fit(self, rows, left):
        trained.extend(row[1] for row in rows)

    def predict(self, rows):
        asked.extend(row[1] for row in rows)
        return [0.04 > 0.5]


kept = Classifier()
shown = load(
    GradientBoostingClassifier=Classifier, joblib=SimpleNamespace(dump=lambda *_: None, load=lambda path: kept),
    app=SimpleNamespace(get=lambda path: lambda function: function),
    database=SimpleNamespace(customers=lambda: customers, customer=customers.__getitem__),
)
shown.train(customers, [False] * len(customers))
for number in range(len(customers)):
    assert shown.risk(number) == {"risk": False}
assert asked == trained  # within one program: the green test

program = f"print(list({{region for region in {REGIONS}}}))"
orders = set()
for seed in range(1, 5):  # what happens by chance from one process to the next
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    orders.add(subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True).stdout)
assert len(orders) > 1

unknown = {"region": "moon", "age_days": 10, "spent": None}
assert shown.features(unknown, REGIONS) == shown.features({**customers[0], "spent": 0.0}, REGIONS)

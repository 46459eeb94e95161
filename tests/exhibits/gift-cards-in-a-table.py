"""Read, change, put: money is spent twice, a block vanishes, a repeated order pays twice; the scan misses cards."""

import copy

from exhibit import load, stub


class Table:
    def __init__(self):
        self.items = {"c": {"id": "c", "cents": 50, "orders": [], "email": "ann"}}
        self.meanwhile = None

    def get_item(self, Key):
        found = copy.deepcopy(self.items.get(Key["id"]))
        if self.meanwhile:  # what another server does between this read and the write that follows
            run, self.meanwhile = self.meanwhile, None
            run()
        return {"Item": found} if found else {}

    def put_item(self, Item):
        self.items[Item["id"]] = Item

    def scan(self, FilterExpression):
        return {"Items": [], "LastEvaluatedKey": {"id": "a"}}  # the first page: read 1 MB, filtered to nothing


class Resource:
    def Table(self, name):
        return Table()


class Attr:
    def __init__(self, name):
        self.name = name

    def eq(self, value):
        return (self.name, value)


stub("boto3", resource=lambda name: Resource())
stub("boto3.dynamodb.conditions", Attr=Attr)
shown = load()

shown.table.meanwhile = lambda: shown.redeem("c", 50, "o1")
assert shown.redeem("c", 50, "o2") and shown.table.items["c"]["orders"] == ["o2"]  # 100 paid with 50

shown = load()
shown.table.meanwhile = lambda: shown.block("c", "stolen")
assert shown.redeem("c", 10, "o1") and "blocked" not in shown.table.items["c"]

shown = load()
assert shown.redeem("c", 20, "o1") and shown.redeem("c", 20, "o1")
assert shown.table.items["c"]["cents"] == 10
assert shown.cards_of("ann") == []

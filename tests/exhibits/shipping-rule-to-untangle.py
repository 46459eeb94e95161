"""A table of rates gives what the nested ifs give in all 80 cases; what is odd about the old rule."""

import itertools
from math import inf

from exhibit import load

old = load().shipping
RATES = {"home": [(2, 4), (10, 7), (inf, 15)], "abroad": [(2, 12), (10, 20), (inf, -1)]}


def member_price(order, cost):
    if order["zone"] == "home":
        return 0 if order["total"] >= 50 else cost
    return cost - 2 if cost > 0 else cost


def shipping(order):
    cost = next(price for limit, price in RATES[order["zone"]] if order["weight"] <= limit)
    if order["member"]:
        cost = member_price(order, cost)
    return cost * 2 if order["express"] else cost


names = ["zone", "weight", "total", "member", "express"]
switches = [True, False]
cases = list(itertools.product(RATES, [0, 2, 2.01, 10, 10.01], [49.99, 50], switches, switches))
assert len(cases) == 80
for case in cases:
    order = dict(zip(names, case))
    assert shipping(order) == old(order), order

heavy = dict(zip(names, ("abroad", 11, 10, False, True)))
assert old(heavy) == -2
assert old({**heavy, "zone": "moon"}) == old(heavy)  # an unknown zone counts as abroad
assert old(dict(zip(names, ("home", 1, 50, True, True)))) == 0  # free stays free with express

"""The cache hands out one dictionary per country: discount, customer and lines travel; the test passes either way."""

from exhibit import load, source


def quotes(text, *orders):
    shown = load(text)
    return [shown.build_quote(customer, [{"customer": customer["id"], "item": item}]) for customer, item in orders]


ann = {"id": 1, "country": "CH", "partner": True}
bob = {"id": 2, "country": "CH", "partner": False}

load().test_quote_has_only_own_lines()
before = "\n".join(line for line in source().splitlines() if "# added" not in line)
load(before).test_quote_has_only_own_lines()  # passes without the fix, too

first, second = quotes(source(), (ann, "desk"), (bob, "lamp"))
assert second["discount"] == 10  # the partner's
assert first is second and first["customer"] == 2
assert quotes(before, (ann, "desk"), (bob, "lamp"))[1]["lines"][0]["item"] == "desk"  # the reported fault
assert [line["item"] for line in quotes(source(), (ann, "desk"), (ann, "lamp"))[1]["lines"]] == ["desk", "lamp"]

copied = source().replace('country_defaults(customer["country"])', 'dict(country_defaults(customer["country"]))')
assert copied != source()
again = quotes(copied, (ann, "desk"), (ann, "lamp"))[1]
assert len(again["lines"]) == 2  # the inner list stays shared
deep = source().replace("functools.lru_cache(maxsize=None)", "(lambda function: function)")
assert deep != source()
clean = quotes(deep, (ann, "desk"), (bob, "lamp"))
assert [quote["discount"] for quote in clean] == [10, 0] and len(clean[1]["lines"]) == 1

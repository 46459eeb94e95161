"""A plan per field passes the assert and raises for three reasons; a shared default list changes other records."""

import copy

from exhibit import load, raised


def resolve(writer, reader, share=False):
    types, plan, reasons = {field["name"]: field["type"] for field in writer}, [], []
    for field in reader:
        names = [name for name in [field["name"], *field.get("aliases", [])] if name in types]
        if names:
            change = types[names[0]], field["type"]
            if change[0] != change[1] and change != ("int", "double"):
                reasons.append(f"{field['name']}: {change[0]} to {change[1]}")
            plan.append((field["name"], names[0], float if change == ("int", "double") else None, None))
        elif "default" in field:
            plan.append((field["name"], None, None, field["default"]))
        else:
            reasons.append(f"{field['name']}: no source")
    if reasons:
        raise ValueError("; ".join(reasons))

    def convert(record):
        result = {}
        for target, source, kind, default in plan:
            if source is None:
                result[target] = default if share else copy.deepcopy(default)
            else:
                result[target] = kind(record[source]) if kind else record[source]
        return result

    return convert


shown = load(resolve=resolve)
reasons = str(raised(ValueError, resolve, shown.reader, shown.writer))
assert all(part in reasons for part in ("customer: no", "note: no", "weight: double to int"))

record = {"id": 7, "customer": "Ana", "weight": 2, "note": "x"}
assert type(shown.convert(record)["weight"]) is float
shown.convert(record)["tags"].append("new")
assert shown.convert(record)["tags"] == []
shared = resolve(shown.writer, shown.reader, share=True)  # anchor 2
shared(record)["tags"].append("new")
assert shared(record)["tags"] == ["new"]

both = [{"name": "a", "type": "int", "aliases": ["b"]}]
assert resolve([{"name": "b", "type": "int"}, {"name": "a", "type": "int"}], both)({"a": 1, "b": 2}) == {"a": 1}
none = [{"name": "a", "type": "text", "default": None}]
assert resolve([], none)({}) == {"a": None}

"""A solution with one place per store agrees with the three readers where they differ, and takes the fourth store."""

from exhibit import load, raised

shown = load()


def add_up(pairs):
    result = {}
    for sku, count in pairs:
        result[sku] = result.get(sku, 0) + count
    return result


def pairs(lines, separator, sku, count, least):
    for line in lines:
        parts = line.split(separator)
        if len(parts) >= least:
            yield parts[sku].strip(), int(parts[count])


def north(lines):
    return add_up((sku.upper(), count) for sku, count in pairs(lines, ";", 0, 2, 3))


def south(lines):
    return add_up((sku.upper(), max(count, 0)) for sku, count in pairs(lines, ",", 1, 0, 2))


def east(lines):
    return dict(pairs(lines, ";", 0, 2, 3))


def west(lines):
    return add_up((sku, max(count, 0)) for sku, count in pairs(lines, "\t", 0, 1, 2))


semicolons = ["a;x;3", " A ;x;-5", "b;x;1", "b;x;2", "short;1", ""]
commas = ["3,a", "-5, A", "1,b", "2,b", "short"]
assert north(semicolons) == shown.read_north(semicolons) == {"A": -2, "B": 3}
assert south(commas) == shown.read_south(commas) == {"A": 3, "B": 3}
assert east(semicolons) == shown.read_east(semicolons) == {"a": 3, "A": -5, "b": 2}
assert west(["a\t3", "a\t-5", "b"]) == {"a": 3}
for read in (north, shown.read_north, east, shown.read_east):
    raised(ValueError, read, ["a;x;many"])
for read in (south, shown.read_south):
    raised(ValueError, read, ["many,a"])

"""The five kinds of answer and two errors of `lookup`, and a solution that gives its five callers the same."""

from exhibit import load, raised

people = [
    {"id": 17, "email": "ada@example.com", "name": "Ada"},
    {"id": 18, "email": "bob@example.com", "name": "Bob"},
]
printed = []
shown = load(people=people, form={"email": "eve@example.com"}, print=lambda *words: printed.append(words))
assert (shown.number, shown.names, shown.owner) == (2, ["Ada", "Bob"], 17)
assert printed == [("known",), ("Welcome", "stranger")]

twice = people + [{"id": 19, "email": "ada@example.com", "name": "Ada Two"}]
assert shown.lookup(people, 17)["name"] == "Ada" and shown.lookup(people, 99) is None
assert shown.lookup(people, 99, all=True) == [] and shown.lookup(people, 99, count=True) == 0
raised(KeyError, shown.lookup, people, 99, strict=True)
raised(ValueError, shown.lookup, twice, "ada@example.com", strict=True)
assert shown.lookup(twice, "ada@example.com")["id"] == 17  # the first of several
assert shown.lookup(people, None)["id"] == 17  # a missing key finds the first of all


def find_by_email(people, email):
    return next((person for person in people if person["email"] == email), None)


def get_by_email(people, email):
    found = [person for person in people if person["email"] == email]
    if len(found) != 1:
        raise (ValueError if found else KeyError)(email)
    return found[0]


assert len(people) == shown.number and [person["name"] for person in people] == shown.names
assert get_by_email(people, "ada@example.com")["id"] == shown.owner
raised(KeyError, get_by_email, people, "eve@example.com")
raised(ValueError, get_by_email, twice, "ada@example.com")
assert find_by_email(people, "eve@example.com") is None

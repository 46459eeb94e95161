"""The condition lets colleagues and foreign managers pass; role and hash can be set; the answer holds the hash."""

import copy
import logging
from types import SimpleNamespace

from exhibit import load, raised

COLUMNS = ["id", "company_id", "name", "email", "phone", "role", "password_hash"]


class HTTPException(Exception):
    pass


class User(SimpleNamespace):
    __table__ = SimpleNamespace(columns=dict.fromkeys(COLUMNS))


def person(number, company, role="user"):
    values = dict.fromkeys(COLUMNS, "")
    return User(**{**values, "id": number, "company_id": company, "role": role, "password_hash": "secret"})


lines = []
shown = load(
    router=SimpleNamespace(patch=lambda path: lambda function: function), Depends=lambda function: None,
    signed_in_user=None, get_db=None, User=User, HTTPException=HTTPException, Session=object,
    logger=SimpleNamespace(info=lambda text, *values: lines.append(text % values)),
)
everyone = {one.id: one for one in (person(1, 7), person(2, 7), person(3, 8), person(4, 8, "manager"))}


def update(me, other, **changes):
    people = copy.deepcopy(everyone)
    database = SimpleNamespace(get=lambda kind, number: people.get(number), commit=lambda: None)
    return shown.update_user(other, changes, people[me], database)


assert update(1, 2, email="mine@example.com")["email"] == "mine@example.com"  # a colleague's
assert update(4, 1, phone="1")["phone"] == "1"  # a manager of another company
raised(HTTPException, update, 3, 1, phone="1")  # another company's user may not
assert update(1, 1, role="manager", company_id=8)["role"] == "manager"
assert update(1, 2, password_hash="known")["password_hash"] == "known"
assert update(1, 1)["password_hash"] == "secret"
assert "known" in lines[-2]
raised(HTTPException, update, 1, 99)

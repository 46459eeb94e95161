"""Where `send` and `date` can be replaced and where not, and tests that notice the named mistakes."""

import datetime
from datetime import date
from unittest.mock import Mock, create_autospec, patch

from exhibit import load, raised, source, stub


class PostError(Exception):
    pass


def send(address, text):
    raise AssertionError("a mail has left the machine")


postbox = stub("postbox", PostError=PostError, send=send)


def loan(name, day):
    return {"email": f"{name}@example.com", "title": "Emma", "due": date(2025, 3, day)}


def fails_for_bob(address, text):
    if address.startswith("bob"):
        raise PostError


def tests(text):
    shown = load(text)
    stand_in = create_autospec(send, side_effect=fails_for_bob)
    with patch.object(shown, "send", stand_in), patch.object(shown, "date", Mock(today=lambda: date(2025, 3, 10))):
        failed = shown.remind([loan("ann", 9), loan("bob", 9), loan("cem", 9), loan("dan", 10), loan("eve", 11)])
    assert [call.args[0][:3] for call in stand_in.call_args_list] == ["ann", "bob", "cem"]
    assert stand_in.call_args_list[0].args[1] == "Please bring back Emma."
    assert failed == ["bob@example.com"]


tests(source())
for old, new in [
    ("< date.today()", "<= date.today()"), ("< date.today()", "> date.today()"), ("loan['title']", "loan['email']"),
    ('failed.append(loan["email"])', "return [loan['email']]"), ("except PostError", "except KeyError"),
]:
    assert old in source()
    raised((AssertionError, PostError), tests, source().replace(old, new))

shown = load()
with patch.object(postbox, "send", lambda address, text: None):  # after the import: in vain
    raised(AssertionError, shown.remind, [loan("ann", 9)])
raised(TypeError, setattr, datetime.date, "today", None)  # `date` is written in C
with patch.object(shown, "send", Mock(side_effect=KeyError)):
    raised(KeyError, shown.remind, [loan("ann", 9), loan("bob", 9)])  # another exception ends the run

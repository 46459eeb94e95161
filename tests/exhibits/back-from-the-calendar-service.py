"""A stranger's code is taken for the signed-in user; tokens reach the log, and `next` leads anywhere."""

import logging
import os
from types import SimpleNamespace
from urllib.parse import parse_qs, urlencode, urlsplit

from exhibit import load, raised

session, lines, posted = {}, [], []
victim = SimpleNamespace(id=7)
request = SimpleNamespace(args={})


def post(url, data, timeout):
    posted.append(data)
    tokens = {"access_token": "A", "refresh_token": "R"}
    answers = {"code of the attacker": tokens, "expired": {"error": "invalid_grant"}}
    return SimpleNamespace(json=lambda: answers[data["code"]])


def unchanged(function):
    return function


class Lines(logging.Handler):
    def emit(self, record):
        lines.append(record.getMessage())


log = logging.getLogger("calendar")
log.setLevel(logging.INFO)
log.addHandler(Lines())
log.propagate = False
os.environ["CALENDAR_SECRET"] = "s"
shown = load(
    app=SimpleNamespace(get=lambda path: unchanged), login_required=unchanged, session=session, request=request,
    redirect=lambda place: place, urlencode=urlencode, requests=SimpleNamespace(post=post), os=os, log=log,
    current_user=victim, db=SimpleNamespace(commit=lambda: None), CLIENT_ID="desk",
)

request.args = {"next": "https://evil.example/"}
query = parse_qs(urlsplit(shown.connect()).query)
assert "state" not in query and "code_challenge" not in query

# the victim opens the address at which the attacker stopped the attacker's own flow
request.args = {"code": "code of the attacker"}
assert shown.back() == "https://evil.example/"
assert victim.calendar_token == "A" and victim.calendar_refresh == "R"
assert "'R'" in lines[0]

session.clear()
assert shown.back() == "/"  # also without a flow that this browser began
request.args = {"error": "access_denied"}
raised(KeyError, shown.back)
request.args = {"code": "expired"}
raised(KeyError, shown.back)

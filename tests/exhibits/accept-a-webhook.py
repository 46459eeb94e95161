"""Checking header, time and signature over the raw bytes first does what the exhibit's comments say."""

import json

from exhibit import load, raised

shown = load()


def accept(header, body, secrets, now, seen):
    try:
        parts = dict(part.split("=", 1) for part in (header or "").split(","))
        at, given = int(parts["t"]), parts["v1"].encode()
    except (ValueError, KeyError):
        raise shown.Refused("header") from None
    if abs(now - at) > 300:
        raise shown.Refused("time")
    wanted = [shown.sign(body, at, secret).split("v1=")[1].encode() for secret in secrets]
    if not any([shown.hmac.compare_digest(one, given) for one in wanted]):
        raise shown.Refused("signature")
    try:
        event = json.loads(body)
        key = event["id"]
    except (ValueError, KeyError, TypeError):
        raise shown.Refused("body") from None
    if key in seen:
        return None
    seen.add(key)
    return event


seen, secrets, at = set(), [b"new", b"old"], 1_700_000_000
header, body = shown.header, shown.body
assert accept(header, body, secrets, at + 100, seen) == json.loads(body)
assert accept(header, body, secrets, at + 100, seen) is None
raised(shown.Refused, accept, header, body.replace(b"1250", b"1251"), secrets, at + 100, seen)
for odd in (None, "", "t=,v1=", "t=x,v1=y", "v1=y", f"t={at}", f"t={at},v1=\u00e9", header[:-1]):
    raised(shown.Refused, accept, odd, body, secrets, at, set())
for late in (at - 301, at + 301):
    raised(shown.Refused, accept, header, body, secrets, late, set())
assert accept(header, body, secrets, at + 300, set()) and accept(header, body, secrets, at - 300, set())
raised(shown.Refused, accept, header, body, [b"new"], at, set())
raised(shown.Refused, accept, shown.sign(b"[]", at, b"old"), b"[]", secrets, at, set())

raised(TypeError, shown.hmac.compare_digest, "\u00e9", "e")
assert json.dumps(json.loads(body)) == body.decode()
spaced = b'{"id":"evt_1"}'
assert json.dumps(json.loads(spaced)).encode() != spaced  # writing JSON again changes spaces

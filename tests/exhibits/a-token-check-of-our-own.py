"""Tokens that anyone can make are accepted: "none", a key id that leads to a known file; one without expiry, too."""

import base64
import hmac
import json
import time
from pathlib import Path

from exhibit import load

printed = []
shown = load(print=lambda *words: printed.append(words))
shown.KEYS = Path("keys").absolute()
shown.KEYS.mkdir()
(shown.KEYS / "k1").write_bytes(b"secret of the service")


def encode(part):
    return base64.urlsafe_b64encode(part).rstrip(b"=").decode()


def token(header, claims, key=b""):
    text = ".".join(encode(json.dumps(part).encode()) for part in (header, claims))
    return f"{text}.{encode(hmac.new(key, text.encode(), 'sha256').digest())}"


proper, later = {"alg": "HS256", "kid": "k1"}, time.time() + 60
good = token(proper, {"sub": "ann", "exp": later}, b"secret of the service")

# the author's tests
assert shown.current_user(good) == "ann"
assert shown.current_user(token(proper, {"sub": "ann", "exp": later}, b"other")) is None
assert shown.current_user(token(proper, {"sub": "ann", "exp": 1}, b"secret of the service")) is None

unsigned = token({"alg": "none", "kid": "k1"}, {"sub": "boss"}).rsplit(".", 1)[0] + "."
assert shown.current_user(unsigned) == "boss"

Path("public.txt").write_bytes(b"everybody knows this")
assert Path("/etc/shop/keys") / "/dev/null" == Path("/dev/null")
for kid in (str(Path("public.txt").absolute()), "../public.txt"):
    assert shown.current_user(token({"alg": "HS256", "kid": kid}, {"sub": "boss"}, b"everybody knows this")) == "boss"
if Path("/dev/null").exists():
    assert shown.current_user(token({"alg": "HS256", "kid": "/dev/null"}, {"sub": "boss"})) == "boss"

assert shown.current_user(token(proper, {"sub": "ann", "aud": "another"}, b"secret of the service")) == "ann"
assert not printed
(shown.KEYS / "k1").unlink()
assert shown.current_user(good) is None and good in printed[0]  # a good token in the log

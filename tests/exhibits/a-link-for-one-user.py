"""An HMAC over JSON passes the asserts and refuses every changed character; values put together can move."""

import hmac
import json
from urllib.parse import parse_qs, urlencode

from exhibit import load, raised


def digest(path, user, expires, key):
    return hmac.new(key, json.dumps([path, user, expires]).encode(), "sha256").hexdigest()


def make_link(path, user, expires, key, sign=digest):
    fields = {"path": path, "user": user, "expires": expires, "sign": sign(path, user, expires, key)}
    return "/get?" + urlencode(fields)


def check_link(link, now, key, sign=digest):
    fields = parse_qs(link.partition("?")[2])
    if sorted(fields) != ["expires", "path", "sign", "user"] or any(len(values) != 1 for values in fields.values()):
        return None
    path, user, expires, given = (fields[name][0] for name in ("path", "user", "expires", "sign"))
    if not (expires.isascii() and expires.isdigit()) or str(int(expires)) != expires:
        return None
    wanted = sign(path, user, int(expires), key)
    if not hmac.compare_digest(wanted.encode(), given.encode()) or now >= int(expires):
        return None
    return path, user


shown = load(make_link=make_link, check_link=check_link)
for at, letter in enumerate(shown.link):
    changed = shown.link[:at] + ("x" if letter != "x" else "y") + shown.link[at + 1:]
    assert check_link(changed, 0, shown.KEY) is None or changed.split("?")[1] == shown.link.split("?")[1]
for odd in ("", "?", shown.link + "&user=eve", shown.link.replace("1800000000", "x"), "?sign=\u00e9"):
    assert check_link(odd, 0, shown.KEY) is None


def together(path, user, expires, key):
    """Anchor 2: puts the values together without separation."""
    return hmac.new(key, f"{path}{user}{expires}".encode(), "sha256").hexdigest()


assert f"{'ann'}{1800000000}" == f"{'ann1'}{800000000}"
given = make_link("/f", "ann", 1_800_000_000, b"k", together).split("sign=")[1]
moved = "?" + urlencode({"path": "/f", "user": "ann1", "expires": 800_000_000, "sign": given})
assert check_link(moved, 0, b"k", together) == ("/f", "ann1")


def plain(path, user, expires, key):
    return f"{path}?user={user}&expires={expires}&sign={digest(path, user, expires, key)}&path={path}"


raised(AssertionError, load, make_link=plain, check_link=check_link)  # special characters break the odd link
raised(TypeError, hmac.compare_digest, "\u00e9", "e")

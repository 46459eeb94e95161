"""Without an exhibit: a pattern and a check give the examples; what the background says of patterns is so."""

import re

from exhibit import raised

PATTERN = r"(?:([0-9]+)h)?(?:([0-9]+)m)?(?:([0-9]+)s)?"


def parse_duration(text):
    found = re.fullmatch(PATTERN, text)
    if not text or not found:
        raise ValueError(text)
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return hours * 3600 + minutes * 60 + seconds


assert parse_duration("1h30m") == 5400 and parse_duration("45s") == 45
assert parse_duration("1h5s") == 3605 and parse_duration("0s") == 0 and parse_duration("90m") == 5400
for odd in ("", "h", "30", "30m1h", "1h1h", "1h30", "-1s", "1.5h", " 1s", "1s\n", "1H", "1s1", "\u0663s"):
    raised(ValueError, parse_duration, odd)

assert re.fullmatch(PATTERN, "")
assert re.match(PATTERN + "$", "45s\n")  # `match` and `$` accept a final newline
assert re.fullmatch(r"\d", "\u0663") and not re.fullmatch(r"[0-9]", "\u0663")

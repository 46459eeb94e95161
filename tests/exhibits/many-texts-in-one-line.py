"""An escape per special character passes all records and random lists; joins without one, or in steps, do not."""

import itertools
import random
import re

from exhibit import load, raised

OUT = {"\\": "\\\\", "|": "\\p", "\n": "\\n", "\r": "\\r"}
BACK = {escape: letter for letter, escape in OUT.items()}


def join(texts):
    return "".join(re.sub(r"[\\|\n\r]", lambda found: OUT[found.group()], text) + "|" for text in texts)


def split(line):
    if not re.fullmatch(r"(?:(?:[^\\|\n\r]|\\[\\pnr])*\|)*", line):
        raise ValueError(line)
    return [re.sub(r"\\.", lambda found: BACK[found.group()], part) for part in line.split("|")[:-1]]


def in_steps(line):
    """Anchor 2: undoes escapes by one `replace` after the other."""
    parts = line.split("|")[:-1]
    for escape, letter in reversed(list(BACK.items())):
        parts = [part.replace(escape, letter) for part in parts]
    return parts


def between(texts):
    """The separator between texts: the empty list and the empty text get the same line."""
    return join(texts)[:-1]


load(join=join, split=split)
raised(AssertionError, load, join=join, split=in_steps)
assert between([]) == between([""]) and join([]) != join([""])
for odd in ("a", "\\", "a\\|", "\\x|", "a\nb|", "\\p", "a|b"):
    raised(ValueError, split, odd)

chance, lines = random.Random(10), {}
nasty = ["", "\\", "|", "n", "\n", "\\n", "|p"]
lists = [texts for n in range(3) for texts in itertools.product(nasty, repeat=n)]
lists += [tuple("".join(chance.choices("\\|\n\rnpr", k=5)) for _ in range(3)) for _ in range(500)]
for texts in lists:
    assert split(join(texts)) == list(texts)
    assert lines.setdefault(join(texts), texts) == texts  # no two lists share a line

whole = join(["Ana", "a|b"])
seen = [cut for cut in range(len(whole)) if not whole[:cut] or whole[cut - 1] == "|"]
for cut in range(len(whole)):
    if cut in seen:
        split(whole[:cut])  # a cut right after a text goes unseen
    else:
        raised(ValueError, split, whole[:cut])

"""Both losses: `failed` stays empty in the parent, and exceptions in `store` vanish; rates are pickled per file."""

import multiprocessing
import sys
from pathlib import Path
from types import SimpleNamespace

from exhibit import load, source


class ParseError(Exception):
    pass


class Counted(dict):
    pickled = 0

    def __reduce__(self):
        Counted.pickled += 1
        return Counted, ()


def parse(path):
    if path == "bad":
        raise ParseError(path)
    return [path]


def store(db, rows, rates):
    if rows == ["lost"]:
        raise OSError("the connection is gone")
    Path(f"stored-{rows[0]}").touch()


if "fork" in multiprocessing.get_all_start_methods():
    fork = multiprocessing.get_context("fork")
    printed = []
    assert "Pool(64)" in source()
    shown = load(
        source().replace("Pool(64)", "Pool(2)"),
        multiprocessing=SimpleNamespace(Pool=fork.Pool),
        connect=lambda dsn: None, DSN="", parse=parse, store=store, ParseError=ParseError, print=printed.append,
    )
    sys.modules["shown"] = shown
    assert shown.import_all(["a", "bad", "lost", "b"], Counted()) is True
    assert printed == ["4 files imported, 0 failed"]
    assert sorted(path.name for path in Path().glob("stored-*")) == ["stored-a", "stored-b"]
    assert Counted.pickled == 4

"""A file's name runs commands, `random` is predicted, `assert` vanishes with -O, an invoice shows to anyone."""

import hashlib
import os
import random
import subprocess
import sys
from types import SimpleNamespace

from exhibit import load, raised, source

user = SimpleNamespace(id=1, company_id=7, is_admin=False)
database = SimpleNamespace(get=lambda kind, n: f"invoice {n} of company 8", delete=lambda kind, n: None)
shown = load(
    hashlib=hashlib, random=random, subprocess=subprocess, Invoice=object, company_of=lambda number: 8, db=database,
    render=lambda page, user, invoice: invoice,
)

assert shown.cache_key("q") == hashlib.new("md5", b"q", usedforsecurity=False).hexdigest()

random.seed(9)
first = shown.new_reset_code()
state = random.getstate()
theirs = shown.new_reset_code()
random.setstate(state)  # whoever knows the state, which earlier codes give away, knows the next code
assert shown.new_reset_code() == theirs and len(first) == 8

if os.name == "posix":
    name = "'; touch owned; true '"
    try:
        shown.make_preview(SimpleNamespace(name=name, id=5))
    except subprocess.CalledProcessError:
        pass
    assert os.path.exists("owned")

raised(AssertionError, shown.delete_invoice, user, 1)
program = "import types\nuser = types.SimpleNamespace(is_admin=False)\ndef f():\n    assert user.is_admin\nf()"
assert subprocess.run([sys.executable, "-O", "-c", program]).returncode == 0
delete = "def delete_invoice" + source().split("def delete_invoice")[1].split("\n\n\n")[0]
names = {"db": database, "company_of": lambda number: 8, "Invoice": object}
exec(compile(delete, "exhibit", "exec", optimize=1, flags=0x1000000), names)
names["delete_invoice"](user, 1)  # no error

assert shown.show_invoice(user, 1) == "invoice 1 of company 8"

"""A guest reads the salaries through `PAGES`; staff get a TypeError for options; the times stand under "wrapper"."""

import time
from types import SimpleNamespace

from exhibit import load, raised

shown = load(time=time)
guest, ann = SimpleNamespace(user="eve"), SimpleNamespace(user="ann")
for page in (shown.stock, shown.salaries, shown.absences):
    assert page(guest) == "403 forbidden"  # the author's tests

assert shown.PAGES["/salaries"](guest) == "salaries"
assert shown.PAGES["/stock"](guest) == shown.PAGES["/absences"](guest) == "403 forbidden"
raised(TypeError, shown.PAGES["/absences"], ann, year="2024")
assert shown.PAGES["/absences"](ann) == "absences of 2025"
assert list(shown.SECONDS) == ["wrapper"]

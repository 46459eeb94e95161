"""A killed request has no END, so the slowest drop out of the mean; an id used again loses a request."""

import ast

from exhibit import load, source

printed = []
shown = load(print=printed.append)
wanted = next(line for line in source().splitlines() if line.startswith("# prints "))
assert printed == [ast.literal_eval(wanted[len("# prints "):])]


def log(*entries):
    return [f"2025-03-04T10:00:{at:02} {event} id={number} path={path}" for at, event, number, path in entries]


hung = [(n, "START", n, "/report") for n in range(10)]  # killed after 30 seconds, never ended
one = [(20, "START", 77, "/report"), (21, "END", 77, "/report")]
other = [(30, "START", 78, "/search"), (32, "END", 78, "/search")]
assert shown.slowest(log(*hung, *one, *other)) == [("/search", 2.0), ("/report", 1.0)]

again = [(0, "START", 5, "/report"), (40, "START", 5, "/search"), (41, "END", 5, "/search")]
assert shown.slowest(log(*again)) == [("/search", 1.0)]
assert shown.slowest(["not a line of this log", *log(*one)]) == [("/report", 1.0)]  # dropped in silence

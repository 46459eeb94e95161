"""Checks the Python exhibits of the question bank.

In: JSON on standard input, a list of {id, code}. Out: JSON on standard output, a list of {id, parsed, ran, problem}.
Every exhibit must parse. One that needs nothing beyond the standard library is also run, in a process and a folder of
its own, for a few seconds at most: what it defines must be definable. It may read no input and reach no network.
"""

import ast
import json
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

SECONDS = 10


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." if node.level else node.module.split(".")[0]


def check(exhibit):
    result = {"id": exhibit["id"], "parsed": False, "ran": False, "problem": ""}
    try:
        tree = ast.parse(exhibit["code"])
    except SyntaxError as error:
        result["problem"] = f"line {error.lineno}: {error.msg}"
        return result
    result["parsed"] = True
    if not set(imported(tree)) <= set(sys.stdlib_module_names) - {"__main__"}:
        return result
    with tempfile.TemporaryDirectory() as folder:
        try:
            done = subprocess.run(
                [sys.executable, "-I", "-c", exhibit["code"]],
                cwd=folder, capture_output=True, text=True, timeout=SECONDS, stdin=subprocess.DEVNULL,
            )
        except subprocess.TimeoutExpired:
            result["problem"] = f"still running after {SECONDS} seconds"
            return result
    result["ran"] = True
    if done.returncode != 0:
        result["problem"] = (done.stderr.strip().splitlines() or ["exit code " + str(done.returncode)])[-1]
    return result


with ThreadPoolExecutor(4) as pool:
    json.dump(list(pool.map(check, json.load(sys.stdin))), sys.stdout)

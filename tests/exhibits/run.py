"""Checks the Python exhibits of the question bank.

In: JSON on standard input, a list of {id, code}; code is null for a question without an exhibit.
Out: JSON on standard output, a list of {id, parsed, checked, problem}; problem is "" if all is well.
Every exhibit is parsed. If there is a file <id>.py beside this one, it is run with the exhibit at hand: in a process
and an empty folder of its own, without input, for SECONDS at most.
"""

import ast
import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SECONDS = 20
FOLDER = Path(__file__).resolve().parent
START = "import runpy, sys; sys.path.insert(0, sys.argv[1]); runpy.run_path(sys.argv[2], run_name='__main__')"


def run(check, code):
    """What went wrong, or an empty text."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "exhibit.txt").write_text(code or "", encoding="utf-8")
        try:
            done = subprocess.run(
                [sys.executable, "-I", "-B", "-c", START, str(FOLDER), str(check)],
                cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                encoding="utf-8", errors="replace", timeout=SECONDS,
            )
        except subprocess.TimeoutExpired:
            return f"still running after {SECONDS} seconds"
    return "" if done.returncode == 0 else done.stderr.strip()[-1500:] or f"ended with {done.returncode}"


def examine(item):
    check = FOLDER / f"{item['id']}.py"
    result = {"id": item["id"], "parsed": True, "checked": check.is_file(), "problem": ""}
    try:
        ast.parse(item["code"] or "")
    except SyntaxError as error:
        return {**result, "parsed": False, "checked": False, "problem": f"line {error.lineno}: {error.msg}"}
    if result["checked"]:
        result["problem"] = run(check, item["code"])
    return result


if __name__ == "__main__":
    with ThreadPoolExecutor(max(2, min(4, os.cpu_count() or 2))) as pool:
        json.dump(list(pool.map(examine, json.load(sys.stdin))), sys.stdout)

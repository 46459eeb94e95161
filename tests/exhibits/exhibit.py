"""What every check shares: the exhibit under test, loaded with stand-ins for what it imports or leaves out."""

import __future__
import ast
import sys
import types
from pathlib import Path


def source():
    """The exhibit's text. run.py puts it into the folder in which a check is started."""
    return Path("exhibit.txt").read_text(encoding="utf-8")


def stub(name, **attributes):
    """Makes `import name` give these attributes, for a module that need not be installed."""
    whole = name.split(".")
    for end in range(1, len(whole) + 1):
        part = ".".join(whole[:end])
        module = sys.modules.setdefault(part, types.ModuleType(part))
    vars(module).update(attributes)
    return module


def load(text=None, **names):
    """Runs the exhibit and returns its module. `names` are there from the start, and take the place of the
    functions and classes of the same name that the exhibit defines. Hints are left unevaluated."""
    tree = ast.parse(source() if text is None else text)
    tree.body = [node for node in tree.body if getattr(node, "name", None) not in names]
    flags = __future__.annotations.compiler_flag
    module = sys.modules["shown"] = types.ModuleType("shown")
    vars(module).update(names)
    exec(compile(tree, "exhibit", "exec", flags=flags, dont_inherit=True), vars(module))
    return module


def claims(shown):
    """How many comments of the form `# call == value` the exhibit makes; each must be true."""
    count = 0
    for line in source().splitlines():
        text = line[1:].strip()
        if not line.startswith("#") or " == " not in text:
            continue
        try:
            code = compile(text, text, "eval")
        except SyntaxError:
            continue
        assert eval(code, vars(shown)), text
        count += 1
    return count


def raised(kind, call, *args, **named):
    """The error of this kind that the call raises. Any other end is a failure."""
    try:
        result = call(*args, **named)
    except kind as error:
        return error
    raise AssertionError(f"expected {kind.__name__}, got {result!r}")


def run_async(coroutine):
    """Like asyncio.run, on a clock that jumps to the next timer: exact times, and nobody waits."""
    import asyncio  # only here, as it takes longer to import than most checks to run
    import selectors

    class Jumping(selectors.DefaultSelector):
        now = 0.0

        def select(self, timeout=None):
            self.now += timeout or 0
            return super().select(0)

    selector = Jumping()
    loop = asyncio.SelectorEventLoop(selector)
    loop.time = lambda: selector.now
    try:
        return loop.run_until_complete(coroutine)
    finally:
        left = asyncio.all_tasks(loop)
        for task in left:
            task.cancel()
        loop.run_until_complete(asyncio.wait(left) if left else asyncio.sleep(0))
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()

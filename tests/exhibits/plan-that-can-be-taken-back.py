"""Making all steps first does what the exhibit's calls say; making each in turn leaves `e`, undoing forward fails."""

import contextlib
from pathlib import Path

from exhibit import load, raised


def run_plan(plan, actions):
    unknown = [name for name, _ in plan if name not in actions]
    if unknown:
        raise ValueError(f"unknown: {unknown}")
    steps = [actions[name](**arguments) for name, arguments in plan]
    with contextlib.ExitStack() as stack:
        for step in steps:
            step.do()
            stack.callback(step.undo)
        stack.pop_all()


def in_turn(plan, actions):
    """Anchor 2: makes each step when its turn comes."""
    for name, arguments in plan:
        if name not in actions:
            raise ValueError(name)
        actions[name](**arguments).do()


def forward(plan, actions):
    """Anchor 2: undoes in the order of doing."""
    done = []
    try:
        for name, arguments in plan:
            done.append(actions[name](**arguments))
            done[-1].do()
    except OSError:
        for step in done[:-1]:
            step.undo()
        raise


shown = load(run_plan=lambda plan, actions: None)
run_plan(shown.good, shown.actions)
assert Path("a/b").is_dir()
raised(FileNotFoundError, run_plan, shown.failing, shown.actions)
assert not Path("c").exists()
raised(ValueError, run_plan, shown.wrong, shown.actions)
assert not Path("e").exists()
raised(TypeError, run_plan, [("make folder", {"path": "e"}), ("make folder", {"pth": "f"})], shown.actions)
raised(FileExistsError, run_plan, [("make folder", {"path": "a"})], shown.actions)
assert Path("a/b").is_dir()  # the failed step is not undone

raised(ValueError, in_turn, shown.wrong, shown.actions)
assert Path("e").exists()
error = raised(OSError, forward, shown.failing, shown.actions)
assert not isinstance(error, FileNotFoundError) and Path("c").exists()  # c is not empty; the first error is hidden

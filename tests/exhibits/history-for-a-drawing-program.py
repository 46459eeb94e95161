"""Two lists of steps pass the asserts; joining by name alone loses the move, clearing redo first loses redo."""

from exhibit import load, raised


class History:
    names_only = clears_first = False

    def __init__(self, limit):
        self.limit, self.steps, self.undone = limit, [], []

    def joins(self, action):
        last = self.steps[-1][-1] if self.steps else None
        moves = self.names_only or hasattr(last, "dx") and hasattr(action, "dx")
        return last is not None and last.name == action.name and moves

    def do(self, action):
        if self.clears_first:
            self.undone.clear()
        action.do()
        self.undone.clear()
        if not self.joins(action):
            self.steps.append([])
        self.steps[-1].append(action)
        del self.steps[:-self.limit]

    def undo(self):
        if not self.steps:
            return False
        self.undone.append(self.steps.pop())
        for action in reversed(self.undone[-1]):
            action.undo()
        return True

    def redo(self):
        if not self.undone:
            return False
        self.steps.append(self.undone.pop())
        for action in self.steps[-1]:
            action.do()
        return True


raised(AssertionError, load, History=type("NamesOnly", (History,), {"names_only": True}))
shown = load(History=History)


for kind in (History, type("ClearsFirst", (History,), {"clears_first": True})):
    drawing, history = {}, kind(limit=9)
    history.do(shown.Add(drawing, "a", 0, 0))
    history.do(shown.Move(drawing, "a", 5, 0))
    history.undo()
    raised(ValueError, history.do, shown.Add(drawing, "a", 0, 0))
    assert history.redo() is not kind.clears_first
drawing, history = {}, History(limit=2)
for name in "abc":
    history.do(shown.Add(drawing, name, 0, 0))
assert [history.undo() for _ in range(3)] == [True, True, False] and list(drawing) == ["a"]

"""What the six calls do today: two print, one prints None, two raise TypeError, one ValueError."""

from exhibit import load, raised, source

text, calls = source().split("print(label(find(today, 7)))")
calls = ("print(label(find(today, 7)))" + calls).replace("# 4\n    print", "# 4\n print").splitlines()
calls[3:5] = ["\n".join(calls[3:5])]
assert len(calls) == 6
printed = []
shown = load(text, print=printed.append)


def call(number):
    exec(calls[number - 1], vars(shown))


call(1), call(2), call(3)
assert printed == ["A2, 60 minutes"] * 2 + [None]
raised(TypeError, call, 4)
raised(TypeError, call, 5)
assert "empty" in str(raised(ValueError, call, 6))

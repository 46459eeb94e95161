"""When the clock stops, the new function has searched nothing; a generator is always true, and is read once."""

from exhibit import load, raised


class Text(str):
    searched = 0

    def lower(self):
        return Text(str.lower(self))

    def __contains__(self, word):
        Text.searched += 1
        return str.__contains__(self, word)


printed = []
shown = load(print=printed.append)
assert int(printed[0].split()[0]) > 100  # "times faster"

text = Text("start here")
found = shown.new_match(["art", "none"], text)
assert Text.searched == 0
assert list(found) == ["art"] and Text.searched == 2  # "art" matches inside "start"
assert list(found) == []
raised(TypeError, len, found)
assert shown.new_match([], text)  # true, though nothing matches
assert shown.old_match(["art", "none"], text) == ["art"]

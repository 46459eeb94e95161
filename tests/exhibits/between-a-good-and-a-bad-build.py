"""The untested build nearest the middle gives the exhibit's answer by four calls, and a right pair in every case."""

import itertools

from exhibit import claims, load


def narrow(n, test):
    good, bad, unknown = 0, n - 1, set()
    while True:
        left = [i for i in range(good + 1, bad) if i not in unknown]
        if not left:
            return good, bad
        at = min(left, key=lambda i: abs(2 * i - good - bad))
        answer = test(at)
        if answer == "good":
            good = at
        elif answer == "bad":
            bad = at
        else:
            unknown.add(at)


def asked(answers, solution=narrow):
    calls = []

    def test(i):
        calls.append(i)
        return answers[i]

    good, bad = solution(len(answers), test)
    assert answers[good] == "good" and answers[bad] == "bad" and len(set(calls)) == len(calls)
    assert set(answers[good + 1:bad]) <= {"unknown"}
    return calls


shown = load(narrow=narrow)
assert claims(shown) == 1
assert asked(shown.answers) == [3, 4, 2, 5]
assert asked(["good", "bad"]) == []
assert len(asked(["good"] + ["unknown"] * 8 + ["bad"])) == 8

for size, first in itertools.product(range(2, 8), range(1, 7)):
    for lost in itertools.product([False, True], repeat=max(size - 2, 0)):
        if first < size:
            plain = ["good"] * first + ["bad"] * (size - first)
            middle = ["unknown" if gone else one for gone, one in zip(lost, plain[1:-1])]
            asked([plain[0], *middle, plain[-1]])
for first in range(1, 1000):
    assert len(asked(["good"] * first + ["bad"] * (1000 - first))) <= 10

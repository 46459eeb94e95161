"""With a clock that `sleep` moves: done after 30 seconds, asked at the moments of the background, given up at 660."""

from exhibit import load, raised


class Clock:
    def __init__(self):
        self.now = 1000.0

    def time(self):
        return self.now

    def sleep(self, seconds):
        self.now += seconds


class Client:
    def __init__(self, clock, answers, cost=0):
        self.clock, self.answers, self.cost, self.asked = clock, iter(answers), cost, []

    def state(self, job):
        self.asked.append(self.clock.now - 1000)
        self.clock.now += self.cost
        answer = next(self.answers, "running")
        if isinstance(answer, Exception):
            raise answer
        return answer


def wait(*answers, cost=0):
    shown = load()
    shown.time = Clock()
    client = Client(shown.time, answers, cost)
    try:
        result = shown.wait_for("job", client)
    except TimeoutError as error:
        result = error
    return result, client.asked, shown.time.now - 1000


assert wait("running", "running", "done") == ("done", [0, 15, 30], 30)
assert wait("failed") == ("failed", [0], 0)
result, asked, ended = wait()
assert isinstance(result, TimeoutError)
assert asked == [0, 15, 30, 45, *range(60, 661, 60)] and ended == 660
result, asked, ended = wait(cost=7)
assert isinstance(result, TimeoutError) and 600 < ended <= 660 + 7
raised(OSError, wait, OSError("away"))

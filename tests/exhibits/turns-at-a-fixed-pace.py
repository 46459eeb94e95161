"""Without an exhibit: reserving the next time gives the example's turns; noting it after the wait does not."""

import asyncio

from exhibit import run_async


class Pace:
    def __init__(self, interval):
        self.interval, self.next = interval, float("-inf")

    async def turn(self):
        now = asyncio.get_running_loop().time()
        at = max(now, self.next)
        self.next = at + self.interval
        await asyncio.sleep(at - now)


class Late(Pace):
    """Anchor 2: reads the last turn, waits, and only then writes."""

    async def turn(self):
        now = asyncio.get_running_loop().time()
        await asyncio.sleep(max(0, self.next - now))
        self.next = asyncio.get_running_loop().time() + self.interval


async def moments(kind, delays):
    pace, went = kind(0.1), []
    loop = asyncio.get_running_loop()

    async def ask(name, delay):
        await asyncio.sleep(delay)
        await pace.turn()
        went.append((name, round(loop.time(), 6)))

    await asyncio.gather(*(ask(name, delay) for name, delay in enumerate(delays)))
    return went


assert run_async(moments(Pace, [0, 0, 0, 1])) == [(0, 0), (1, 0.1), (2, 0.2), (3, 1)]
assert run_async(moments(Pace, [0, 5, 5, 5])) == [(0, 0), (1, 5), (2, 5.1), (3, 5.2)]  # unused turns are gone
assert run_async(moments(Late, [0, 0.01, 0.02])) == [(0, 0), (1, 0.1), (2, 0.1)]  # two leave together

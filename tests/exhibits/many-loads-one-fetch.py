"""A future per key and one dispatch per turn print what the exhibit says; every ending of `fetch` settles its loads."""

import asyncio

from exhibit import load


class Loader:
    def __init__(self, fetch):
        self.fetch, self.known, self.waiting = fetch, {}, []

    async def load(self, key):
        if key not in self.known:
            self.known[key] = asyncio.get_running_loop().create_future()
            if not self.waiting:
                self.task = asyncio.ensure_future(self.dispatch())
            self.waiting.append(key)
        return await asyncio.shield(self.known[key])

    async def dispatch(self):
        keys, self.waiting = self.waiting, []
        try:
            values = await self.fetch(keys)
            assert len(values) == len(keys)
        except Exception as error:
            values = [error] * len(keys)
        for key, value in zip(keys, values):
            if isinstance(value, Exception):
                self.known.pop(key).set_exception(value)
            else:
                self.known[key].set_result(value)


printed = []
asyncio.run(load(Loader=Loader, asyncio=asyncio, print=lambda *words: printed.append(" ".join(map(str, words)))).main())
assert printed == ["fetch [1, 2]", "[10, 20, 10]", "20", "fetch [9, 3]", "[LookupError(9), 30]"]


answers = [None, [], [1], ["two"]]


async def fetch(keys):
    await asyncio.sleep(0)
    return answers.pop(0)


async def endings():
    loader = Loader(fetch)
    for kind in (TypeError, AssertionError):  # a failure; another number of values
        found = await asyncio.gather(loader.load(1), loader.load(1), return_exceptions=True)
        assert [type(one) for one in found] == [kind] * 2
    assert await loader.load(1) == 1  # a later load tries anew
    loads = [asyncio.ensure_future(loader.load(2)) for _ in range(2)]
    await asyncio.sleep(0)
    loads[0].cancel()
    assert await loads[1] == "two"  # one waiter's cancellation leaves the other alone


asyncio.run(endings())

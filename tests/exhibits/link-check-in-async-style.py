"""One link is checked at a time; the bare `except` swallows cancellation, and the sleep stops the whole loop."""

import asyncio
from pathlib import Path
from types import SimpleNamespace

from exhibit import load

running, most, sessions, slept = 0, 0, [], []


class Response:
    status = 200

    def __init__(self, url):
        self.url = url

    async def __aenter__(self):
        global running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(60 if self.url == "slow" else 0)
        return self

    async def __aexit__(self, *error):
        global running
        running -= 1


class ClientSession:
    async def __aenter__(self):
        sessions.append(self)
        return self

    async def __aexit__(self, *error):
        pass

    def get(self, url):
        return Response(url)


clock = SimpleNamespace(sleep=slept.append)
shown = load(aiohttp=SimpleNamespace(ClientSession=ClientSession), time=clock, asyncio=asyncio, Path=Path)
assert asyncio.run(shown.check_all([str(n) for n in range(20)])) == []
assert most == 1 and len(sessions) == 20


async def cancelled():
    task = asyncio.ensure_future(shown.check("slow"))
    for _ in range(3):
        await asyncio.sleep(0.01)
        task.cancel()
    return await asyncio.wait_for(task, 5)


assert asyncio.run(cancelled()) is None  # ended by itself, after three cancellations
assert slept == [2, 2, 2]  # time.sleep: the loop stands still

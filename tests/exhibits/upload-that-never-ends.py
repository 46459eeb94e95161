"""The three ways to hang: 200 files, a refused file, a file tried again; fifty files that work do not hang."""

import asyncio

from exhibit import load, run_async

shown = load(asyncio=asyncio)


def ends(count, upload):
    """The uploaded files, or None if the call hangs."""
    async def main():
        asyncio.get_running_loop().set_exception_handler(lambda loop, context: None)
        try:
            return await asyncio.wait_for(shown.upload_all(range(count), upload), 0.3)
        except asyncio.TimeoutError:
            return None

    return run_async(main())


uploaded = []


async def works(path):
    uploaded.append(path)


assert ends(50, works) == list(range(50))
uploaded.clear()
assert ends(200, works) is None and uploaded == []  # the queue is full before a worker exists


async def refuses(path):
    if path == 3:
        raise PermissionError
    uploaded.append(path)


assert ends(50, refuses) is None and len(uploaded) == 49


async def slow_once(path):
    if path == 3 and path not in tried:
        tried.append(path)
        raise TimeoutError
    uploaded.append(path)


uploaded, tried = [], []
assert ends(50, slow_once) is None and len(uploaded) == 50  # all is done, but one count is too many


async def refuses_all(path):
    raise tried.append(path) or PermissionError


tried.clear()
assert ends(50, refuses_all) is None and len(tried) == 8  # after eight refusals nobody is left

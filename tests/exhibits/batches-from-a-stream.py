"""Without an exhibit: a kept task gives the example's lists; a time-out around the next item loses items."""

import asyncio

from exhibit import run_async


async def batches(source, size, wait, keep=True):
    loop, source, task, batch, end = asyncio.get_running_loop(), source.__aiter__(), None, [], None
    try:
        while True:
            task = task or asyncio.ensure_future(source.__anext__())
            done, _ = await asyncio.wait({task}, timeout=max(0, end - loop.time()) if batch else None)
            if not done and not keep:  # anchor 2: what wait_for does to the read
                task.cancel()
            if done or not keep:
                read, task = task, None
            if done:
                end = end if batch else loop.time() + wait
                batch.append(read.result())
            if batch and (not done or len(batch) == size):
                yield batch
                batch = []
    except (StopAsyncIteration, OSError) as error:
        if batch:
            yield batch
        if isinstance(error, OSError):
            raise
    finally:
        if task:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


async def example(fails):
    before = 0
    for item, at in [("a", 0), ("b", 0.05), ("c", 1.0), ("d", 1.5)]:
        await asyncio.sleep(at - before)
        before = at
        yield item
    if fails:
        raise OSError


async def collect(fails=False, **how):
    found = []
    try:
        async for batch in batches(example(fails), 2, 0.1, **how):
            found.append(("".join(batch), round(asyncio.get_running_loop().time(), 6)))
    except OSError:
        found.append(OSError)
    return found


assert run_async(collect()) == [("ab", 0.05), ("c", 1.1), ("d", 1.5)]
assert run_async(collect(fails=True))[2:] == [("d", 1.5), OSError]
assert run_async(collect(keep=False)) == [("ab", 0.05), ("c", 1.1)]  # the stream ends early

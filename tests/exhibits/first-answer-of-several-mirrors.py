"""Without an exhibit: waiting for the first task without an error gives the example's answer; nothing runs on."""

import asyncio

from exhibit import raised, run_async

ended = []


async def first_answer(sources, timeout):
    tasks = [asyncio.ensure_future(source()) for source in sources]
    end = asyncio.get_running_loop().time() + timeout
    reasons, pending = [], set(tasks)
    try:
        while pending:
            left = end - asyncio.get_running_loop().time()
            done, pending = await asyncio.wait(pending, timeout=left, return_when=asyncio.FIRST_COMPLETED)
            if not done:
                raise TimeoutError(f"no answer in {timeout} s; {reasons}")
            for task in done:
                if task.exception() is None:
                    return task.result()
                reasons.append(task.exception())
        raise LookupError(f"all failed: {reasons}")
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def source(seconds, result):
    async def ask():
        try:
            await asyncio.sleep(seconds)
            if isinstance(result, Exception):
                raise result
            return result
        finally:
            ended.append(result)

    return ask


failing, b, c = source(0.01, OSError("A")), source(0.05, "b"), source(5, "c")
assert run_async(first_answer([failing, b, c], 2)) == "b"
assert ended[1:] == ["b", "c"]  # c was cancelled, and its clean-up has run
assert "A" in str(raised(LookupError, run_async, first_answer([failing, failing], 2)))
raised(TimeoutError, run_async, first_answer([failing, c], 0.05))
assert len(ended) == 7


async def first_to_finish():
    """Anchor 2: takes the first to finish, failed or not."""
    done, _ = await asyncio.wait([asyncio.ensure_future(s()) for s in (failing, b)], return_when="FIRST_COMPLETED")
    return done.pop().result()


raised(OSError, run_async, first_to_finish())

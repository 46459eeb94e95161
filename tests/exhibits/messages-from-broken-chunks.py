"""One buffer and an inner loop give the expected values at every split; a cut end and a long body raise."""

import json

from exhibit import load, raised


def messages(chunks, limit):
    buffer = bytearray()
    for chunk in chunks:
        buffer += chunk
        while len(buffer) >= 4:
            length = int.from_bytes(buffer[:4], "big")
            if length > limit:
                raise ValueError(f"a body of {length} bytes")
            if len(buffer) < 4 + length:
                break
            body = bytes(buffer[4:4 + length])
            del buffer[:4 + length]
            yield json.loads(body.decode())
    if buffer:
        raise ValueError("the stream ends inside a message")


def one_each(chunks, limit):
    """Anchor 2: takes at most one message per chunk."""
    buffer = b""
    for chunk in chunks:
        buffer += chunk
        if len(buffer) >= 4 and len(buffer) >= 4 + int.from_bytes(buffer[:4], "big"):
            end = 4 + int.from_bytes(buffer[:4], "big")
            yield json.loads(buffer[4:end])
            buffer = buffer[end:]


shown = load()
assert list(messages(shown.chunks, 7)) == shown.expected
whole = b"".join(shown.chunks)
for one in range(len(whole)):
    for two in range(one, len(whole)):
        assert list(messages([whole[:one], whole[one:two], whole[two:]], 7)) == shown.expected
assert list(one_each([whole], 7)) != shown.expected

raised(ValueError, list, messages(shown.chunks, 6))
ends = {4 + 7, 4 + 7 + 4 + 4}
for cut in range(1, len(whole)):
    if cut not in ends:
        raised(ValueError, list, messages([whole[:cut]], 7))
raised(ValueError, list, messages([b"\xff\xff\xff\xff"], 7))  # as soon as the length is known
assert next(messages(iter([whole[:11], None]), 7)) == {"a": 1}
raised(ValueError, list, messages([b"\x00\x00\x00\x00"], 7))  # an empty body is not JSON
raised(UnicodeDecodeError, b'"\xc3'.decode)

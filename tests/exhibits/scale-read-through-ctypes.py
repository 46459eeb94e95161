"""The pointer is cut to 32 bits, the callback is freed after `__init__`, and 64 bytes may go into 32."""

import ctypes
import gc
import sys
import weakref
from types import SimpleNamespace

from exhibit import load, raised

callbacks, buffers, closed = [], [], []
HANDLE = 0x7F12_3456_7890


class Function:
    """What ctypes does: without `restype`, the result is taken as a C int."""

    def __init__(self, call):
        self.call, self.restype = call, ctypes.c_int

    def __call__(self, *values):
        result = self.call(*values)
        return result if result is None or isinstance(result, float) else self.restype(result).value


lib = SimpleNamespace(
    scale_open=Function(lambda port: 0 if port == b"none" else HANDLE),
    scale_on_alarm=Function(lambda handle, call: callbacks.append(weakref.ref(call))),
    scale_name=Function(lambda handle, out, size: buffers.append((out, size))),
    scale_read=Function(lambda handle: 1.5),
    scale_close=Function(closed.append),
)
shown = load(ctypes=SimpleNamespace(**{**vars(ctypes), "CDLL": lambda name: lib}))
scale = shown.Scale("usb0", lambda code: None)
assert scale.handle != HANDLE and scale.handle == 0x3456_7890
gc.collect()
assert callbacks[0]() is None  # nothing refers to it any more
scale.name()
assert isinstance(buffers[0][0], bytes) and len(buffers[0][0]) < buffers[0][1]

assert shown.Scale("none", lambda code: None).handle == 0  # NULL is not noticed
sys.unraisablehook = lambda failed: closed.append(failed.exc_type)
raised(AttributeError, shown.Scale, None, None)
gc.collect()
assert closed[-1] is AttributeError  # `__del__` also runs after a failed `__init__`

if sys.platform == "linux" and sys.maxsize > 2**32:
    strchr = ctypes.CDLL(None).strchr  # the same, with a real pointer
    text = ctypes.create_string_buffer(b"x")
    assert strchr(text, ord("x")) == ctypes.c_int(ctypes.addressof(text)).value
    strchr.restype = ctypes.c_void_p
    assert strchr(text, ord("x")) == ctypes.addressof(text)

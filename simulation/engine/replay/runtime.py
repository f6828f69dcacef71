"""What compiles and runs WebAssembly: wasmtime.

WebAssembly stands between a recording and the processor: its numbers are those of IEEE 754 on
every machine, and its compiler takes milliseconds and comes as one library.
"""

from __future__ import annotations

import atexit
from functools import cache
from threading import Lock
from typing import Any
from weakref import WeakSet

_STARTING = Lock()
_LIVING: WeakSet[Any] = WeakSet()


def compiled(text: str) -> Any:
    """The module of a program in WebAssembly's text format. Several threads may run it."""
    import wasmtime

    with _STARTING:
        engine = _engine()
    module = wasmtime.Module(engine, text)
    _LIVING.add(module)
    return module


def started(module: Any) -> tuple[Any, Any]:
    """A store and what the module exports in it: a memory of its own, for one thread."""
    import wasmtime

    store = wasmtime.Store(_engine())
    _LIVING.add(store)
    return store, wasmtime.Instance(store, module, []).exports(store)


@cache
def _engine() -> Any:
    import wasmtime

    config = wasmtime.Config()
    config.cranelift_opt_level = "speed"
    config.signals_based_traps = False  # the handlers of faults are the window's
    engine = wasmtime.Engine(config)
    _LIVING.add(engine)
    return engine


@atexit.register
def _close() -> None:
    """Let go of everything while wasmtime is whole: later its destructors would complain."""
    for each in list(_LIVING):
        each.close()

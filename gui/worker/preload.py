"""Loads torch's libraries without holding the window up."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QLibrary

LIBRARIES = {"linux": "libtorch_python.so", "darwin": "libtorch_python.dylib"}
"""By platform; on Windows the loader finds what they need only once torch has told it where."""


def preload_torch() -> None:
    """Have the system load the libraries that ``import torch`` is about to want.

    Python lets no other thread run while it loads them, a fifth of a second and more in which
    the window stands still; Qt's loader lets Python go on. Where it fails, torch loads them.
    """
    if "torch" in sys.modules or sys.platform not in LIBRARIES:
        return
    found = find_spec("torch")
    if found is None or found.origin is None:
        return
    library = QLibrary(str(Path(found.origin).parent / "lib" / LIBRARIES[sys.platform]))
    library.setLoadHints(QLibrary.LoadHint.PreventUnloadHint)
    library.load()

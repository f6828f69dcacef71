"""Tells, at a start, that an earlier one ended without a goodbye, and how."""

from __future__ import annotations

import faulthandler
import logging
import uuid
from pathlib import Path
from typing import TextIO

from gui.locks import abandoned, lock_of

log = logging.getLogger("faults")


class FaultRecord:
    """A file that exists while the program runs; one whose program is gone tells of a crash.

    A crash in native code, which no ``except`` sees, writes into it where every thread was.

    Raises
    ------
    OSError
        If nothing can be written in ``folder``.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.earlier = _take_earlier(folder)
        """What those that crashed wrote, the oldest first; empty texts if they were killed."""
        self._path = folder / f"{uuid.uuid4().hex}.fault"
        self._lock = lock_of(self._path)
        self._lock.tryLock(0)
        self._file: TextIO = self._path.open("w", encoding="utf-8")
        faulthandler.enable(self._file)

    def close(self) -> None:
        """End in good order."""
        faulthandler.disable()
        self._file.close()
        _remove(self._path)
        self._lock.unlock()


def _take_earlier(folder: Path) -> list[str]:
    """Read and remove the records of programs that are gone."""
    texts = []
    for path, lock in abandoned(folder, "*.fault"):
        try:
            texts.append(path.read_text("utf-8", errors="replace"))
        except OSError as error:
            log.warning("%s cannot be read: %s", path, error)
        _remove(path)
        lock.unlock()
    return texts


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        log.warning("%s cannot be removed: %s", path, error)

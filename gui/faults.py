"""Tells, at a start, that an earlier one ended without a goodbye, and how."""

from __future__ import annotations

import faulthandler
import logging
import uuid
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QLockFile

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
        self._lock = _lock_of(self._path)
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
    for path in sorted(folder.glob("*.fault"), key=_age):
        lock = _lock_of(path)
        if not lock.tryLock(0):
            continue  # it is running
        try:
            texts.append(path.read_text("utf-8", errors="replace"))
        except OSError as error:
            log.warning("%s cannot be read: %s", path, error)
        _remove(path)
        lock.unlock()
    return texts


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0  # another start took it just now


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        log.warning("%s cannot be removed: %s", path, error)


def _lock_of(path: Path) -> QLockFile:
    lock = QLockFile(str(path.with_suffix(".lock")))
    lock.setStaleLockTime(0)  # only a program that has ended gives it up
    return lock

"""Files that belong to a running program; those of one that is gone tell of a crash."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLockFile


def lock_of(path: Path) -> QLockFile:
    """The lock that whoever ``path`` belongs to holds while it runs."""
    lock = QLockFile(str(path.with_suffix(".lock")))
    lock.setStaleLockTime(0)  # only a program that has ended gives it up
    return lock


def abandoned(folder: Path, pattern: str) -> list[tuple[Path, QLockFile]]:
    """Files in ``folder`` that belong to no one any more, the oldest first.

    Each comes with its lock, which is held from now on.
    """
    try:
        paths = sorted(folder.glob(pattern), key=_age)
    except OSError:
        return []
    pairs = [(path, lock_of(path)) for path in paths]
    return [(path, lock) for path, lock in pairs if lock.tryLock(0)]


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0  # another start took it just now

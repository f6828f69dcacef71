"""Unsaved work survives a crash: a copy is kept until it is saved or given up."""

from __future__ import annotations

import logging
import uuid
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal, Slot

from gui.language import explained
from gui.session import Session
from simulation import files
from simulation.errors import InputError

DELAY_MILLISECONDS = 1000
"""An edit is on disk this long after it was made, however many follow."""

log = logging.getLogger("autosave")


class Autosave(QObject):
    """Keeps a copy of a session's unsaved experiment in ``folder``.

    Each running program locks its own copy, so that another start can tell what a crash left
    behind from what is still open elsewhere.
    """

    failed = Signal(str)
    """The copy cannot be kept: a sentence, once until it works again."""

    def __init__(self, session: Session, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._folder = folder
        self._path = folder / f"{uuid.uuid4().hex}.toml"
        self._lock: QLockFile | None = None
        self._complained = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MILLISECONDS)
        self._timer.timeout.connect(self.write)
        session.title_changed.connect(self._on_change)

    @Slot()
    def _on_change(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def write(self) -> None:
        """Write the copy now, or remove it when there is nothing to lose."""
        self._timer.stop()
        try:
            if self._session.dirty:
                self._take_lock()
                files.save(self._session.experiment, self._path)
            else:
                self._path.unlink(missing_ok=True)
        except (InputError, OSError) as error:
            if not self._complained:
                sentence = self.tr("Work is not backed up: {why}")
                self.failed.emit(sentence.format(why=explained(error)))
            self._complained = True
        else:
            self._complained = False

    def close(self) -> None:
        """End in good order: the work is saved or given up, the copy not needed."""
        self._timer.stop()
        try:
            self._path.unlink(missing_ok=True)
        except OSError:
            log.warning("cannot remove %s", self._path)
        if self._lock is not None:
            self._lock.unlock()

    def _take_lock(self) -> None:
        if self._lock is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._lock = _lock_of(self._path)
            self._lock.tryLock(0)


@dataclass(frozen=True, slots=True)
class Backup:
    """The file that a crash left behind."""

    path: Path
    lock: QLockFile

    def set_aside(self) -> None:
        """Keep it under another name: it cannot be read, but neither is it to be lost."""
        log.warning("a backup is unreadable, kept as %s", self.path.with_suffix(".broken"))
        self.path.replace(self.path.with_suffix(".broken"))
        self.lock.unlock()

    def discard(self) -> None:
        """Remove it: the work is safe elsewhere, or not wanted."""
        try:
            self.path.unlink(missing_ok=True)
        except OSError:
            log.warning("cannot remove %s", self.path)
        self.lock.unlock()


def find_backups(folder: Path) -> list[Backup]:
    """What programs that ended without a goodbye left in ``folder``, the newest first."""
    try:
        copies = sorted(folder.glob("*.toml"), key=lambda p: p.stat().st_mtime, reverse=True)
    except OSError:
        return []
    pairs = ((path, _lock_of(path)) for path in copies)
    # A lock that cannot be had is held by a program that is still running.
    return [Backup(path, lock) for path, lock in pairs if lock.tryLock(0)]


def _lock_of(path: Path) -> QLockFile:
    lock = QLockFile(str(path.with_suffix(".lock")))
    lock.setStaleLockTime(0)  # only a program that has ended gives it up
    return lock

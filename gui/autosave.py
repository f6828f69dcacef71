"""Unsaved work survives a crash: a copy is kept until it is saved or given up."""

from __future__ import annotations

import logging
import uuid
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal, Slot

from gui.language import explained
from gui.locks import abandoned, lock_of
from gui.session import Session
from simulation import files
from simulation.errors import InputError

DELAY_MILLISECONDS = 1000
"""An edit is on disk this long after it was made, however many follow."""

LEFT = "left-"
"""Begins the name of a copy whose program was asked to end."""

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
        for signal in (session.changed, session.title_changed):
            signal.connect(self._on_change)

    @Slot()
    def _on_change(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def write(self) -> bool:
        """Write the copy now, or remove it when there is nothing to lose.

        Return whether that went well.
        """
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
            return False
        self._complained = False
        return True

    def leave(self) -> None:
        """End with the work neither saved nor given up: the next start takes the copy over.

        Its name tells that one from what a crash left behind.
        """
        self.write()
        try:
            if self._path.exists():
                self._path.replace(self._path.with_name(LEFT + self._path.name))
        except OSError:
            log.warning("cannot rename %s", self._path)
        if self._lock is not None:
            self._lock.unlock()

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
            self._lock = lock_of(self._path)
            self._lock.tryLock(0)


@dataclass(frozen=True, slots=True)
class Backup:
    """The file that a crash left behind, or the end of a session."""

    path: Path
    lock: QLockFile

    @property
    def was_left(self) -> bool:
        """Whether the program that it is from ended in good order, with the work unsaved."""
        return self.path.name.startswith(LEFT)

    def set_aside(self) -> None:
        """Keep it under another name: it cannot be read, but neither is it to be lost."""
        log.warning("a backup is unreadable, kept as %s", self.path.with_suffix(".broken"))
        try:
            self.path.replace(self.path.with_suffix(".broken"))
        except OSError:
            log.warning("cannot rename %s", self.path)
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
    return [Backup(path, lock) for path, lock in reversed(abandoned(folder, "*.toml"))]

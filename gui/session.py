"""The open document: its experiment, where it is kept and what can be undone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from simulation import files
from simulation.experiment import Experiment
from simulation.presets import find_preset

UNDO_LIMIT = 20_000
"""Edits that can be taken back; experiments share what they have in common, so each is small."""


class Session(QObject):
    """Holds one experiment; every change goes through :meth:`edit` and can be undone.

    Experiments are frozen, so the past is a list of them.
    """

    changed = Signal(object)
    """The experiment is another one now."""
    loaded = Signal()
    """It came from a preset or a file: whoever plays starts anew."""
    title_changed = Signal()
    """Name, place or saved state changed."""

    def __init__(self, experiment: Experiment, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._past: list[Experiment] = [experiment]
        self._now = 0
        self._merge_key = ""
        self._saved: Experiment | None = experiment
        self.path: Path | None = None
        """File that :meth:`save` writes, if any."""
        self.preset: str | None = None
        """Preset that the document began as."""

    def heir(self, parent: QObject) -> Session:
        """Another session of the same document, with all that can be undone."""
        made = Session(self.experiment, parent)
        made._past, made._now = list(self._past), self._now
        made._merge_key, made._saved = self._merge_key, self._saved
        made.path, made.preset = self.path, self.preset
        return made

    @property
    def experiment(self) -> Experiment:
        """What is on the screen."""
        return self._past[self._now]

    @property
    def dirty(self) -> bool:
        """Whether there is something that closing would lose."""
        return self.experiment != self._saved

    @property
    def can_undo(self) -> bool:
        return self._now > 0

    @property
    def can_redo(self) -> bool:
        return self._now + 1 < len(self._past)

    def edit(self, experiment: Experiment, merge_key: str = "") -> None:
        """Make ``experiment`` the current one.

        Edits in a row with the same ``merge_key`` are one step back: a drag of a slider.
        """
        if experiment == self.experiment:
            return
        merges = bool(merge_key) and merge_key == self._merge_key and self._now > 0
        del self._past[self._now + (0 if merges else 1) :]
        self._past.append(experiment)
        del self._past[: -UNDO_LIMIT - 1]
        self._now = len(self._past) - 1
        self._merge_key = merge_key
        self._announce()

    def seal(self) -> None:
        """End a row of edits: the next one can be undone by itself."""
        self._merge_key = ""

    def undo(self) -> None:
        """Go back to the experiment before."""
        self._move(-1)

    def redo(self) -> None:
        """Take an undo back."""
        self._move(1)

    def open_preset(self, name: str) -> None:
        """Start from a preset; can be undone like any edit."""
        self._load(find_preset(name).experiment, None, name)

    def open(self, experiment: Experiment, path: Path) -> None:
        """Start from the experiment that was read from ``path``; can be undone."""
        self._load(experiment, path, None)

    def recover(self, experiment: Experiment) -> None:
        """Go on with an experiment that was never saved."""
        self._load(experiment, None, None)
        self._saved = None
        self.title_changed.emit()

    def save(self, path: Path) -> None:
        """Write the experiment to ``path``, which becomes the document's file.

        Raises
        ------
        InputError
            If it cannot be written; nothing is lost.
        """
        files.save(self.experiment, path)
        self.path = path
        self._saved = self.experiment
        self.title_changed.emit()

    def _load(self, experiment: Experiment, path: Path | None, preset: str | None) -> None:
        self.seal()
        self.path, self.preset = path, preset
        self.edit(experiment)
        self._saved = experiment
        self.loaded.emit()
        self.title_changed.emit()

    def _move(self, by: int) -> None:
        if 0 <= self._now + by < len(self._past):
            self._now += by
            self.seal()
            self._announce()

    def _announce(self) -> None:
        self.changed.emit(self.experiment)
        self.title_changed.emit()

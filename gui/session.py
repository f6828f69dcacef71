"""The open document: its experiment, where it is kept and what can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from simulation import files
from simulation.experiment import Experiment
from simulation.presets import find_preset

UNDO_LIMIT = 20_000
"""Edits that can be taken back; experiments share what they have in common, so each is small."""


@dataclass(slots=True)
class _Document:
    """What experiments are versions of; undoing goes back to the one they belonged to."""

    preset: str | None = None
    path: Path | None = None
    saved: Experiment | None = None


class Session(QObject):
    """Holds one experiment; every change goes through :meth:`edit` and can be undone.

    Experiments are frozen, so the past is a list of them, each with its document: what was
    opened over it is not where an older one is to be saved.
    """

    changed = Signal(object)
    """The experiment is another one now."""
    loaded = Signal()
    """It came from a preset or a file: whoever plays starts anew."""
    title_changed = Signal()
    """Name, place or saved state changed."""
    left_behind = Signal(object)
    """Another document was opened over this Experiment, which has unsaved changes."""

    def __init__(
        self, experiment: Experiment, parent: QObject | None = None, *, preset: str | None = None
    ) -> None:
        super().__init__(parent)
        self._past = [(experiment, _Document(preset, saved=experiment))]
        self._now = 0
        self._merge_key = ""
        self._told = self._heading()

    def heir(self, parent: QObject) -> Session:
        """Another session of the same document, with all that can be undone."""
        made = Session(self.experiment, parent)
        made._past, made._now = list(self._past), self._now
        made._merge_key = self._merge_key
        return made

    @property
    def experiment(self) -> Experiment:
        """What is on the screen."""
        return self._past[self._now][0]

    @property
    def path(self) -> Path | None:
        """File that it was read from or saved to, if any."""
        return self._document.path

    @property
    def preset(self) -> str | None:
        """Preset that the document began as."""
        return self._document.preset

    @property
    def dirty(self) -> bool:
        """Whether there is something that closing would lose."""
        return self.experiment != self._document.saved

    @property
    def left(self) -> list[Experiment]:
        """Unsaved changes that were opened over and that undoing brings back, the oldest first."""
        return [self._past[place][0] for place in self._places_left()]

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
        self._put(experiment, self._document, self._now + (0 if merges else 1))
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

    def go_to_left(self) -> bool:
        """Go back to the last unsaved changes that were opened over; whether there are any."""
        places = self._places_left()
        if places:
            self._move(places[-1] - self._now)
        return bool(places)

    def open_preset(self, name: str) -> None:
        """Start from a preset; can be undone like any edit."""
        experiment = find_preset(name).experiment
        self._load(experiment, _Document(name, saved=experiment))

    def open(self, experiment: Experiment, path: Path) -> None:
        """Start from the experiment that was read from ``path``; can be undone."""
        self._load(experiment, _Document(path=path, saved=experiment))

    def recover(self, experiment: Experiment) -> None:
        """Go on with an experiment that was never saved."""
        self._load(experiment, _Document())

    def save(self, path: Path) -> None:
        """Write the experiment to ``path``, which becomes the document's file.

        Raises
        ------
        InputError
            If it cannot be written; nothing is lost.
        """
        self._save(self._now, path)

    def save_left(self, path: Path) -> None:
        """Write the last unsaved changes that were opened over; like :meth:`save`."""
        for place in self._places_left()[-1:]:
            self._save(place, path)

    def _save(self, place: int, path: Path) -> None:
        experiment, document = self._past[place]
        files.save(experiment, path)
        document.path = path
        document.saved = experiment
        self._announce_title()

    def _places_left(self) -> list[int]:
        """Where each document was opened over that has unsaved changes."""
        last = {id(document): place for place, (_, document) in enumerate(self._past[: self._now])}
        last.pop(id(self._document), None)
        return [
            place for place in last.values() if self._past[place][0] != self._past[place][1].saved
        ]

    @property
    def _document(self) -> _Document:
        return self._past[self._now][1]

    def _load(self, experiment: Experiment, document: _Document) -> None:
        self.seal()
        left = self.experiment if self.dirty else None
        if experiment == self.experiment:  # there is nothing to undo
            self._past[self._now] = experiment, document
        else:
            self._put(experiment, document, self._now + 1)
            self.changed.emit(experiment)
        self.loaded.emit()
        self._announce_title()
        if left is not None and left != experiment:
            self.left_behind.emit(left)

    def _put(self, experiment: Experiment, document: _Document, place: int) -> None:
        """Let this be the latest, at ``place``; whatever was undone is gone."""
        self._past[place:] = [(experiment, document)]
        del self._past[: -UNDO_LIMIT - 1]
        self._now = len(self._past) - 1

    def _move(self, by: int) -> None:
        if 0 <= self._now + by < len(self._past):
            self._now += by
            self.seal()
            self._announce()

    def _announce(self) -> None:
        self.changed.emit(self.experiment)
        if self._heading() != self._told:  # a hand on a slider leaves it as it is
            self._announce_title()

    def _announce_title(self) -> None:
        self._told = self._heading()
        self.title_changed.emit()

    def _heading(self) -> tuple[object, ...]:
        """What the title tells."""
        experiment, document = self._past[self._now]
        return (
            experiment.title,
            experiment.objective.id,
            document.preset,
            document.path,
            self.dirty,
        )

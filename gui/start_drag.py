"""The start as the mouse drags it over the landscape."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from gui.language import explained
from gui.session import Session
from simulation.errors import InputError


class StartDrag(QObject):
    """Edits the start of the session's experiment: one step back for all of a drag.

    Signals
    -------
    refused
        The start cannot be there: why, in a sentence.
    dropped
        The mouse let go.
    """

    refused = Signal(str)
    dropped = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.under_way = False
        """Whether the mouse holds the start."""

    @Slot(object)
    def move(self, start: tuple[float, ...]) -> None:
        """Put the start there."""
        self.under_way = True
        experiment = self._session.experiment
        try:
            choice = replace(experiment.objective, start=start)
            self._session.edit(replace(experiment, objective=choice), "objective.start")
        except InputError as error:
            self.refused.emit(explained(error))

    @Slot()
    def drop(self) -> None:
        """Leave it where it is."""
        self.under_way = False
        self._session.seal()
        self.dropped.emit()

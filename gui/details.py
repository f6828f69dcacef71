"""One run in numbers: the step at the cursor written out, and all steps as a table."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from gui.frames import Frame
from gui.playback import Playback
from gui.views.inspector import InspectorView
from gui.views.table import TableView
from gui.worker.controller import Controller
from simulation.inspection.records import Inspection


class Details(QObject):
    """Keeps the inspector and the table at the selected run and the cursor's step."""

    def __init__(
        self,
        inspector: InspectorView,
        table: TableView,
        controller: Controller,
        playback: Playback,
    ) -> None:
        super().__init__(controller)
        self._inspector = inspector
        self._table = table
        self._controller = controller
        self._playback = playback
        self._frame: Frame | None = None
        self._run = 0
        inspector.inspection_wanted.connect(self._inspect)
        controller.frame_changed.connect(self._show_frame)
        controller.inspected.connect(self._show_inspection)

    @Slot(int)
    def select(self, run: int) -> None:
        """Show this run."""
        self._run = run
        self._show_history()

    @Slot(object)
    def _show_frame(self, frame: Frame) -> None:
        is_new = frame.is_new_after(self._frame)
        self._frame = frame
        if is_new:
            self._show_history()
        else:
            self._table.refresh()

    def _show_history(self) -> None:
        if self._frame is None:
            return
        experiment = self._frame.experiment
        self._run = min(self._run, len(experiment.runs) - 1)
        coordinates = experiment.objective.build().coordinates
        self._table.set_history(self._frame.history, self._run, coordinates)
        self.show_cursor(self._playback.cursor)

    def show_cursor(self, step: int) -> None:
        """Show this step; while it changes all the time, now and then is enough."""
        self._table.set_cursor(step)
        self._inspect()

    @Slot()
    def _inspect(self) -> None:
        """Ask for the step at the cursor, if it can be seen."""
        frame = self._frame
        if frame is None or not self._inspector.isVisible():
            return
        if frame.experiment.runs[self._run].enabled:
            self._controller.inspect(frame.experiment, self._run, self._playback.cursor)
        else:
            self._inspector.set_inspection(None)

    @Slot(object)
    def _show_inspection(self, inspection: Inspection) -> None:
        if (inspection.run, inspection.step) == (self._run, self._playback.cursor):
            self._inspector.set_inspection(inspection)

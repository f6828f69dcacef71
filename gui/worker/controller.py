"""The window's side of the simulation thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal, Slot

from gui.frames import Frame, Landscape, LandscapeChoice, Window
from gui.worker.ending import end
from gui.worker.inspection_worker import InspectionWorker, StepWish
from gui.worker.mailbox import Mailbox
from gui.worker.simulation_worker import Closeup, Export, Request, SimulationWorker
from simulation.engine.history import History
from simulation.experiment import Experiment


class Controller(QObject):
    """Owns the thread, numbers the requests and drops answers to older ones."""

    frame_changed = Signal(object)
    """The latest ``Frame`` of the latest request."""
    landscape_changed = Signal(object)
    """A ``Landscape`` to draw."""
    closeup_changed = Signal(object)
    """A ``Landscape`` of the range that was asked for last."""
    busy_changed = Signal(bool)
    """Whether something is being computed."""
    noticed = Signal(str)
    """A part of the latest request is left out: a sentence."""
    failed = Signal(str)
    """The latest request cannot be computed: a sentence."""
    inspected = Signal(object)
    """An ``Inspection``."""
    exported = Signal(str)
    export_failed = Signal(str)

    _wake = Signal()
    _cancel = Signal()
    _forget = Signal()
    _look = Signal()
    _choose = Signal(object)
    _export = Signal(object)
    _inspect = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._closed = False
        self._busy = False
        self._finished = 0
        """Number of the last request that is computed."""
        self._requests: Mailbox[Request] = Mailbox()
        self._request: Request | None = None
        self._wish: StepWish | None = None
        self._frames: Mailbox[Frame] = Mailbox()
        self._thread = QThread()
        self._thread.setObjectName("simulation")
        self._closeups: Mailbox[Closeup] = Mailbox()
        self._closeup = 0
        self._worker = SimulationWorker(self._requests, self._frames, self._closeups)
        self._worker.moveToThread(self._thread)
        self._thread.started.connect(self._worker.warm_up)
        self._wake.connect(self._worker.take_request)
        self._cancel.connect(self._worker.cancel)
        self._forget.connect(self._worker.forget)
        self._look.connect(self._worker.take_closeup)
        self._choose.connect(self._worker.choose_landscape)
        self._export.connect(self._worker.export)
        self._worker.landscape_ready.connect(self._on_landscape)
        self._worker.closeup_ready.connect(self._on_closeup)
        self._worker.finished.connect(self._on_finished)
        self._worker.noticed.connect(self._on_noticed)
        self._worker.failed.connect(self._on_failed)
        self._inspections = InspectionWorker()
        self._inspections.moveToThread(self._thread)
        self._inspect.connect(self._inspections.inspect)
        self._inspections.ready.connect(self.inspected)
        self._worker.exported.connect(self.exported)
        self._worker.export_failed.connect(self.export_failed)

    @property
    def busy(self) -> bool:
        """Whether something is being computed."""
        return self._busy

    def start(self) -> None:
        """Start the thread; best after the window is painted, since torch is loaded then.

        After :meth:`shutdown` it does nothing: a window may be closed before it has started.
        """
        if not self._closed:
            self._thread.start()

    def compute(self, experiment: Experiment, *, anew: bool = False) -> int:
        """Ask for an experiment, in place of whatever is being computed; return its number.

        Runs whose numbers stay the same are not computed again, unless ``anew`` asks for it.
        """
        self._number += 1
        if anew:
            self._forget.emit()
        self._drop()
        self._request = Request(self._number, experiment)
        self._requests.put(self._request)
        self._set_busy(True)
        self._wake.emit()
        return self._number

    def _drop(self) -> None:
        """Wait no more for what was asked for last, not even for the end of its step."""
        self._requests.take()
        if self._request is not None:
            self._request.dropped.set()
        self._drop_wish()

    def cancel(self) -> None:
        """Stop computing; what is recorded stays on the screen."""
        self._drop()
        self._cancel.emit()
        self._set_busy(False)

    @Slot(object)
    def look_closer(self, view: Window) -> None:
        """Ask for the landscape of another range of both axes, in place of older wishes."""
        self._closeup += 1
        self._closeups.put(Closeup(self._closeup, view))
        self._look.emit()

    @Slot(object)
    def choose_landscape(self, choice: LandscapeChoice) -> None:
        """Ask for another plane or other levels; the landscape is drawn anew."""
        self._choose.emit(choice)

    def export(
        self, experiment: Experiment, history: History, path: Path, steps: range | None = None
    ) -> None:
        """Write trajectories in the background; some of their steps, or all."""
        self._export.emit(Export(experiment, history, path, steps))

    def inspect(self, experiment: Experiment, run: int, step: int) -> None:
        """Ask for one step of a run written out, in place of older wishes."""
        wish = StepWish(experiment, run, step)
        if wish != self._wish:
            self._drop_wish()
            self._wish = wish
        self._inspect.emit(self._wish)

    def _drop_wish(self) -> None:
        if self._wish is not None:
            self._wish.dropped.set()
            self._wish = None

    def deliver(self) -> None:
        """Hand out the latest frame, if there is a new one; called at the display's rate.

        So is told that it was the last one: a hand on a slider asks for more than can be seen.
        """
        frame = self._frames.take()
        if frame is not None and frame.number == self._number:
            self.frame_changed.emit(frame)
        if self._finished == self._number:
            self._set_busy(False)

    def shutdown(self) -> None:
        """Stop the thread and wait for it; to be called before the program ends."""
        self._closed = True
        self._drop()
        self._cancel.emit()
        end(self._thread)

    @Slot(object)
    def _on_landscape(self, landscape: Landscape) -> None:
        self.landscape_changed.emit(landscape)

    @Slot(int, object)
    def _on_closeup(self, number: int, landscape: Landscape) -> None:
        if number == self._closeup:
            self.closeup_changed.emit(landscape)

    @Slot(int)
    def _on_finished(self, number: int) -> None:
        self._finished = number

    @Slot(int, str)
    def _on_noticed(self, number: int, sentence: str) -> None:
        if number == self._number:
            self.noticed.emit(sentence)

    @Slot(int, str)
    def _on_failed(self, number: int, sentence: str) -> None:
        if number == self._number:
            self._set_busy(False)
            self.failed.emit(sentence)

    def _set_busy(self, busy: bool) -> None:
        if busy != self._busy:
            self._busy = busy
            self.busy_changed.emit(busy)

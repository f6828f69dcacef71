"""What lives in the simulation thread: it computes in slices and never touches a widget."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.frames import Frame
from gui.worker.mailbox import Mailbox
from simulation.engine.history import History
from simulation.errors import InputError
from simulation.experiment import Experiment

SLICE_SECONDS = 0.008
PLANE_POINTS = 2000
"""Positions of a run that the plane through its trajectory is fitted to, at most."""

log = logging.getLogger("worker")


@dataclass(frozen=True, slots=True)
class Request:
    """Compute this; the number tells its answers from older ones."""

    number: int
    experiment: Experiment


@dataclass(frozen=True, slots=True)
class Export:
    """Write this trajectory to this file."""

    experiment: Experiment
    history: History
    path: Path


class SimulationWorker(QObject):
    """Takes the latest request, computes it in slices and puts frames into a mailbox.

    Between slices its event loop runs, so a newer request or a cancel is served within
    one slice. Nothing it does can raise out of a slot: what goes wrong is reported as a
    sentence.
    """

    started = Signal(int)
    """A request is being computed, by its number."""
    landscape_ready = Signal(object)
    """A ``Landscape``."""
    finished = Signal(int)
    """All steps of a request are computed."""
    failed = Signal(int, str)
    """A request cannot be computed: its number and a sentence."""
    exported = Signal(str)
    """A file is written."""
    export_failed = Signal(str)
    """A file is not written: why, in a sentence."""

    def __init__(self, requests: Mailbox[Request], frames: Mailbox[Frame]) -> None:
        super().__init__()
        self._requests = requests
        self._frames = frames
        self._request: Request | None = None
        self._runner: Any = None
        self._landscape_for: Any = None
        """What the current landscape was drawn of: the objective's choice, placed or fitted."""

    @Slot()
    def warm_up(self) -> None:
        """Load torch, which takes a second, while the window is already there."""
        try:
            import torch

            from simulation.engine.runner import Runner

            torch.set_num_threads(1)  # tensors are small, and the window needs the other cores
            Runner(Experiment()).run()  # its first operations load more of torch
        except Exception:
            log.exception(
                "warming up"
            )  # the first request will fail for the same reason, and say so

    @Slot()
    def take_request(self) -> None:
        """Start on the latest request; older ones are never even begun."""
        request = self._requests.take()
        if request is None:
            return
        self._request = request
        self._guarded(self._begin)

    @Slot()
    def cancel(self) -> None:
        """Stop computing; what is recorded stays."""
        self._runner = None

    @Slot(object)
    def export(self, export: Export) -> None:
        """Write a table in the format that the file's name asks for."""
        from simulation.export import tables

        write = tables.write_parquet if export.path.suffix == ".parquet" else tables.write_csv
        try:
            write(export.experiment, export.history, export.path)
        except InputError as error:
            self.export_failed.emit(str(error))
        except Exception as error:
            log.exception("export")
            self.export_failed.emit(f"{export.path}: could not be written: {error!r}")
        else:
            self.exported.emit(str(export.path))

    def _begin(self) -> None:
        from simulation.engine.runner import Runner

        assert self._request is not None
        self._runner = Runner(self._request.experiment)
        self.started.emit(self._request.number)
        if self._runner.objective.dim <= 2:
            self._draw_landscape()
        self._slice()

    @Slot()
    def _continue(self) -> None:
        if self._runner is not None:
            self._guarded(self._slice)

    def _slice(self) -> None:
        assert self._request is not None
        runner, number = self._runner, self._request.number
        runner.advance(SLICE_SECONDS)
        if runner.objective.dim > 2 and (runner.done or self._choice != self._landscape_for):
            self._draw_landscape()
        self._frames.put(
            Frame(
                number,
                runner.history,
                runner.history.computed,
                runner.done,
                runner.outcomes if runner.done else (),
                runner.steps_per_second,
                runner.device,
            )
        )
        if runner.done:
            self._runner = None
            self.finished.emit(number)
        else:
            QTimer.singleShot(0, self._continue)

    @property
    def _choice(self) -> Any:
        """What decides how the landscape of few coordinates looks."""
        assert self._request is not None
        choice = self._request.experiment.objective
        return (choice.id, choice.parameters)

    def _draw_landscape(self) -> None:
        from gui.worker.landscape import draw_landscape
        from simulation.devices import torch_device, torch_dtype

        assert self._request is not None
        runner = self._runner
        if runner.objective.dim <= 2 and self._choice == self._landscape_for:
            return
        positions = [
            record.positions[:, :: 1 + len(record) // PLANE_POINTS]
            for record in runner.history.records
            if len(record)
        ]
        experiment = self._request.experiment
        objective = experiment.objective.build().place(
            torch_dtype("float64"), torch_device("cpu", 1)
        )  # drawn exactly, whatever the runs are computed in
        landscape = draw_landscape(self._request.number, objective, positions, experiment.start)
        self._landscape_for = self._choice
        self.landscape_ready.emit(landscape)

    def _guarded(self, work: Callable[[], None]) -> None:
        """Do ``work``; report what goes wrong and go idle."""
        assert self._request is not None
        try:
            work()
        except InputError as error:
            self._give_up(str(error))
        except Exception as error:
            log.exception("computation")
            self._give_up(f"The computation failed: {error!r}")

    def _give_up(self, sentence: str) -> None:
        assert self._request is not None
        self._runner = None
        self.failed.emit(self._request.number, sentence)

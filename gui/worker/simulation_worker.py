"""What lives in the simulation thread: it computes in slices and never touches a widget."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.frames import Frame, LandscapeChoice, Window
from gui.language import explained
from gui.worker.mailbox import Mailbox
from gui.worker.preload import preload_torch
from gui.worker.scenery import Scenery
from simulation.engine.history import History
from simulation.engine.outcome import Outcome
from simulation.errors import InputError
from simulation.experiment import Experiment

SLICE_SECONDS = 0.008

log = logging.getLogger("worker")


@dataclass(frozen=True, slots=True)
class Request:
    """Compute this; the number tells its answers from older ones."""

    number: int
    experiment: Experiment
    dropped: Event = field(default_factory=Event, compare=False)
    """Set by the window once it waits for the answers no more."""


@dataclass(frozen=True, slots=True)
class Closeup:
    """Draw this part of the landscape; the number tells it from older ones."""

    number: int
    view: Window
    """Range of both axes that is in sight."""


@dataclass(frozen=True, slots=True)
class Export:
    """Write this trajectory to this file."""

    experiment: Experiment
    history: History
    path: Path
    steps: range | None = None
    """Which of them; ``None`` for all."""


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
    closeup_ready = Signal(int, object)
    """Part of the landscape: number of the closeup and a ``Landscape``."""
    noticed = Signal(int, str)
    """What of a request is left out: its number and a sentence."""
    finished = Signal(int)
    """All steps of a request are computed."""
    failed = Signal(int, str)
    """A request cannot be computed: its number and a sentence."""
    exported = Signal(str)
    """A file is written."""
    export_failed = Signal(str)
    """A file is not written: why, in a sentence."""

    def __init__(
        self, requests: Mailbox[Request], frames: Mailbox[Frame], closeups: Mailbox[Closeup]
    ) -> None:
        super().__init__()
        self._requests = requests
        self._frames = frames
        self._closeups = closeups
        self._scenery = Scenery()
        self._request: Request | None = None
        self._runner: Any = None
        self._last: Any = None
        self._companions: Any = None
        self._outcomes: tuple[Outcome, ...] = ()

    @Slot()
    def warm_up(self) -> None:
        """Load torch, which takes a second, while the window is already there."""
        preload_torch()
        try:
            import torch

            from simulation.engine.runner import Runner

            torch.set_num_threads(1)  # tensors are small, and the window needs the other cores
            Runner(Experiment()).run()  # its first operations load more of torch
        except Exception:
            # The first request will fail for the same reason, and say so.
            log.exception("warming up")

    @Slot()
    def take_request(self) -> None:
        """Start on the latest request; older ones are never even begun."""
        request = self._requests.take()
        if request is None:
            return
        self._request = request
        self._guarded(self._begin)

    @Slot()
    def take_closeup(self) -> None:
        """Draw the part of the landscape that was asked for last, between two slices."""
        closeup = self._closeups.take()
        if closeup is None:
            return
        try:
            landscape = self._scenery.closeup(closeup.view)
        except Exception:
            log.exception("closeup")  # the picture that is there stays
        else:
            if landscape is not None:
                self.closeup_ready.emit(closeup.number, landscape)

    @Slot(object)
    def choose_landscape(self, choice: LandscapeChoice) -> None:
        """Draw the landscape in another plane or with other levels, now and from now on."""
        try:
            landscape = self._scenery.choose(choice)
        except Exception:
            log.exception("landscape")
        else:
            if landscape is not None:
                self.landscape_ready.emit(landscape)

    @Slot()
    def forget(self) -> None:
        """Use nothing of what was computed before: what it was computed from has changed."""
        self._last = self._companions = None

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
            write(export.experiment, export.history, export.path, export.steps)
        except InputError as error:
            self.export_failed.emit(explained(error))
        except Exception as error:
            log.exception("export")
            self.export_failed.emit(f"{export.path}: could not be written: {error!r}")
        else:
            self.exported.emit(str(export.path))

    def _begin(self) -> None:
        from simulation.engine.past import usable_pasts
        from simulation.engine.runner import Runner

        assert self._request is not None
        experiment, last = self._request.experiment, self._last
        pasts = {}
        if last is not None:
            pasts = usable_pasts(last.experiment, last.pasts(), experiment)
        dropped = self._request.dropped
        self._last = self._runner = Runner(experiment, pasts, stopped=dropped.is_set)
        self._outcomes = ()
        self._begin_companions(experiment)
        self.started.emit(self._request.number)
        if self._runner.objective.dim <= 2:
            self._draw_landscape()
        self._slice()

    def _begin_companions(self, experiment: Experiment) -> None:
        from simulation.engine.companions import Companions, usable_clouds

        assert self._request is not None
        last, self._companions = self._companions, None
        if experiment.starts is None:
            return
        known = {} if last is None else usable_clouds(last, experiment)
        try:
            self._companions = Companions(experiment, known)
        except InputError as error:  # the runs themselves need none
            self.noticed.emit(self._request.number, explained(error))

    @Slot()
    def _continue(self) -> None:
        if self._runner is not None:
            self._guarded(self._slice)

    def _slice(self) -> None:
        assert self._request is not None
        runner, number = self._runner, self._request.number
        companions = self._companions
        if runner.done and companions is not None:
            companions.advance(SLICE_SECONDS)
        else:
            runner.advance(SLICE_SECONDS)
        if runner.done and not self._outcomes:
            self._outcomes = runner.outcomes
        if runner.objective.dim > 2:
            self._draw_landscape()
        self._frames.put(
            Frame(
                number,
                self._request.experiment,
                runner.history,
                runner.history.computed,
                runner.history.farthest,
                runner.done,
                self._outcomes,
                runner.steps_per_second,
                runner.device,
                () if companions is None else companions.clouds,
            )
        )
        if runner.done and (companions is None or companions.done):
            self._runner = None
            self.finished.emit(number)
        else:
            QTimer.singleShot(0, self._continue)

    def _draw_landscape(self) -> None:
        assert self._request is not None
        landscape = self._scenery.update(
            self._request.number, self._request.experiment, self._runner
        )
        if landscape is not None:
            self.landscape_ready.emit(landscape)

    def _guarded(self, work: Callable[[], None]) -> None:
        """Do ``work``; report what goes wrong and go idle."""
        from simulation.engine.interruption import Cancelled

        assert self._request is not None
        try:
            work()
        except Cancelled:  # in mid-step: nothing can go on from there
            self._runner = self._last = None
        except InputError as error:
            self._give_up(explained(error))
        except Exception as error:
            log.exception("computation")
            self._give_up(f"The computation failed: {error!r}")

    def _give_up(self, sentence: str) -> None:
        assert self._request is not None
        self._runner = None
        self.failed.emit(self._request.number, sentence)

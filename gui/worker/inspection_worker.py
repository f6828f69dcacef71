"""Writes out the arithmetic of single steps, in the simulation thread."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from simulation.errors import InputError
from simulation.experiment import Experiment

SLICE_SECONDS = 0.008

log = logging.getLogger("worker")


@dataclass(frozen=True, slots=True)
class StepWish:
    """Which step of which run is to be written out."""

    experiment: Experiment
    run: int
    step: int
    dropped: Event = field(default_factory=Event, compare=False)
    """Set from the window's thread, even in the middle of a step that takes for ever."""


class InspectionWorker(QObject):
    """Serves the latest wish in slices, between those of a computation."""

    ready = Signal(object)
    """An ``Inspection``."""

    def __init__(self) -> None:
        super().__init__()
        self._inspector: Any = None
        self._wish: StepWish | None = None
        self._waiting = False

    @Slot(object)
    def inspect(self, wish: StepWish) -> None:
        """Write this step out, in place of whatever was wished for before."""
        self._wish = wish
        self._go_on_later()

    def _go_on_later(self) -> None:
        if not self._waiting:
            self._waiting = True
            QTimer.singleShot(0, self._go_on)

    @Slot()
    def _go_on(self) -> None:
        self._waiting = False
        wish = self._wish
        if wish is None:
            return
        from simulation.engine.interruption import Cancelled

        try:
            inspection = self._inspect(wish)
        except Cancelled:
            self._wish = None
        except InputError:
            self._wish = None  # the computation says the same, where the user sees it
        except Exception:
            log.exception("inspection")
            self._wish = None
        else:
            if inspection is None:
                self._go_on_later()
            else:
                self._wish = None
                self.ready.emit(inspection)

    def _inspect(self, wish: StepWish) -> Any:
        from simulation.inspection.inspector import Inspector

        if self._inspector is None:
            self._inspector = Inspector()
        return self._inspector.inspect(
            wish.experiment, wish.run, wish.step, SLICE_SECONDS, wish.dropped.is_set
        )

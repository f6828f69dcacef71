"""Brings prediction and measurement, eigenvalue by eigenvalue, to their page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import Slot

from gui.frames import Frame
from gui.language import translated
from gui.studies.study import Sources, Study
from gui.views.theory.eigenvalues import EigenvaluesView
from simulation.experiment import Experiment, Run
from simulation.optimizers.base import LEARNING_RATE, MOMENTUM
from simulation.theory.analysis import (
    Measurement,
    Prediction,
    measure,
    noisy,
    predict,
    spectrum_of,
)
from simulation.theory.closed_form import iterates
from simulation.theory.optima import Optimum, Reason, best_for, with_optimum
from simulation.theory.probing import NoRecursion, values_in_force
from simulation.theory.spectra import Spectrum

Array = np.ndarray[Any, np.dtype[Any]]

DECADES = 18.0
"""Contributions below the largest by more than this are not drawn: they are rounding."""


@dataclass(frozen=True, slots=True)
class _Theory:
    """What was worked out for one run of one experiment."""

    experiment: Experiment
    run: int
    spectrum: Spectrum | None
    prediction: Prediction | NoRecursion


class EigenvaluesStudy(Study):
    """Keeps spectrum, matrices, fitted rates and contributions at the selected run."""

    def __init__(self, page: EigenvaluesView, sources: Sources) -> None:
        super().__init__(page, sources)
        self._view = page
        self._theory: _Theory | None = None
        self._here = False
        self._searched: Any = None
        self._optimum: Optimum | Reason | None = None
        page.place_chosen.connect(self._choose_place)
        page.optimum_wanted.connect(self._use_optimum)

    def show_experiment(self, experiment: Experiment) -> None:
        del experiment
        self._ask_theory()

    def show_frame(self, frame: Frame) -> None:
        theory = self._theory
        if theory is None or theory.experiment != frame.experiment:
            return
        if frame.done:
            bends = theory.spectrum is not None and not theory.spectrum.quadratic
            if bends:  # which minimum is nearest is known now
                self._ask_theory()
            else:
                self._ask_measurement(theory)
        self._show_contributions()

    def show_cursor(self, step: int) -> None:
        del step
        theory = self._theory
        moves = theory is not None and bool(theory.experiment.runs[theory.run].schedules)
        if self._here or moves:
            self._ask_theory()
        self._show_contributions()

    # --- theory -----------------------------------------------------------------------------

    def _ask_theory(self) -> None:
        experiment, run, here = self.sources.session.experiment, self.run, self._here
        step = self.sources.playback.cursor
        near = self._position(step if here else -1)

        def work(_: object) -> _Theory:
            spectrum = spectrum_of(experiment, near, here=here)
            if spectrum is None:
                return _Theory(experiment, run, None, NoRecursion("bends"))
            return _Theory(experiment, run, spectrum, predict(experiment, run, spectrum, step))

        self.ask("theory", work, self._show_theory)

    def _position(self, step: int) -> Array | None:
        """Where the run is at ``step``, −1 for its last finite position; ``None`` if unknown."""
        frame = self._frame_of(self.sources.session.experiment)
        if frame is None or not len(frame.history.records[self.run]):
            return None
        record = frame.history.records[self.run]
        positions = record.positions
        if step >= 0:
            positions = positions[:, : record.row_of(step) + 1]
        finite = np.flatnonzero(np.isfinite(positions).all(axis=0))
        return positions[:, finite[-1]] if len(finite) else None

    def _frame_of(self, experiment: Experiment) -> Frame | None:
        """The latest frame, if it belongs to this experiment."""
        frame = self.frame
        return frame if frame is not None and frame.experiment == experiment else None

    def _show_theory(self, theory: _Theory) -> None:
        view, spectrum = self._view, theory.spectrum
        self._theory = theory
        if spectrum is None:
            view.set_empty(
                self.tr(
                    "This objective has no Hessian in closed form here; choose one with a formula, "
                    "such as the ill-conditioned bowl."
                )
            )
            return
        view.set_empty("")
        run = theory.experiment.runs[theory.run]
        values = values_in_force(run, self.sources.playback.cursor)
        name = translated(run.declaration.name)
        view.set_spectrum(spectrum)
        found = theory.prediction
        view.set_prediction(
            found if isinstance(found, Prediction) else found.reason,
            values.get(MOMENTUM.name),
            name,
        )
        self._ask_optimum(run, spectrum)
        frame = self._frame_of(theory.experiment)
        view.set_measurement(None, self._note(theory))
        if frame is not None and frame.done:
            self._ask_measurement(theory)
        self._show_contributions()

    def _ask_optimum(self, run: Run, spectrum: Spectrum) -> None:
        """Search the best values, unless those at hand are of the same method and spectrum."""
        axes = (LEARNING_RATE.name, MOMENTUM.name)
        own = [(name, value) for name, value in run.hyperparameters.items() if name not in axes]
        searched = (run.optimizer, own, set(run.schedules), spectrum.eigenvalues.tolist())
        if searched == self._searched:
            return
        self._searched, self._optimum = searched, None

        def show(optimum: Optimum | Reason) -> None:
            self._optimum = optimum
            has_momentum = MOMENTUM.name in run.hyperparameters
            self._view.set_optimum(
                optimum, translated(run.declaration.name), has_momentum=has_momentum
            )

        self.ask("optimum", lambda _: best_for(run, spectrum.eigenvalues), show)

    def _note(self, theory: _Theory) -> str:
        """Why the closed form says nothing of the run, if so."""
        assert theory.spectrum is not None
        run = theory.experiment.runs[theory.run]
        if not run.enabled:
            return self.tr("This run is switched off.")
        if isinstance(theory.prediction, NoRecursion):
            return ""
        if noisy(theory.experiment):
            return self.tr("Noisy gradients: the theory is that of the mean, no rate is fitted.")
        if run.schedules:
            return self.tr("A schedule changes R: it is that of the cursor's step.")
        if not theory.spectrum.quadratic:
            return self.tr("Not quadratic: the theory holds close to the minimum.")
        return ""

    # --- measurement ------------------------------------------------------------------------

    def _ask_measurement(self, theory: _Theory) -> None:
        frame, spectrum = self._frame_of(theory.experiment), theory.spectrum
        if frame is None or spectrum is None:
            return
        record = frame.history.records[theory.run]
        if len(record) < 2:
            return
        experiment, run, prediction = theory.experiment, theory.run, theory.prediction
        self.ask(
            "measurement",
            lambda _: (theory, measure(experiment, run, spectrum, prediction, record)),
            self._show_measurement,
        )

    def _show_measurement(self, answer: tuple[_Theory, Measurement]) -> None:
        theory, measurement = answer
        if theory is self._theory:
            self._view.set_measurement(measurement, self._note(theory))

    def _show_contributions(self) -> None:
        theory = self._theory
        frame = None if theory is None else self._frame_of(theory.experiment)
        if theory is None or theory.spectrum is None or frame is None:
            return
        record, spectrum = frame.history.records[theory.run], theory.spectrum
        if not len(record) or not spectrum.anchored:
            self._view.clear_contributions()
            return
        step = min(self.sources.playback.cursor, int(record.step_numbers[-1]))
        row = record.row_of(step)
        step = int(record.step_numbers[row])
        rows = [0, row, len(record) - 1]
        start, measured, last = np.abs(spectrum.contributions(record.positions[:, rows])).T
        self._view.set_contribution_range(*_range(start, last))
        self._view.set_contributions(step, start, measured, self._predicted(theory, record, step))

    def _predicted(self, theory: _Theory, record: Any, step: int) -> Array | None:
        """Contributions by the closed form, ``(dim,)``."""
        prediction, spectrum = theory.prediction, theory.spectrum
        constant = not theory.experiment.runs[theory.run].schedules
        if spectrum is None or isinstance(prediction, NoRecursion):
            return None
        if not (spectrum.quadratic and constant) or noisy(theory.experiment):
            return None
        start, steps = record.positions[:, 0], np.array([step])
        theirs = iterates(prediction.recursion, spectrum, start, steps)
        found: Array = np.abs(spectrum.contributions(theirs))[:, 0]
        return found

    # --- wishes -----------------------------------------------------------------------------

    @Slot(bool)
    def _choose_place(self, here: bool) -> None:
        self._here = here
        self._ask_theory()

    @Slot()
    def _use_optimum(self) -> None:
        session = self.sources.session
        if isinstance(self._optimum, Optimum):
            run = with_optimum(session.experiment.runs[self.run], self._optimum)
            session.edit(session.experiment.with_run(self.run, run))


def _range(start: Array, last: Array) -> tuple[float, float]:
    """The contributions that the axis spans."""
    known = np.concatenate([start, last])
    known = known[np.isfinite(known) & (known > 0)]
    if not len(known):
        return 0.1, 1.0
    high = float(known.max())
    low = max(float(known.min()), high * 10.0**-DECADES)
    return low / 2, high if high > low else 2 * high

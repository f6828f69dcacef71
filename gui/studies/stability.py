"""Brings regimes and rates over learning rate and momentum, and the runs, to their page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import Slot

from gui.frames import Frame
from gui.language import translated
from gui.studies.stability_picture import (
    Diagram,
    Wish,
    closed_form_curves,
    draw,
    few_eigenvalues,
)
from gui.studies.study import Sources, Study
from gui.theme import run_style
from gui.views.theory.stability import StabilityView
from gui.views.theory.stability_records import Dot
from simulation.errors import InputError
from simulation.experiment import Experiment, Run
from simulation.optimizers.base import LEARNING_RATE, MOMENTUM
from simulation.theory.analysis import Prediction, predict
from simulation.theory.optima import Optimum, with_optimum
from simulation.theory.probing import NoRecursion
from simulation.theory.regimes import Regime
from simulation.theory.spectra import nearest_minimum

Array = np.ndarray[Any, np.dtype[Any]]

DIGITS, DECIMALS = 4, 4
"""Of values set by a drag: about a pixel."""


class StabilityStudy(Study):
    """Keeps the picture at the selected run's method, and the dots at all runs."""

    def __init__(self, page: StabilityView, sources: Sources) -> None:
        super().__init__(page, sources)
        self._view = page
        self._wish: Wish | None = None
        self._diagram: Diagram | None = None
        page.choice_changed.connect(self._on_choice)
        page.boundaries_changed.connect(self._show_boundaries)
        page.moved.connect(self._move)
        page.dropped.connect(self.sources.session.seal)
        page.optimum_wanted.connect(self._use_optimum)

    def show_experiment(self, experiment: Experiment) -> None:
        self._ask_picture(experiment)
        self._show_dots(experiment)
        self._ask_rate(experiment)

    def show_frame(self, frame: Frame) -> None:
        """Look again at a landscape that is no bowl: the run may be in another well."""
        diagram = self._diagram
        bends = diagram is not None and diagram.spectrum and not diagram.spectrum.quadratic
        if frame.done and bends and frame.experiment == self.sources.session.experiment:
            self._ask_picture(frame.experiment, frame)

    # --- the picture --------------------------------------------------------------------------

    def _ask_picture(self, experiment: Experiment, frame: Frame | None = None) -> None:
        run, view = experiment.runs[self.run], self._view
        form, curvature, log = view.form, view.curvature, view.log
        wish = Wish(
            experiment.objective,
            self._near(experiment, frame),
            form or (run.optimizer, _other_values(run)),
            curvature,
            log,
        )
        if wish == self._wish and self._fits(experiment):
            return
        self._wish = wish

        def work(_: object) -> Diagram:
            return draw(wish, experiment, run, form)

        self.ask("picture", work, self._show_picture)

    def _near(self, experiment: Experiment, frame: Frame | None) -> tuple[float, ...]:
        """Where the minimum is looked for: where the run ended, or as before, or at the start."""
        place = None if frame is None else _last_place(frame, self.run)
        if place is not None:
            minimum = nearest_minimum(experiment.objective.build(), place)
            return tuple((place if minimum is None else minimum).tolist())
        if self._wish is not None and self._wish.objective == experiment.objective:
            return self._wish.near
        return experiment.start

    def _fits(self, experiment: Experiment) -> bool:
        """Whether the selected run is in the picture, or the hand is moving it there."""
        diagram = self._diagram
        if self._view.plot.dragging or diagram is None or diagram.picture is None:
            return True
        place = self._place(experiment.runs[self.run])
        return place is None or place[0] <= diagram.picture.x[-1] * (1 + 1e-6)

    def _show_picture(self, diagram: Diagram) -> None:
        view = self._view
        if diagram.wish != self._wish:
            return
        self._diagram = diagram
        if diagram.spectrum is None or diagram.picture is None:
            view.set_empty(
                self.tr(
                    "There is no curvature to be stable against here; choose an objective with a "
                    "Hessian and a minimum, such as the ill-conditioned bowl."
                )
            )
            return
        view.set_empty("")
        experiment = self.sources.session.experiment
        run = experiment.runs[self.run]
        view.set_curvatures(few_eigenvalues(diagram.spectrum))
        view.set_picture(
            diagram.picture, log=diagram.wish.log, one=diagram.wish.curvature is not None
        )
        view.set_optimum(diagram.optimum, translated(run.declaration.name))
        self._show_boundaries()
        self._show_dots(experiment)
        self._ask_rate(experiment)

    @Slot()
    def _on_choice(self) -> None:
        self._ask_picture(self.sources.session.experiment)

    # --- dots ---------------------------------------------------------------------------------

    def _place(self, run: Run) -> tuple[float, float] | None:
        """Where a run is, in the coordinates of the axes; ``None`` without a learning rate."""
        diagram = self._diagram
        rate = run.hyperparameters.get(LEARNING_RATE.name)
        if rate is None or diagram is None:
            return None
        x = rate * (diagram.wish.curvature or 1.0)
        if diagram.wish.log:
            x = float(np.log10(max(x, 1e-300)))
        momentum = run.hyperparameters.get(MOMENTUM.name)
        return float(x), 0.0 if momentum is None else float(momentum)

    def _show_dots(self, experiment: Experiment) -> None:
        dots = []
        for index, run in enumerate(experiment.runs):
            place = self._place(run)
            if place is not None and (run.enabled or index == self.run):
                style = run_style(index, run.title, run.colour)
                dots.append(Dot(*place, style, own=index == self.run))
        self._view.set_dots(dots)

    def _ask_rate(self, experiment: Experiment) -> None:
        diagram, place = self._diagram, self.run
        if diagram is None or diagram.spectrum is None:
            return
        spectrum = diagram.spectrum
        curvature = diagram.wish.curvature
        run = experiment.runs[place]

        def work(_: object) -> tuple[Run, Prediction | NoRecursion, int]:
            found = predict(experiment, place, spectrum)
            if isinstance(found, NoRecursion):
                return run, found, 0
            at = int(found.rates.argmax())
            if curvature is not None:
                at = int(np.abs(spectrum.eigenvalues - curvature).argmin())
            return run, found, at

        self.ask("rate", work, self._show_rate)

    def _show_rate(self, answer: tuple[Run, Prediction | NoRecursion, int]) -> None:
        run, found, at = answer
        if isinstance(found, NoRecursion):
            self._view.set_problem(found.reason, translated(run.declaration.name))
        else:
            self._view.set_rate(float(found.rates[at]), Regime(int(found.regimes[at])))

    @Slot(float, float)
    def _move(self, x: float, y: float) -> None:
        diagram, session = self._diagram, self.sources.session
        if diagram is None:
            return
        run = session.experiment.runs[self.run]
        rate = (10**x if diagram.wish.log else x) / (diagram.wish.curvature or 1.0)
        values = {
            LEARNING_RATE.name: min(max(float(f"{rate:.{DIGITS}g}"), 0.0), LEARNING_RATE.high),
            MOMENTUM.name: min(max(round(y, DECIMALS), MOMENTUM.low), MOMENTUM.high),
        }
        known = {name: value for name, value in values.items() if name in run.hyperparameters}
        moved = replace(run, hyperparameters={**run.hyperparameters, **known})
        try:
            edited = session.experiment.with_run(self.run, moved)
        except InputError as error:
            self.refused.emit(translated(error.sentence))
            return
        session.edit(edited, f"stability.{self.run}")

    @Slot()
    def _use_optimum(self) -> None:
        diagram, session = self._diagram, self.sources.session
        if diagram is not None and isinstance(diagram.optimum, Optimum):
            run = with_optimum(session.experiment.runs[self.run], diagram.optimum)
            session.edit(session.experiment.with_run(self.run, run))

    # --- boundaries ---------------------------------------------------------------------------

    @Slot()
    def _show_boundaries(self) -> None:
        diagram = self._diagram
        if diagram is None or diagram.spectrum is None or diagram.picture is None:
            return
        curves = []
        for form in self._view.boundaries:
            curves += closed_form_curves(form, self._view.boundary_name(form), diagram)
        self._view.set_boundaries(curves)


def _other_values(run: Run) -> tuple[tuple[str, Any], ...]:
    """All hyperparameters that are no axis of the picture."""
    axes = (LEARNING_RATE.name, MOMENTUM.name)
    return tuple((n, v) for n, v in run.hyperparameters.items() if n not in axes)


def _last_place(frame: Frame, run: int) -> Array | None:
    """The last finite position of a run, ``(dim,)``."""
    if run >= len(frame.history.records):
        return None
    positions = frame.history.records[run].positions
    finite = np.flatnonzero(np.isfinite(positions).all(axis=0))
    return positions[:, finite[-1]] if len(finite) else None

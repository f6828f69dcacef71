"""Balls in a heat bath, made live in the background, and the temperature of minibatches."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QElapsedTimer, QTimer, Slot

from gui.language import explained
from gui.panels.bath_controls import BathControls
from gui.studies.study import Sources, Study
from gui.views.theory.noise import NoiseView
from gui.worker.background import Wanted
from simulation.experiment import Experiment, ObjectiveChoice
from simulation.objectives.base import DataObjective
from simulation.theory.bath import Bath, Order
from simulation.theory.bath_settings import (
    BathSettings,
    dynamics_of,
    is_heated,
    settings_of,
    suggested,
)
from simulation.theory.placing import placed_objective
from simulation.theory.portrait import MOST_DRAWN, Portrait, Snapshot
from simulation.theory.temperatures import Cell, Temperatures

TICK_MILLISECONDS = 16
SLICE_SECONDS = 0.012
"""Work between two pictures: less than a picture's time, so that other pages get theirs."""
LONGEST_TICK = 0.1
"""Seconds that a tick may stand for, however long the window was busy."""
ENOUGH = 0.003
"""Relative error at which a cell counts as measured."""


class NoiseStudy(Study):
    """Lets time pass while the page is seen: one slice of work for each picture.

    The settings follow the selected run and the noise of the experiment; what is changed on
    the page is changed on the page only.
    """

    def __init__(self, view: NoiseView, controls: BathControls, sources: Sources) -> None:
        super().__init__(view, sources)
        self._view, self._controls = view, controls
        self._bath = Bath()
        self._temperatures: Temperatures | None = None
        self._experiment: Experiment | None = None
        self._settings = controls.settings
        self._law: object = None
        self._number = 0
        self._time = 0.0
        self._until = 0.0
        self._playing = True
        self._waiting = False
        self._stale = False
        self._clock = QElapsedTimer()
        self._ticker = QTimer(self)
        self._ticker.setInterval(TICK_MILLISECONDS)
        self._ticker.timeout.connect(self._tick)
        view.room_changed.connect(controls.set_roomy)
        controls.changed.connect(self._take_settings)
        controls.play_toggled.connect(self._play)
        controls.reset_clicked.connect(self._reset)
        controls.refused.connect(self._refuse)
        controls.set_playing(True)
        view.set_playing(True)

    def show_experiment(self, experiment: Experiment) -> None:
        """Follow the objective, the start, the noise and the selected run."""
        before, self._experiment = self._experiment, experiment
        objective = experiment.objective.build()
        if isinstance(objective, DataObjective):
            self._follow_data(experiment)
        elif before is None or _bodies(before) != _bodies(experiment) or self._temperatures:
            self._temperatures = None
            self._rewind()
            self._view.set_coordinates(objective.coordinates)
            self._follow_law(experiment)
            self._suggest(experiment)
        else:
            self._follow_law(experiment)
        self._start()

    def leave(self) -> None:
        self._ticker.stop()

    # --- following the experiment -------------------------------------------------------------

    def _follow_data(self, experiment: Experiment) -> None:
        run = self.run
        law = (experiment.objective, experiment.seed, experiment.batch_size, experiment.runs[run])
        if law == self._law:
            return
        self._law = law
        self._rewind()
        self._temperatures = None
        self._ask("temperatures", lambda _: Temperatures(experiment, run), self._begin)

    def _follow_law(self, experiment: Experiment) -> None:
        """Take the noise and the run's numbers, where they are others than they were."""
        law = (experiment.noise, experiment.runs[self.run], experiment.seed)
        if law == self._law:
            return
        self._law = law
        settings = settings_of(experiment, self.run, self._settings)
        self._controls.set_settings(settings)
        self._take_settings(settings)

    def _suggest(self, experiment: Experiment) -> None:
        """Have σ chosen where the experiment says nothing of it, and so γ."""
        choice, start = experiment.objective, experiment.start
        self._ask("numbers", lambda _: _suggested(choice, start), self._take_suggestion)

    @Slot(object)
    def _take_suggestion(self, numbers: tuple[float, float]) -> None:
        self._waiting = False
        assert self._experiment is not None
        sigma, step = numbers
        settings = self._settings
        if not is_heated(self._experiment):
            settings = replace(settings, sigma=sigma)
        if dynamics_of(self._experiment, self.run, settings.sigma) is None:
            settings = replace(settings, step=step)
        self._controls.set_settings(settings)
        self._take_settings(settings)

    def _begin(self, temperatures: Temperatures) -> None:
        self._waiting = False
        self._temperatures = temperatures
        self._view.set_cells(temperatures.cells)

    # --- the controls -------------------------------------------------------------------------

    @Slot(object)
    def _take_settings(self, settings: BathSettings) -> None:
        old, self._settings = self._settings, settings
        if (old.balls, old.seed, old.start) != (settings.balls, settings.seed, settings.start):
            self._rewind()
        self._stale = True
        self._start()

    @Slot(bool)
    def _play(self, playing: bool) -> None:
        self._playing = playing
        self._controls.set_playing(playing)
        self._view.set_playing(playing)
        self._start()

    @Slot(str)
    def _refuse(self, problem: str) -> None:
        self.refused.emit(problem)

    @Slot()
    def _reset(self) -> None:
        self._rewind()
        self._start()

    def _rewind(self) -> None:
        """Have the balls released anew; what was asked for before is not waited for."""
        self._number += 1
        self._time = self._until = 0.0
        self._stale = True
        self._waiting = False
        self._answers.clear()

    # --- time ---------------------------------------------------------------------------------

    def _start(self) -> None:
        if self.page.isVisible() and not self._ticker.isActive():
            self._clock.start()
            self._ticker.start()

    @Slot()
    def _tick(self) -> None:
        """Ask for the next picture, unless the last one is still being made."""
        seconds = min(self._clock.restart() / 1000, LONGEST_TICK)
        if self._waiting:
            return
        if self._temperatures is not None:
            self._measure_on(self._temperatures)
        elif self._playing or self._stale:
            self._advance(seconds if self._playing else 0.0)
        else:
            self._ticker.stop()

    def _advance(self, seconds: float) -> None:
        assert self._experiment is not None
        step = self._settings.step
        # What the computer did not manage in time is let go, not caught up with.
        self._until = min(self._until, self._time + step) + self._controls.pace * seconds
        if self._until - self._time < step / 2 and not self._stale:
            return
        self._stale = False
        order = Order(
            self._experiment.objective,
            self._experiment.start,
            self._settings,
            self._number,
            self._until,
            SLICE_SECONDS if seconds else 0.0,
        )
        bath = self._bath
        self._ask("balls", lambda wanted: bath.fulfil(order, wanted), self._show)

    def _measure_on(self, temperatures: Temperatures) -> None:
        if all(map(_is_measured, temperatures.cells)):
            self._ticker.stop()
            return

        def work(wanted: Wanted) -> tuple[Cell, ...]:
            temperatures.advance(SLICE_SECONDS, wanted)
            return temperatures.cells

        self._ask("cells", work, self._show_cells)

    # --- answers ------------------------------------------------------------------------------

    def _ask(self, name: str, work: Callable[..., Any], show: Callable[[Any], None]) -> None:
        self._waiting = True
        self.ask(name, work, show)

    def _show(self, answer: tuple[Portrait, Snapshot]) -> None:
        self._waiting = False
        portrait, snapshot = answer
        self._time = snapshot.time
        if portrait.edges or portrait.bowl is not None:
            self._view.set_snapshot(portrait, snapshot)
            return
        self._ticker.stop()
        self._view.set_message(
            self.tr(
                "Beyond {most} coordinates, balls are followed on quadratics only: choose one, "
                "or an objective with fewer coordinates."
            ).format(most=MOST_DRAWN)
        )

    def _show_cells(self, cells: tuple[Cell, ...]) -> None:
        self._waiting = False
        self._view.set_cells(cells)

    @Slot(str, object)
    def _on_failure(self, topic: str, error: Exception) -> None:
        if topic in self._answers:
            self._waiting = False
            self._ticker.stop()
            steered = self._temperatures is None and topic.endswith(".balls")
            self._view.set_message(explained(error), steered=steered)
            self._answers.pop(topic)
        else:
            super()._on_failure(topic, error)


def _bodies(experiment: Experiment) -> tuple[object, ...]:
    return experiment.objective, experiment.start


def _suggested(choice: ObjectiveChoice, start: tuple[float, ...]) -> tuple[float, float]:
    return suggested(placed_objective(choice), start)


def _is_measured(cell: Cell) -> bool:
    return math.isinf(cell.exact) or cell.error < ENOUGH * cell.measured

"""What the landscape was last drawn of, so that it can be drawn anew: nearer, or otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from gui.frames import Landscape, LandscapeChoice, Window
from simulation.experiment import Experiment

if TYPE_CHECKING:
    from simulation.engine.history import Record
    from simulation.engine.runner import Runner
    from simulation.objectives.base import Objective

PLANE_POINTS = 2000
"""Positions of a run that the plane through its trajectory is fitted to, at most."""


class Scenery:
    """Draws the landscape of the current experiment when it has changed."""

    def __init__(self) -> None:
        self._choice = LandscapeChoice()
        self._drawn_for: object = None
        self._number = 0
        self._start: tuple[float, ...] = ()
        self._records: Sequence[Record] = ()
        self._complete = False
        """Whether the records were complete when the plane was laid through them."""
        self._objective: Objective | None = None
        self._home: Landscape | None = None

    def update(self, number: int, experiment: Experiment, runner: Runner) -> Landscape | None:
        """The landscape of a computation, or ``None`` if the last one still serves.

        That of few coordinates is the objective's alone; a plane through many follows the
        trajectories, when they are complete.
        """
        from simulation.theory.placing import placed_objective

        objective = experiment.objective
        drawn_for = (objective.id, objective.parameters)
        moving = runner.objective.dim > 2 and runner.done
        moving = moving and (runner.history.records != self._records or not self._complete)
        if drawn_for == self._drawn_for and not moving:
            return None
        self._objective = placed_objective(objective)  # whatever the runs are computed in
        self._number, self._start = number, experiment.start
        self._records, self._complete = runner.history.records, runner.done
        landscape = self._draw()
        self._drawn_for = drawn_for
        return landscape

    def choose(self, choice: LandscapeChoice) -> Landscape | None:
        """The landscape drawn otherwise; ``None`` if there is none yet."""
        self._choice = choice
        return None if self._objective is None else self._draw()

    def closeup(self, view: Window) -> Landscape | None:
        """The part of the landscape that is in sight; ``None`` if there is none yet."""
        from gui.worker.landscape import draw_closeup

        if self._home is None or self._objective is None:
            return None
        return draw_closeup(self._home, self._objective, view, self._choice.levels)

    def _draw(self) -> Landscape:
        from gui.worker.landscape import draw_landscape

        assert self._objective is not None
        positions: list[Any] = [
            record.positions[:, :: 1 + len(record) // PLANE_POINTS]
            for record in self._records
            if len(record)
        ]
        self._home = draw_landscape(
            self._number, self._objective, positions, self._start, choice=self._choice
        )
        return self._home

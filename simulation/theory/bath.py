"""A heat bath that is watched: an order in, a portrait and a snapshot out, slice by slice."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from simulation.errors import InputError
from simulation.experiment import ObjectiveChoice
from simulation.objectives.base import Objective
from simulation.theory.bath_settings import STARTS, BathSettings
from simulation.theory.ensemble import Ensemble
from simulation.theory.placing import placed_objective
from simulation.theory.portrait import Portrait, Snapshot, draw_portrait, take_snapshot


@dataclass(frozen=True, slots=True)
class Order:
    """One slice of work: of what, and how far.

    ``number`` tells a reset from going on; ``until`` is the time at which to stop, ``seconds``
    the wall-clock time after which to do so anyway. Without balls to advance it is 0.
    """

    objective: ObjectiveChoice
    position: tuple[float, ...]
    settings: BathSettings
    number: int
    until: float
    seconds: float


class Bath:
    """Keeps an ensemble at the latest order; the balls stay where they are while they can."""

    def __init__(self) -> None:
        self._order: Order | None = None
        self._ensemble: Ensemble | None = None
        self._objective: Objective | None = None
        self._portrait: Portrait | None = None
        self._pace = 1

    def fulfil(self, order: Order, wanted: Callable[[], bool]) -> tuple[Portrait, Snapshot]:
        """Make what the order asks for; how long its slices are changes no number.

        Raises
        ------
        InputError
            If the settings cannot be used.
        """
        ensemble, portrait = self._prepared(order)
        finish = time.perf_counter() + order.seconds
        while wanted() and time.perf_counter() < finish:
            begun = time.perf_counter()
            left = (order.until - ensemble.time) / ensemble.dynamics.step
            steps = int(min(self._pace, left + 0.5))  # "until" may be infinite
            if steps < 1:
                break
            ensemble.advance(steps)
            # A few slices an order: neither stops late nor asks the clock at every step.
            taken = max(time.perf_counter() - begun, 1e-6)
            self._pace = max(1, min(2 * self._pace, int(steps * order.seconds / (4 * taken))))
        return portrait, take_snapshot(ensemble, portrait)

    def _prepared(self, order: Order) -> tuple[Ensemble, Portrait]:
        old, self._order = self._order, order
        ensemble, portrait = self._ensemble, self._portrait
        dynamics = order.settings.dynamics
        if old is None or ensemble is None or portrait is None or _other_balls(old, order):
            self._ensemble = None
            objective = self._objective = placed_objective(order.objective)
            portrait = draw_portrait(objective, order.position, dynamics, order.settings.balls)
            ensemble = self._released(objective, portrait, order)
        elif ensemble.dynamics != dynamics:
            assert self._objective is not None
            portrait = draw_portrait(
                self._objective, order.position, dynamics, order.settings.balls
            )
            ensemble.change(dynamics, portrait.crossings())
        self._ensemble, self._portrait = ensemble, portrait
        return ensemble, portrait

    def _released(self, objective: Objective, portrait: Portrait, order: Order) -> Ensemble:
        settings = order.settings
        start: Any = order.position
        if settings.start != STARTS[0]:
            if portrait.density is None:
                raise InputError(
                    "start",
                    "there is no stationary density to draw the balls from; "
                    "release them at the start point",
                )
            start = portrait.density
        return Ensemble(
            objective,
            settings.balls,
            settings.seed,
            start,
            portrait.dynamics,
            portrait.crossings(),
        )


def _other_balls(old: Order, new: Order) -> bool:
    """Whether a change means to begin anew, not just to go on by another law."""

    def of(order: Order) -> tuple[object, ...]:
        settings = order.settings
        kept = (settings.balls, settings.seed, settings.start)
        return order.objective, order.position, order.number, *kept

    return of(old) != of(new)

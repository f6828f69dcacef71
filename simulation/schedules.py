"""Schedules: how a hyperparameter changes from step to step, as data and closed forms.

A schedule multiplies a run's own value by a factor that depends on the step alone. Steps
count from 0, so the first update is made with ``factors([0])``. Where torch has the same
schedule the factors are those of ``torch.optim.lr_scheduler``, without its accumulation.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import numpy as np

from simulation.errors import InputError, join, unknown
from simulation.parameters import check_all
from simulation.schedule_factors import Array
from simulation.schedule_kinds import KINDS, RESCALE, ScheduleKind

MAX_PARTS = 100
LOOKED_AT = 2**20
"""Steps that :func:`extreme_steps` evaluates at most."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """A kind of schedule with its parameters and, for some kinds, the schedules it is made of.

    Parameters that are not given are filled with their defaults by :meth:`checked`.
    """

    kind: str = "constant"
    parameters: Mapping[str, Any] = field(default_factory=dict)
    parts: tuple[Schedule, ...] = ()

    def __hash__(self) -> int:
        return hash((self.kind, tuple(sorted(self.parameters.items())), self.parts))

    @property
    def declaration(self) -> ScheduleKind:
        """The declaration of its kind."""
        return KINDS[self.kind]

    def checked(self, key: str) -> Schedule:
        """Return this schedule with defaults filled in and all values valid.

        Raises
        ------
        InputError
            If a value cannot be used; ``key`` is the path of the schedule.
        """
        if not isinstance(self.kind, str) or self.kind not in KINDS:
            raise InputError(join(key, "kind"), unknown(str(self.kind), KINDS, "schedule"))
        kind = self.declaration
        values = check_all(kind.parameters, self.parameters, key, f"the schedule {kind.id}")
        if "at" in values:
            values["at"] = _milestones(values["at"], join(key, "at"))
        self._check_parts(values, key)
        parts = (part.checked(f"{key}.parts.{index}") for index, part in enumerate(self.parts))
        return replace(self, parameters=values, parts=tuple(parts))

    def _check_parts(self, values: Mapping[str, Any], key: str) -> None:
        count = len(self.parts)
        key = join(key, "parts")
        if not self.declaration.of_parts:
            if count:
                raise InputError(key, "the schedule {kind} has none; remove it", kind=self.kind)
            return
        if not 1 <= count <= MAX_PARTS:
            raise InputError(
                key, "{count} are given; give 1 to {most} schedules", count=count, most=MAX_PARTS
            )
        if "at" in values and count != len(values["at"]) + 1:
            raise InputError(
                key,
                "{count} are given, 'at' wants {wanted}: one more than it has",
                count=count,
                wanted=len(values["at"]) + 1,
            )
        if any(part.kind == RESCALE for part in self.parts):
            raise InputError(key, "{kind} cannot be a part; give it on its own", kind=RESCALE)

    def factors(self, steps: Array) -> Array:
        """Factor of each step: whole numbers of shape ``(n,)``, from 0, to floats ``(n,)``.

        Beyond the range of floats a factor is infinite. The schedule must be checked, and
        ``rescale`` has no factors of its own.
        """
        function = self.declaration.factors
        assert function is not None
        parts = {"parts": [part.factors for part in self.parts]} if self.parts else {}
        with np.errstate(over="ignore", invalid="ignore"):
            return function(np.asarray(steps, np.float64), **self.parameters, **parts)


UNCHANGED = Schedule("constant").checked("")
"""Leaves every value as it is."""


@lru_cache(maxsize=1024)
def extreme_steps(schedule: Schedule, steps: int) -> tuple[int, int]:
    """Steps, among the first ``steps``, with the smallest and the largest factor.

    Beyond a million steps, evenly spaced ones are looked at, the first and the last included.
    """
    looked_at = np.linspace(0, steps - 1, min(steps, LOOKED_AT)).round()
    factors = schedule.factors(looked_at)
    return int(looked_at[factors.argmin()]), int(looked_at[factors.argmax()])


def moved(base: float | Array, factors: Array, *, keeps_friction: bool | Array) -> Array:
    """Values of a hyperparameter under the factors of the schedule that moves it.

    The three arguments are broadcast. ``base`` times the factor or, where ``keeps_friction``,
    with β for ``base`` and r for the factor of the learning rate, 1 − (1 − β) √r.

    Source: Su Jianlin 2018. Learning rate α and momentum β are those of a ball with friction
    λ seen at time step √α, and 1 − β ≈ λ √α.
    """
    with np.errstate(over="ignore", invalid="ignore"):
        kept = base + (1 - base) * (1 - np.sqrt(factors))  # exactly β at r = 1
        return np.where(keeps_friction, kept, base * factors)


def _milestones(given: tuple[float, ...], key: str) -> tuple[int, ...]:
    steps = tuple(int(step) for step in given)
    if steps != given or steps[0] < 0 or list(steps) != sorted(steps):
        raise InputError(
            key, "{given} is not allowed; give ascending whole numbers", given=list(given)
        )
    return steps

"""A run: one optimizer with its values, and how they change from step to step."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from simulation.errors import InputError, join, unknown
from simulation.optimizers.base import LEARNING_RATE, MOMENTUM, Optimizer
from simulation.optimizers.catalog import find_optimizer
from simulation.parameters import Parameter, check_all, is_text
from simulation.schedule_factors import Array
from simulation.schedule_kinds import RESCALE
from simulation.schedules import UNCHANGED, Schedule, extreme_steps, moved
from simulation.wording import said

NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?![\w.])")
"""A number in a label."""


@dataclass(frozen=True, slots=True)
class Run:
    """One optimizer with its hyperparameter values, its label and its colour.

    Hyperparameters that are not given are filled with the optimizer's defaults. ``schedules``
    change those that are numbers from step to step, by name. ``colour`` is ``#rrggbb``, or
    empty for the next one of the palette.
    """

    optimizer: str = "momentum"
    hyperparameters: Mapping[str, Any] = field(default_factory=dict)
    label: str = ""
    enabled: bool = True
    colour: str = ""
    schedules: Mapping[str, Schedule] = field(default_factory=dict)

    def checked(self, key: str) -> Run:
        """Return this run with defaults filled in and all values valid."""
        optimizer = find_optimizer(self.optimizer, join(key, "optimizer"))
        for name, value in (("label", self.label), ("colour", self.colour)):
            if not is_text(value):
                raise InputError(
                    join(key, name), "{given!r} is not allowed; give a text", given=value
                )
        if self.colour and not re.fullmatch(r"#[0-9a-fA-F]{6}", self.colour):
            raise InputError(
                join(key, "colour"), "{given!r} is no colour; give #rrggbb", given=self.colour
            )
        if not isinstance(self.enabled, bool):
            raise InputError(
                join(key, "enabled"),
                "{given!r} is not allowed; give true or false",
                given=self.enabled,
            )
        values = check_all(optimizer.hyperparameters, self.hyperparameters, key, optimizer.id)
        schedules = self._checked_schedules(optimizer, values, join(key, "schedules"))
        return replace(self, hyperparameters=values, schedules=schedules)

    def _checked_schedules(
        self, optimizer: Optimizer, values: Mapping[str, Any], key: str
    ) -> dict[str, Schedule]:
        names = [p.name for p in optimizer.hyperparameters if p.kind == "number"]
        for name, schedule in self.schedules.items():
            if name not in names:
                problem = unknown(
                    name, names, said("number that changes in {optimizer}", optimizer=optimizer.id)
                )
                raise InputError(join(key, name), problem)
            if values[name] is None:
                raise InputError(
                    join(key, name), "{name} is left out; give it a number to change", name=name
                )
            if schedule.kind == RESCALE and name != MOMENTUM.name:
                raise InputError(
                    join(key, name), "{kind} is for {name} only", kind=RESCALE, name=MOMENTUM.name
                )
        return {name: each.checked(join(key, name)) for name, each in self.schedules.items()}

    def check_range(self, steps: int, key: str) -> None:
        """Raise ``InputError`` if a schedule leaves its hyperparameter's range in ``steps``."""
        declared = {parameter.name: parameter for parameter in self.declaration.hyperparameters}
        for name in self.schedules:
            ends = np.array(extreme_steps(self.driving_schedule(name), steps))
            for step, value in zip(ends, self.values(name, ends), strict=True):
                if not declared[name].low <= value <= declared[name].high:
                    raise InputError(
                        f"{key}.schedules.{name}",
                        "{name} would be {given:g} at step {step}; keep it {allowed}",
                        name=name,
                        given=value,
                        step=step,
                        allowed=declared[name].allowed,
                    )

    def values(self, name: str, steps: Array) -> Array:
        """A numeric hyperparameter as the updates from ``steps`` on see it.

        ``steps`` are whole numbers of shape ``(n,)``; the update that leaves the start is
        step 0. Returns float64 of shape ``(n,)``, nan for a number that is left out.
        """
        given = self.hyperparameters[name]
        base = math.nan if given is None else float(given)
        factors = self.driving_schedule(name).factors(steps)
        return moved(base, factors, keeps_friction=self.keeps_friction(name))

    def driving_schedule(self, name: str) -> Schedule:
        """The schedule whose factors move a hyperparameter.

        Its own; the learning rate's for ``rescale``; without one, one that changes nothing.
        """
        driver = LEARNING_RATE.name if self.keeps_friction(name) else name
        return self.schedules.get(driver, UNCHANGED)

    def keeps_friction(self, name: str) -> bool:
        """Whether a hyperparameter follows the learning rate so as to keep the friction."""
        return self.schedules.get(name, UNCHANGED).kind == RESCALE

    @property
    def declaration(self) -> Optimizer:
        """The optimizer's declaration."""
        return find_optimizer(self.optimizer, "optimizer")

    def _tells(self, parameter: Parameter) -> bool:
        """Whether a hyperparameter's value is worth a place in the title."""
        usual = self.hyperparameters[parameter.name] == parameter.default
        always = parameter.name in (LEARNING_RATE.name, MOMENTUM.name)
        return always or not usual or parameter.name in self.schedules

    def with_values(self, values: Mapping[str, Any]) -> Run:
        """Return this run with other values, under a label that is still true."""
        changed = replace(self, hyperparameters={**self.hyperparameters, **values})
        return changed.relabelled_after(self)

    def relabelled_after(self, before: Run) -> Run:
        """Return this run without a label that tells of ``before`` what has changed since.

        "momentum 0.9" is true until somebody moves the momentum; the title that is made from the
        numbers takes its place then. A label that was written anew stays.
        """
        if self.label == before.label and before._label_tells_other_than(self):
            return replace(self, label="")
        return self

    def _label_tells_other_than(self, now: Run) -> bool:
        """Whether the label names the optimizer, or a number, that ``now`` has another of."""
        if now.optimizer != self.optimizer and self.label:
            return self.declaration.name.rpartition(".")[2].lower() in self.label.lower()
        changed = [
            value
            for name, value in self.hyperparameters.items()
            if isinstance(value, float) and now.hyperparameters.get(name) != value
        ]
        return any(_spells(told, value) for told in NUMBER.findall(self.label) for value in changed)

    @property
    def title(self) -> str:
        """The label, or a description made from the optimizer and its numbers."""
        if self.label:
            return self.label
        kinds = {name: f" ({schedule.kind})" for name, schedule in self.schedules.items()}
        numbers = (
            f"{p.symbol} {self.hyperparameters[p.name]:g}{kinds.get(p.name, '')}"
            for p in self.declaration.hyperparameters
            if p.symbol and self._tells(p)
        )
        optimizer, listed = said(self.declaration.name), ", ".join(numbers)
        if not listed:
            return optimizer
        return said("{optimizer}, {numbers}", optimizer=optimizer, numbers=listed)


def _spells(text: str, value: float) -> bool:
    """Whether ``text`` is ``value`` with the decimals that it has."""
    return f"{value:.{len(text.partition('.')[2])}f}" == text

"""The kinds of schedule: a closed form and a declaration for each.

Where torch has the same schedule, the factors are those of ``torch.optim.lr_scheduler``
without its accumulation.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from simulation.parameters import Parameter

Array = np.ndarray[Any, np.dtype[Any]]
Factors = Callable[[Array], Array]
"""Steps ``(n,)`` to factors ``(n,)``."""

RESCALE = "rescale"
_TORCH = "torch.optim.lr_scheduler."


@dataclass(frozen=True, slots=True)
class ScheduleKind:
    """Declaration of a kind of schedule, read by forms, files and docs.

    ``factors`` takes the steps as floats ``(n,)`` and the parameters by name, and returns
    the factors ``(n,)``. Kinds ``of_parts`` are also given ``parts``, the functions of the
    schedules they are made of. It is ``None`` for the one kind that has no factors of its own.
    """

    id: str
    name: str
    formula: str
    """The factor of step t, plain text."""
    source: str
    parameters: tuple[Parameter, ...]
    factors: Callable[..., Array] | None
    of_parts: bool = False


def _constant(t: Array, factor: float, steps: int) -> Array:
    return np.where((t < steps) | (steps == 0), factor, 1.0)


def _step(t: Array, every: int, factor: float) -> Array:
    return factor ** (t // every)


def _multi_step(t: Array, at: tuple[int, ...], factor: float) -> Array:
    return factor ** np.searchsorted(at, t, "right").astype(np.float64)


def _exponential(t: Array, factor: float) -> Array:
    return np.asarray(factor**t, np.float64)


def _polynomial(t: Array, steps: int, power: float) -> Array:
    return (1 - np.minimum(t, steps) / steps) ** power


def _inverse_time(t: Array, rate: float, power: float) -> Array:
    return (1 + rate * t) ** -power


def _half_wave(phase: Array, floor: float) -> Array:
    """From 1 at phase 0 down to ``floor`` at phase 1."""
    return floor + (1 - floor) * (1 + np.cos(np.pi * phase)) / 2


def _cosine(t: Array, steps: int, floor: float) -> Array:
    return _half_wave(t / steps, floor)


def _cosine_restarts(t: Array, period: int, growth: int, floor: float) -> Array:
    if growth == 1:
        return _half_wave(t % period / period, floor)
    starts, length = [0], period
    while starts[-1] + length <= t.max(initial=0):
        starts.append(starts[-1] + length)
        length *= growth
    cycle = np.searchsorted(starts, t, "right") - 1
    return _half_wave((t - np.take(starts, cycle)) / (period * growth**cycle), floor)


def _warm_up(t: Array, **parameters: Any) -> Array:
    steps, first = int(parameters["steps"]), float(parameters["from"])  # a word of Python's
    share: Array = np.minimum(t, steps) / steps
    return share * (1 - first) + first


def _one_cycle(
    t: Array, steps: int, rise: float, start_divisor: float, final_divisor: float, shape: str
) -> Array:
    start = 1 / start_divisor
    final = start / final_divisor
    last, tiny = steps - 1, 1e-9  # a phase without length is passed at its end
    peak = rise * steps - 1
    t = np.minimum(t, last)
    rising = t < peak
    phase = np.where(rising, t / max(peak, tiny), (t - peak) / max(last - peak, tiny))
    if shape == "cosine":
        phase = (1 - np.cos(np.pi * phase)) / 2
    return np.where(rising, start + (1 - start) * phase, 1 + (final - 1) * phase)


def _sequence(t: Array, at: tuple[int, ...], parts: Sequence[Factors]) -> Array:
    part_of = np.searchsorted(at, t, "right")
    factors = np.empty(t.shape)
    for index, (part, start) in enumerate(zip(parts, (0, *at), strict=True)):
        mine = part_of == index
        factors[mine] = part(t[mine] - start)
    return factors


def _product(t: Array, parts: Sequence[Factors]) -> Array:
    product = np.ones(t.shape)
    for part in parts:
        product *= part(t)
    return product


# ------------------------------------------------------------------------- the declarations


def _steps(name: str, default: int, meaning: str, low: int = 1) -> Parameter:
    return Parameter(
        name,
        default,
        meaning,
        low=low,
        high=10_000_000,
        slider=(max(low, 1), 10_000),
        scale="log",
        kind="integer",
    )


def _factor(default: float, meaning: str) -> Parameter:
    return Parameter("factor", default, meaning, low=0.0, high=1e6, slider=(0.0, 1.0))


_FLOOR = Parameter(
    "floor", 0.0, "Share of the value that is left at the bottom.", low=0.0, high=1.0, slider=(0, 1)
)


def _divisor(name: str, default: float, meaning: str) -> Parameter:
    return Parameter(
        name, default, meaning, low=1e-6, high=1e12, slider=(1.0, 1e5), scale="log", kind="number"
    )


KINDS: dict[str, ScheduleKind] = {
    kind.id: kind
    for kind in (
        ScheduleKind(
            "constant",
            "Constant",
            "factor while t < steps, then 1",
            _TORCH + "ConstantLR",
            (
                _factor(1.0, "What the value is multiplied by."),
                _steps("steps", 0, "How long; after it, the value itself. 0: for good.", low=0),
            ),
            _constant,
        ),
        ScheduleKind(
            "step",
            "Steps",
            "factor^⌊t / every⌋",
            _TORCH + "StepLR",
            (
                _steps("every", 30, "Steps from one drop to the next."),
                _factor(0.1, "What each drop multiplies by."),
            ),
            _step,
        ),
        ScheduleKind(
            "multi-step",
            "Steps at chosen times",
            "factor^(how many of 'at' are ≤ t)",
            _TORCH + "MultiStepLR",
            (
                Parameter("at", (30, 80), "Steps at which it drops.", kind="vector"),
                _factor(0.1, "What each drop multiplies by."),
            ),
            _multi_step,
        ),
        ScheduleKind(
            "exponential",
            "Exponential",
            "factor^t",
            _TORCH + "ExponentialLR",
            (_factor(0.99, "What every step multiplies by."),),
            _exponential,
        ),
        ScheduleKind(
            "polynomial",
            "Polynomial",
            "(1 − min(t, steps) / steps)^power",
            _TORCH + "PolynomialLR",
            (
                _steps("steps", 100, "Step at which 0 is reached; it stays there."),
                Parameter(
                    "power", 1.0, "1 is a straight line.", low=0.0, high=100.0, slider=(0.0, 5.0)
                ),
            ),
            _polynomial,
        ),
        ScheduleKind(
            "inverse-time",
            "Inverse time",
            "(1 + rate · t)^−power",
            "Robbins & Monro 1951, for whom it must fall like 1/t; Dive into Deep Learning",
            (
                Parameter(
                    "rate",
                    0.1,
                    "After 1/rate steps the value is halved, with power 1.",
                    low=0.0,
                    high=1e6,
                    slider=(1e-4, 10.0),
                    scale="log",
                ),
                Parameter(
                    "power", 1.0, "½ falls like 1/√t.", low=0.0, high=100.0, slider=(0.0, 2.0)
                ),
            ),
            _inverse_time,
        ),
        ScheduleKind(
            "cosine",
            "Cosine",
            "floor + (1 − floor) (1 + cos(π t / steps)) / 2",
            "Loshchilov & Hutter 2017; " + _TORCH + "CosineAnnealingLR",
            (
                _steps("steps", 100, "Step of the bottom; as torch's, it rises again after it."),
                _FLOOR,
            ),
            _cosine,
        ),
        ScheduleKind(
            "cosine-restarts",
            "Cosine with restarts",
            "the cosine over period, then anew from the top over period · growth, and so on",
            "Loshchilov & Hutter 2017 (SGDR); " + _TORCH + "CosineAnnealingWarmRestarts",
            (
                _steps("period", 50, "Steps to the first restart."),
                Parameter(
                    "growth",
                    1,
                    "How many times longer each period is than the one before.",
                    low=1,
                    high=100,
                    slider=(1, 4),
                    kind="integer",
                ),
                _FLOOR,
            ),
            _cosine_restarts,
        ),
        ScheduleKind(
            "warm-up",
            "Linear warm-up",
            "from + (1 − from) · min(t, steps) / steps",
            _TORCH + "LinearLR",
            (
                _steps("steps", 5, "Step at which the value itself is reached; it stays there."),
                Parameter(
                    "from",
                    0.1,
                    "Share of the value in the first step.",
                    low=0.0,
                    high=1.0,
                    slider=(0.0, 1.0),
                ),
            ),
            _warm_up,
        ),
        ScheduleKind(
            "one-cycle",
            "One cycle",
            "from 1 / start_divisor up to 1 at t = rise · steps − 1, "
            "then down to 1 / (start_divisor · final_divisor) at steps − 1",
            "Smith & Topin 2019; " + _TORCH + "OneCycleLR, whose max_lr is the run's own value",
            (
                _steps("steps", 100, "Length of the cycle; after it, the final value."),
                Parameter(
                    "rise", 0.3, "Share of the cycle that rises.", low=0.0, high=1.0, slider=(0, 1)
                ),
                _divisor("start_divisor", 25.0, "Peak over start; below 1, it dips instead."),
                _divisor("final_divisor", 1e4, "Start over end."),
                Parameter(
                    "shape",
                    "cosine",
                    "How it moves from one level to the next.",
                    kind="choice",
                    choices=("cosine", "linear"),
                ),
            ),
            _one_cycle,
        ),
        ScheduleKind(
            "sequence",
            "One after another",
            "the last part whose turn has come, its own steps counted from then",
            _TORCH + "SequentialLR",
            (Parameter("at", (10,), "Steps at which the next part takes over.", kind="vector"),),
            _sequence,
            of_parts=True,
        ),
        ScheduleKind(
            "product",
            "All at once",
            "product of the parts",
            _TORCH + "ChainedScheduler",
            (),
            _product,
            of_parts=True,
        ),
        ScheduleKind(
            RESCALE,
            "Keep the friction",
            "momentum ↦ 1 − (1 − momentum) √r, where r is the factor of the learning rate",
            "Su Jianlin 2018",
            (),
            None,
        ),
    )
}
"""Every kind of schedule. A new one is a function above and an entry here."""

"""The kinds of schedule: a declaration for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from simulation import schedule_factors
from simulation.parameters import Parameter
from simulation.schedule_factors import Array

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
            schedule_factors.constant_factors,
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
            schedule_factors.step_factors,
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
            schedule_factors.multi_step_factors,
        ),
        ScheduleKind(
            "exponential",
            "Exponential",
            "factor^t",
            _TORCH + "ExponentialLR",
            (_factor(0.99, "What every step multiplies by."),),
            schedule_factors.exponential_factors,
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
            schedule_factors.polynomial_factors,
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
            schedule_factors.inverse_time_factors,
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
            schedule_factors.cosine_factors,
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
            schedule_factors.cosine_restarts_factors,
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
            schedule_factors.warm_up_factors,
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
            schedule_factors.one_cycle_factors,
        ),
        ScheduleKind(
            "sequence",
            "One after another",
            "the last part whose turn has come, its own steps counted from then",
            _TORCH + "SequentialLR",
            (Parameter("at", (10,), "Steps at which the next part takes over.", kind="vector"),),
            schedule_factors.sequence_factors,
            of_parts=True,
        ),
        ScheduleKind(
            "product",
            "All at once",
            "product of the parts",
            _TORCH + "ChainedScheduler",
            (),
            schedule_factors.product_factors,
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
"""Every kind of schedule. A new one is a function in ``schedule_factors`` and an entry here."""

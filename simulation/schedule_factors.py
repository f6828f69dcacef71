"""The factors of schedules, each a closed form in the step.

Where torch has the same schedule, they are those of ``torch.optim.lr_scheduler`` without its
accumulation. Each takes the steps ``t`` as floats ``(n,)`` and its parameters by name, and
returns factors ``(n,)``; ``schedule_kinds`` says what the parameters mean.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]
Factors = Callable[[Array], Array]
"""Steps ``(n,)`` to factors ``(n,)``."""


def constant_factors(t: Array, factor: float, steps: int) -> Array:
    """``factor`` for the first ``steps`` steps, 1 after them; for good where ``steps`` is 0."""
    return np.where((t < steps) | (steps == 0), factor, 1.0)


def step_factors(t: Array, every: int, factor: float) -> Array:
    """``factor`` to the power of how often ``every`` steps have passed."""
    return factor ** (t // every)


def multi_step_factors(t: Array, at: tuple[int, ...], factor: float) -> Array:
    """``factor`` to the power of how many of the ascending steps ``at`` have come."""
    return factor ** np.searchsorted(at, t, "right").astype(np.float64)


def exponential_factors(t: Array, factor: float) -> Array:
    """``factor`` to the power of the step."""
    return np.asarray(factor**t, np.float64)


def polynomial_factors(t: Array, steps: int, power: float) -> Array:
    """From 1 down to 0 at ``steps``, and 0 after it."""
    return (1 - np.minimum(t, steps) / steps) ** power


def inverse_time_factors(t: Array, rate: float, power: float) -> Array:
    """``(1 + rate t)^−power`` (Robbins & Monro 1951 ask for a fall like 1/t)."""
    return (1 + rate * t) ** -power


def _half_wave(phase: Array, floor: float) -> Array:
    """From 1 at phase 0 down to ``floor`` at phase 1."""
    return floor + (1 - floor) * (1 + np.cos(np.pi * phase)) / 2


def cosine_factors(t: Array, steps: int, floor: float) -> Array:
    """Half a cosine from 1 down to ``floor`` at ``steps``; it rises again after it."""
    return _half_wave(t / steps, floor)


def cosine_restarts_factors(t: Array, period: int, growth: int, floor: float) -> Array:
    """The same over ``period``, then anew over ``growth`` times as many steps, and so on."""
    if growth == 1:
        return _half_wave(t % period / period, floor)
    starts, length = [0], period
    while starts[-1] + length <= t.max(initial=0):
        starts.append(starts[-1] + length)
        length *= growth
    cycle = np.searchsorted(starts, t, "right") - 1
    return _half_wave((t - np.take(starts, cycle)) / (period * growth**cycle), floor)


def warm_up_factors(t: Array, **parameters: Any) -> Array:
    """A straight line from ``from`` up to 1 at ``steps``, and 1 after it."""
    steps, first = int(parameters["steps"]), float(parameters["from"])  # a word of Python's
    share: Array = np.minimum(t, steps) / steps
    return share * (1 - first) + first


def one_cycle_factors(
    t: Array, steps: int, rise: float, start_divisor: float, final_divisor: float, shape: str
) -> Array:
    """Up to 1 in the share ``rise`` of ``steps``, then down to the end (Smith & Topin 2019)."""
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


def sequence_factors(t: Array, at: tuple[int, ...], parts: Sequence[Factors]) -> Array:
    """The part whose turn has come, its own steps counted from then."""
    part_of = np.searchsorted(at, t, "right")
    factors = np.empty(t.shape)
    for index, (part, start) in enumerate(zip(parts, (0, *at), strict=True)):
        mine = part_of == index
        factors[mine] = part(t[mine] - start)
    return factors


def product_factors(t: Array, parts: Sequence[Factors]) -> Array:
    """All parts multiplied."""
    product = np.ones(t.shape)
    for part in parts:
        product *= part(t)
    return product

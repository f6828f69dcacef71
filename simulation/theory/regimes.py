"""How a ball moves along one eigenvector: creeping, ringing, jumping or away."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]

NEARLY = 0.005
"""Relative distance of the two largest roots below which damping counts as critical."""
SUSTAINED = 1e-12
"""How far from 1 a rate may be to count as 1."""


class Regime(IntEnum):
    """What the roots s₁, s₂ of the characteristic polynomial do to an error."""

    OVER_DAMPED = 0
    """Real roots, the larger one positive: it creeps in from one side."""
    CRITICALLY_DAMPED = 1
    """A double root: as fast as without ringing."""
    UNDER_DAMPED = 2
    """A complex pair: it rings, within the envelope |s|ᵗ."""
    ALTERNATING = 3
    """The larger root is negative: each step crosses the minimum."""
    SUSTAINED = 4
    """|s| = 1: it neither comes closer nor goes away in the long run."""
    DIVERGENT = 5
    """|s| > 1."""


def regimes(roots: Array) -> Array:
    """Regime of each set of roots, the largest first: complex ``(…, m)`` to int ``(…,)``.

    Textbooks know the first three (and what diverges) for heavy ball; alternating is what
    gradient descent does for 1 < ηλ < 2.
    """
    largest = roots[..., 0]
    second = roots[..., 1] if roots.shape[-1] > 1 else np.zeros_like(largest)
    size = np.abs(largest)
    double = np.abs(largest - second) <= NEARLY * size
    conditions = [
        ~(size <= 1 + SUSTAINED),
        size >= 1 - SUSTAINED,
        double & (largest.real >= 0),
        np.abs(largest.imag) > 0,
        largest.real < 0,
    ]
    names = [
        Regime.DIVERGENT,
        Regime.SUSTAINED,
        Regime.CRITICALLY_DAMPED,
        Regime.UNDER_DAMPED,
        Regime.ALTERNATING,
    ]
    found: Array = np.select(conditions, names, default=Regime.OVER_DAMPED)
    return found

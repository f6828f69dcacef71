"""How far a histogram is from a density, and whether chance explains it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]

FEWEST = 10
"""Balls that a bin must expect for the χ² test; bins with fewer are taken together."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A histogram of independent balls beside the probabilities of its bins."""

    distance: float
    """Total variation, ½ Σ |share − probability|: the share of balls that lie elsewhere."""
    by_chance: float
    """What it would be on average if the balls were drawn from the density."""
    p_value: float
    """Chance of a χ² as large as this one then; under 0.001 the balls do not have the density."""


def compare(counts: Array, probabilities: Array) -> Fit:
    """Compare counts with probabilities, bin by bin.

    Parameters
    ----------
    counts, probabilities
        Of the same shape, all bins together holding everything; the probabilities sum to 1.
    """
    import torch

    counts = counts.ravel().astype(np.float64)
    probabilities = probabilities.ravel()
    total = counts.sum()
    expected = probabilities * total
    distance = np.abs(counts - expected).sum() / total / 2
    spread = np.sqrt(2 / np.pi * expected * (1 - probabilities).clip(0)).sum() / total / 2
    rare = expected < FEWEST
    found = np.append(counts[~rare], counts[rare].sum())
    wanted = np.append(expected[~rare], expected[rare].sum())
    if wanted[-1] < FEWEST and len(wanted) > 1:
        smallest = int(wanted[:-1].argmin())
        found[smallest] += found[-1]
        wanted[smallest] += wanted[-1]
        found, wanted = found[:-1], wanted[:-1]
    chi_squared = ((found - wanted) ** 2 / wanted).sum()
    # One bin alone holds everything: nothing can differ.
    half_degrees, half_sum = torch.tensor([len(found) - 1, chi_squared], dtype=torch.float64) / 2
    p_value = float(torch.special.gammaincc(half_degrees, half_sum)) if len(found) > 1 else 1.0
    return Fit(float(distance), float(spread), p_value)

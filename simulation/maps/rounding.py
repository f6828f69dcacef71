"""Which gaps to the minimum are large enough to tell something: below them is rounding."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from simulation.objectives.base import Objective

if TYPE_CHECKING:
    from torch import Tensor

ROUNDINGS = (1e5, 3e3, 1e2)
"""How many roundings of its coordinates beside the minimum a run still tells something.

A run stalls where its steps are smaller than half a rounding: of contraction r some 1/(1 − r)
roundings away. Slow runs so need the first of these and have points to spare; fast ones have
few points and stall within the last."""
OF_VALUE = 64
"""Roundings of the minimum's own value below which a gap is noise."""
SMALLEST = 1e-290


def smallest_gaps(objective: Objective, lowest: float, like: Tensor) -> tuple[float, ...]:
    """Gaps below which rounding may be all there is; the most cautious first.

    A minimum of value 0 that does not lie at 0 is never met exactly: floats next to it have the
    loss of their distance.

    Parameters
    ----------
    objective
        Placed where ``like`` is.
    lowest
        The loss that gaps are counted from.
    like
        Of the dtype and on the device of the runs.
    """
    import torch

    roundings = torch.finfo(like.dtype).eps
    own = max(SMALLEST, OF_VALUE * roundings * abs(lowest))
    places = [minimum.position for minimum in objective.minima if minimum.value == lowest]
    if not places:
        return (own,)
    at = np.array(places).T  # (dim, minima)
    found = []
    for count in ROUNDINGS:
        moves = count * roundings * np.abs(at)
        beside = [
            at + side * (np.eye(len(at))[:, axis, None] * moves)
            for axis in range(len(at))
            for side in (-1, 1)
        ]
        points = torch.from_numpy(np.concatenate(beside, axis=1)).to(like)
        gaps = objective.value(points).double().sub(lowest).abs()
        found.append(max(own, float(gaps.max())))
    return tuple(dict.fromkeys(found))  # all the same where the minimum lies at 0

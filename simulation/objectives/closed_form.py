"""What objectives given by a formula share: a fixed start and the assembly of derivatives."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from simulation.objectives.base import Minimum, Objective

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from torch import Tensor

LARGEST_LIST = 128
"""Most minima that an objective lists; beyond, only the lowest."""


class ClosedForm(Objective):
    """An objective that holds no tensors and starts where its formula's users start."""

    default_start: tuple[float, ...]

    def start(self, generator: np.random.Generator) -> tuple[float, ...]:
        del generator
        return self.default_start


def stack(*rows: Tensor) -> Tensor:
    """Coordinates of shape ``(lanes,)`` to a point of shape ``(dim, lanes)``."""
    import torch

    return torch.stack(rows)


def symmetric(h11: Tensor, h12: Tensor, h22: Tensor) -> Tensor:
    """Hessian ``(2, 2, lanes)`` from its three different entries, each ``(lanes,)``."""
    return stack(h11, h12, h12, h22).view(2, 2, -1)


def diagonal(entries: Tensor) -> Tensor:
    """Hessian ``(dim, dim, lanes)`` of a separable function from ``(dim, lanes)``."""
    return entries.T.diag_embed(dim1=0, dim2=1)


def cycle(pattern: Sequence[float], dim: int) -> tuple[float, ...]:
    """The pattern, repeated to ``dim`` coordinates."""
    return tuple(itertools.islice(itertools.cycle(pattern), dim))


def separable_minima(single: Sequence[Minimum], dim: int) -> tuple[Minimum, ...]:
    """Minima of Σ u(xᵢ), lowest first, from those of u, whose lowest comes first.

    Every combination is one: ``len(single) ** dim`` of them. Beyond ``LARGEST_LIST``
    only the global one is returned.
    """
    if len(single) ** dim > LARGEST_LIST:
        single = single[:1]
    combinations = itertools.product(single, repeat=dim)
    minima = (
        Minimum(tuple(m.position[0] for m in chosen), sum(m.value for m in chosen))
        for chosen in combinations
    )
    return tuple(sorted(minima, key=lambda minimum: minimum.value))

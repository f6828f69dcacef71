"""Many starts at once: where companions of every run set out, on a grid or drawn at random."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from simulation.errors import InputError, unknown
from simulation.parameters import Parameter, check_fields
from simulation.seeds import generator

Array = np.ndarray[Any, np.dtype[Any]]

MOST_STARTS = 4096

KINDS = {
    "grid": "on a square grid around the start, as many to a side as fit",
    "cloud": "drawn uniformly from a box around the start; the seed fixes where",
}
"""How the starts are laid out; both fill the box that reaches ``extent`` to either side of the
experiment's start along every coordinate."""

PARAMETERS = (
    Parameter("kind", "cloud", "How the starts lie.", kind="choice", choices=tuple(KINDS)),
    Parameter(
        "count",
        256,
        "How many starts, at most.",
        low=2,
        high=MOST_STARTS,
        slider=(2, MOST_STARTS),
        scale="log",
        kind="integer",
    ),
    Parameter(
        "extent",
        1.0,
        "How far from the start they reach, to either side along every coordinate.",
        low=1e-9,
        high=1e9,
        slider=(1e-2, 100.0),
        scale="log",
    ),
)


@dataclass(frozen=True, slots=True)
class Starts:
    """Starts of companions, around the start of an experiment.

    Raises
    ------
    InputError
        If a value is not allowed.
    """

    kind: str = "cloud"
    count: int = 256
    extent: float = 1.0

    def __post_init__(self) -> None:
        if isinstance(self.kind, str) and self.kind not in KINDS:
            raise InputError("starts.kind", unknown(self.kind, KINDS, "layout of starts"))
        check_fields(self, PARAMETERS, "starts")

    def check_dimension(self, dim: int) -> None:
        """Raise ``InputError`` if a grid cannot have two places along each of ``dim`` axes."""
        if self.kind == "grid" and self.side(dim) < 2:
            raise InputError(
                "starts.count",
                "a grid along {dim} coordinates needs {least:,} starts and at most {most:,} are "
                "allowed; take a cloud, or give more",
                dim=dim,
                least=2**dim,
                most=MOST_STARTS,
            )

    def side(self, dim: int) -> int:
        """Places along each side of a grid in ``dim`` dimensions."""
        side: int = round(self.count ** (1 / dim))
        return side if side**dim <= self.count else side - 1

    def points(self, start: Sequence[float], seed: int) -> Array:
        """The starts around ``start``, ``(dim, n)`` in float64, n being ``count`` or less.

        A grid has as many places along each axis as ``count`` allows, in the order of the
        last coordinate first; a cloud of more starts begins with those of fewer.
        """
        centre = np.array(start, dtype=float)[:, None]
        dim = len(centre)
        if self.kind == "grid":
            side = np.linspace(-1.0, 1.0, self.side(dim))
            unit = np.stack([axis.ravel() for axis in np.meshgrid(*[side] * dim, indexing="ij")])
        else:
            unit = generator(seed, "starts").uniform(-1.0, 1.0, (self.count, dim)).T
        return centre + self.extent * unit

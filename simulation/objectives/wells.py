"""Landscapes that trap: wells behind a barrier, a plateau and a saddle."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, ClassVar

from simulation.lane_sums import summed
from simulation.objectives.base import Minimum, TorchCode
from simulation.objectives.closed_form import ClosedForm, diagonal, stack
from simulation.parameters import Parameter

if TYPE_CHECKING:
    from torch import Tensor

WELLS = (
    Parameter(
        "barrier",
        1.0,
        "Height of the hill between the wells, without tilt.",
        low=0.01,
        high=100.0,
        slider=(0.1, 10.0),
        scale="log",
        symbol="h",
    ),
    Parameter(
        "tilt",
        0.25,
        "How much deeper the right well is; at ±8/√27 = ±1.54 the shallow one vanishes.",
        low=-1.5,
        high=1.5,
        slider=(0.0, 1.0),
        symbol="s",
    ),
)


def _well_bottoms(tilt: float) -> tuple[float, float]:
    """Where (x² − 1)² − s x has its minima: the outer roots of 4x³ − 4x − s."""
    angle = math.acos(math.sqrt(27) / 8 * tilt) / 3
    scale = 2 / math.sqrt(3)
    return scale * math.cos(angle), scale * math.cos(angle + 2 * math.pi / 3)


class DoubleWell(ClosedForm):
    """A slope, a shallow well, a hill and a deeper well: A → B → C → D.

    Released on the slope at the left, gradient descent stays in the shallow well, while a
    ball with little friction rolls over the hill.
    """

    id = "double-well"
    name = "Double well"
    formula = "h ((x² − 1)² − s x)"
    source = "Su Jianlin 2018, Optimization from a dynamics viewpoint (1): the hill A, B, C, D"
    parameters: ClassVar[tuple[Parameter, ...]] = WELLS
    dim = 1
    bounds = ((-1.8, 1.8),)
    default_start = (-1.7,)

    def __init__(self, barrier: float, tilt: float) -> None:
        self._h, self._s = barrier, tilt
        bottoms = (
            Minimum((x,), barrier * ((x * x - 1) ** 2 - tilt * x)) for x in _well_bottoms(tilt)
        )
        self.minima = tuple(sorted(bottoms, key=lambda minimum: minimum.value))

    @property
    def height_and_tilt(self) -> tuple[float, float]:
        """h and s of the formula."""
        return self._h, self._s

    def value(self, x: Tensor) -> Tensor:
        x1 = x[0]
        inner = x1 * x1 - 1
        return (inner * inner - self._s * x1) * self._h

    def gradient(self, x: Tensor) -> Tensor:
        return (x * x - 1) * x * (4 * self._h) - self._h * self._s

    def hessian(self, x: Tensor) -> Tensor:
        return (x * x * (12 * self._h) - 4 * self._h)[None]


class TwoWells(ClosedForm):
    """The double well with a bowl across it: a pass between a shallow and a deeper basin."""

    id = "two-wells"
    name = "Two wells"
    formula = "h ((x1² − 1)² − s x1) + x2²"
    source = "Su Jianlin 2018, the hill A, B, C, D, in two dimensions"
    parameters: ClassVar[tuple[Parameter, ...]] = WELLS
    dim = 2
    bounds = ((-1.8, 1.8), (-1.5, 1.5))
    default_start = (-1.7, 1.2)

    def __init__(self, barrier: float, tilt: float) -> None:
        # Its derivatives are elementwise, so they take one coordinate, ``(lanes,)``, as well.
        self._line = DoubleWell(barrier, tilt)
        self.minima = tuple(
            Minimum((*minimum.position, 0.0), minimum.value) for minimum in self._line.minima
        )

    def value(self, x: Tensor) -> Tensor:
        x2 = x[1]
        return self._line.value(x) + x2 * x2

    def gradient(self, x: Tensor) -> Tensor:
        x1, x2 = x.unbind()
        return stack(self._line.gradient(x1), 2 * x2)

    def hessian(self, x: Tensor) -> Tensor:
        x1, x2 = x.unbind()
        return diagonal(stack(self._line.hessian(x1)[0], x2.new_full(x2.shape, 2.0)))

    @property
    def torch_code(self) -> TorchCode:
        h, s = self._line.height_and_tilt
        return TorchCode(f"return {h!r} * ((x[0] ** 2 - 1) ** 2 - {s!r} * x[0]) + x[1] ** 2")


class Plateau(ClosedForm):
    """A well in a plain: far away the slope falls as the cube of the distance.

    Gradient descent creeps over the plain; momentum gathers speed on it.
    """

    id = "plateau"
    name = "Plateau"
    formula = "r² / (w² + r²), r² = Σ xᵢ²"
    source = "Geman & McClure 1985, the saturating loss of robust statistics"
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter(
            "width",
            1.0,
            "Radius at which the well has reached half its depth; the plain lies beyond.",
            low=0.01,
            high=100.0,
            slider=(0.2, 5.0),
            scale="log",
            symbol="w",
        ),
        Parameter(
            "dimension",
            1,
            "Number of coordinates.",
            low=1,
            high=50,
            slider=(1, 2),
            kind="integer",
            symbol="n",
        ),
    )

    def __init__(self, width: float, dimension: int) -> None:
        self.dim = dimension
        self.bounds = ((-7.0, 3.0),) + ((-5.0, 5.0),) * (dimension - 1)
        self.default_start = (-5.0,) + (2.0,) * (dimension - 1)
        self.minima = (Minimum((0.0,) * dimension, 0.0),)
        self._w2 = width * width

    def value(self, x: Tensor) -> Tensor:
        r2 = summed(x * x)
        return r2 / (r2 + self._w2)

    def gradient(self, x: Tensor) -> Tensor:
        reach = summed(x * x) + self._w2
        return x * ((2 * self._w2) / (reach * reach))

    def hessian(self, x: Tensor) -> Tensor:
        reach = summed(x * x) + self._w2
        slope = (2 * self._w2) / (reach * reach)
        straight = diagonal(slope.expand(self.dim, -1))
        return straight - (4 * slope / reach) * x[:, None] * x


class Saddle(ClosedForm):
    """A saddle whose descending side ends in two wells.

    Started almost on the ridge, a run first falls towards the saddle point and leaves it
    only as fast as its tiny displacement grows.
    """

    id = "saddle"
    name = "Saddle"
    formula = "x1² − x2² + q x2⁴"
    source = "The saddle x1² − x2², bounded by a quartic"
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter(
            "quartic",
            0.25,
            "Bounds the descent: the wells lie at x2 = ±1/√(2q), 1/(4q) below the saddle.",
            low=0.001,
            high=1000.0,
            slider=(0.05, 5.0),
            scale="log",
            symbol="q",
        ),
    )
    dim = 2

    def __init__(self, quartic: float) -> None:
        self._q = quartic
        bottom = math.sqrt(0.5 / quartic)
        self.minima = tuple(Minimum((0.0, x2), -0.25 / quartic) for x2 in (bottom, -bottom))
        self.bounds = ((-2.0, 2.0), (-1.6 * bottom, 1.6 * bottom))
        self.default_start = (-1.5, 0.001)

    def value(self, x: Tensor) -> Tensor:
        x1, x2 = x.unbind()
        square = x2 * x2
        return x1 * x1 + square * (square * self._q - 1)

    def gradient(self, x: Tensor) -> Tensor:
        x1, x2 = x.unbind()
        return stack(2 * x1, x2 * (x2 * x2 * (4 * self._q) - 2))

    def hessian(self, x: Tensor) -> Tensor:
        x1, x2 = x.unbind()
        return diagonal(stack(x1.new_full(x1.shape, 2.0), x2 * x2 * (12 * self._q) - 2))

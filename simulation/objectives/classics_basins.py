"""Classic polynomials with several wells: where a run ends depends on how it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from simulation.lane_sums import summed
from simulation.objectives.base import Minimum
from simulation.objectives.closed_form import (
    ClosedForm,
    diagonal,
    separable_minima,
    stack,
    symmetric,
)
from simulation.parameters import Parameter

if TYPE_CHECKING:
    from torch import Tensor

SURVEY = "Jamil & Yang 2013, survey of benchmark functions for global optimization"


class Himmelblau(ClosedForm):
    """Four equally deep wells: where a run ends is decided by its start and its speed."""

    id = "himmelblau"
    name = "Himmelblau"
    formula = "(x1² + x2 − 11)² + (x1 + x2² − 7)²"
    source = "Himmelblau 1972, Applied Nonlinear Programming"
    dim = 2
    bounds = ((-6.0, 6.0),) * 2
    minima = (
        Minimum((3.0, 2.0), 0.0),
        Minimum((-2.805118086952745, 3.131312518250573), 0.0),
        Minimum((-3.779310253377747, -3.2831859912861696), 0.0),
        Minimum((3.5844283403304917, -1.8481265269644036), 0.0),
    )
    default_start = (-0.15, 0.67)

    def value(self, x: Tensor) -> Tensor:
        x1, x2 = x.unbind()
        r1, r2 = x1 * x1 + x2 - 11, x2 * x2 + x1 - 7
        return r1 * r1 + r2 * r2

    def gradient(self, x: Tensor) -> Tensor:
        x1, x2 = x.unbind()
        r1, r2 = x1 * x1 + x2 - 11, x2 * x2 + x1 - 7
        return stack(2 * x1 * r1 + r2, 2 * x2 * r2 + r1) * 2

    def hessian(self, x: Tensor) -> Tensor:
        x1, x2 = x.unbind()
        h11 = 12 * x1 * x1 + 4 * x2 - 42
        h22 = 12 * x2 * x2 + 4 * x1 - 26
        return symmetric(h11, 4 * (x1 + x2), h22)


class StyblinskiTang(ClosedForm):
    """A shallow and a deep well along every coordinate: 2ⁿ minima, one of them global."""

    id = "styblinski-tang"
    name = "Styblinski–Tang"
    formula = "½ Σ xᵢ⁴ − 16 xᵢ² + 5 xᵢ"
    source = "Styblinski & Tang 1990"
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter(
            "dimension",
            2,
            "Number of coordinates; the number of minima doubles with each.",
            low=1,
            high=50,
            slider=(1, 10),
            kind="integer",
            symbol="n",
        ),
    )

    def __init__(self, dimension: int) -> None:
        self.dim = dimension
        self.bounds = ((-5.0, 5.0),) * dimension
        self.default_start = (4.5,) * dimension
        # The outer roots of 4x³ − 32x + 5.
        deep = Minimum((-2.903534027771177,), -39.16616570377141)
        shallow = Minimum((2.746802770990837,), -25.02944665528394)
        self.minima = separable_minima((deep, shallow), dimension)

    def value(self, x: Tensor) -> Tensor:
        square = x * x
        return summed(square * (square - 16) + 5 * x) / 2

    def gradient(self, x: Tensor) -> Tensor:
        return (x * x * 2 - 16) * x + 2.5

    def hessian(self, x: Tensor) -> Tensor:
        return diagonal(6 * x * x - 16)


class ThreeHumpCamel(ClosedForm):
    """A central well between two higher ones.

    The outer minima solve x1² = 2.1 + √0.91, x2 = −x1/2.
    """

    id = "three-hump-camel"
    name = "Three-hump camel"
    formula = "2 x1² − 1.05 x1⁴ + x1⁶/6 + x1 x2 + x2²"
    source = SURVEY
    dim = 2
    bounds = ((-5.0, 5.0),) * 2
    minima = (
        Minimum((0.0, 0.0), 0.0),
        Minimum((1.7475523458302888, -0.8737761729151444), 0.2986384422368598),
        Minimum((-1.7475523458302888, 0.8737761729151444), 0.2986384422368598),
    )
    default_start = (-2.0, 2.0)

    def value(self, x: Tensor) -> Tensor:
        x1, x2 = x.unbind()
        square = x1 * x1
        return square * (2 + square * (square / 6 - 1.05)) + x2 * (x1 + x2)

    def gradient(self, x: Tensor) -> Tensor:
        x1, x2 = x.unbind()
        square = x1 * x1
        return stack(x1 * (4 + square * (square - 4.2)) + x2, x1 + 2 * x2)

    def hessian(self, x: Tensor) -> Tensor:
        x1, _ = x.unbind()
        square = x1 * x1
        one = x1.new_ones(x1.shape)
        return symmetric(4 + square * (5 * square - 12.6), one, 2 * one)


class GoldsteinPrice(ClosedForm):
    """Four wells whose depths span three orders of magnitude.

    With s = x1 + x2 and t = 2 x1 − 3 x2 it is P(s) Q(t), both positive, so its minima are
    the pairs of their minima: s ∈ {−1, 2}, t ∈ {0, 3}.
    """

    id = "goldstein-price"
    name = "Goldstein–Price"
    formula = (
        "(1 + (x1 + x2 + 1)² (19 − 14 x1 + 3 x1² − 14 x2 + 6 x1 x2 + 3 x2²)) · "
        "(30 + (2 x1 − 3 x2)² (18 − 32 x1 + 12 x1² + 48 x2 − 36 x1 x2 + 27 x2²))"
    )
    source = "Goldstein & Price 1971, On descent from local minima"
    dim = 2
    bounds = ((-2.0, 2.0),) * 2
    minima = (
        Minimum((0.0, -1.0), 3.0),
        Minimum((-0.6, -0.4), 30.0),
        Minimum((1.8, 0.2), 84.0),
        Minimum((1.2, 0.8), 840.0),
    )
    default_start = (-0.5, 0.5)

    def value(self, x: Tensor) -> Tensor:
        s, t = _rotate(x)
        return _along_s(s) * _along_t(t)

    def gradient(self, x: Tensor) -> Tensor:
        s, t = _rotate(x)
        slope_s = (s * s - 1) * (s - 2) * _along_t(t)
        slope_t = t * (t - 1) * (t - 3) * _along_s(s)
        return stack(slope_s + 2 * slope_t, slope_s - 3 * slope_t) * 12

    def hessian(self, x: Tensor) -> Tensor:
        s, t = _rotate(x)
        ss = (36 * s * s - 48 * s - 12) * _along_t(t)
        st = (12 * (s * s - 1) * (s - 2)) * (12 * t * (t - 1) * (t - 3))
        tt = (36 * t * t - 96 * t + 36) * _along_s(s)
        return symmetric(ss + 4 * st + 4 * tt, ss - st - 6 * tt, ss - 6 * st + 9 * tt)


def _rotate(x: Tensor) -> tuple[Tensor, Tensor]:
    x1, x2 = x.unbind()
    return x1 + x2, 2 * x1 - 3 * x2


def _along_s(s: Tensor) -> Tensor:
    return 1 + (s + 1) ** 2 * (19 + s * (3 * s - 14))


def _along_t(t: Tensor) -> Tensor:
    return 30 + t * t * (18 + t * (3 * t - 16))

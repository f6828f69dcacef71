"""Test functions made of waves: a lattice of wells, or a needle in a plain."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, ClassVar

from simulation.lane_sums import mean, summed
from simulation.objectives.base import Minimum
from simulation.objectives.closed_form import (
    ClosedForm,
    cycle,
    diagonal,
    separable_minima,
    stack,
    symmetric,
)
from simulation.parameters import Parameter

if TYPE_CHECKING:
    from torch import Tensor

PI, TAU = math.pi, math.tau

RASTRIGIN_LINE = (
    # Roots of x + 10π sin 2πx near the whole numbers, and x² + 20 sin² πx there.
    (0.0, 0.0),
    (0.9949586376523348, 0.9949590570932914),
    (1.9899122337085495, 3.9798311905540875),
    (2.984855701039481, 8.95460124148701),
    (3.9797838603007536, 15.91924379246153),
    (4.974691390895051, 24.873722934542226),
)
"""Minima at x ≥ 0 of the Rastrigin function in one dimension: position and value."""


class Rastrigin(ClosedForm):
    """A bowl with a lattice of wells on it: 11ⁿ minima within the domain."""

    id = "rastrigin"
    name = "Rastrigin"
    formula = "10 n + Σ xᵢ² − 10 cos 2πxᵢ"
    source = "Rastrigin 1974; any dimension: Mühlenbein, Schomisch & Born 1991"
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter(
            "dimension",
            2,
            "Number of coordinates; the number of minima grows elevenfold with each.",
            low=1,
            high=50,
            slider=(1, 10),
            kind="integer",
            symbol="n",
        ),
    )

    def __init__(self, dimension: int) -> None:
        self.dim = dimension
        self.bounds = ((-5.12, 5.12),) * dimension
        self.default_start = cycle((-2.0, 3.5), dimension)
        right = [Minimum((x,), value) for x, value in RASTRIGIN_LINE]
        left = [Minimum((-x,), value) for x, value in RASTRIGIN_LINE[1:]]
        self.minima = separable_minima((*right, *left), dimension)

    def value(self, x: Tensor) -> Tensor:
        # 1 − cos 2πx = 2 sin² πx, which loses no digits near the minimum.
        wave = (x * PI).sin()
        return summed(x * x + 20 * wave * wave)

    def gradient(self, x: Tensor) -> Tensor:
        return 2 * x + (x * TAU).sin() * (10 * TAU)

    def hessian(self, x: Tensor) -> Tensor:
        return diagonal(2 + (x * TAU).cos() * (10 * TAU * TAU))


class Ackley(ClosedForm):
    """A funnel with ripples on it; its minimum is the tip of a cone.

    There the gradient jumps: 0 is returned, a subgradient, and a Hessian of about 1e18.
    Of the minima only the global one is listed; there is one near every lattice point.
    """

    id = "ackley"
    name = "Ackley"
    formula = "20 + e − 20 exp(−0.2 √mean xᵢ²) − exp(mean cos 2πxᵢ)"
    source = "Ackley 1987; any dimension: Bäck 1996"
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter(
            "dimension",
            2,
            "Number of coordinates.",
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
        self.default_start = cycle((-3.4, 2.6), dimension)
        self.minima = (Minimum((0.0,) * dimension, 0.0),)

    def value(self, x: Tensor) -> Tensor:
        wave = (x * PI).sin()
        ripples = mean(wave * wave) * -2
        return (mean(x * x).sqrt() * -0.2).expm1() * -20 - ripples.expm1() * math.e

    def gradient(self, x: Tensor) -> Tensor:
        direction, funnel, ripples, phase = self._parts(x)
        return direction * (funnel * (4 / self.dim)) + phase.sin() * (ripples * (TAU / self.dim))

    def hessian(self, x: Tensor) -> Tensor:
        direction, funnel, ripples, phase = self._parts(x)
        distance, n = _distance(x), self.dim
        sine = phase.sin()
        round_the_tip = (4 / n) * funnel * (1 / distance)
        along = (4 / n) * funnel * (1 / distance + 0.2) / n
        wave = (TAU / n) * ripples
        straight = diagonal(round_the_tip + wave * TAU * phase.cos())
        outer = along * direction[:, None] * direction
        return straight - outer - wave * (TAU / n) * sine[:, None] * sine

    def _parts(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """x / distance, the two exponentials and 2πx."""
        distance, phase = _distance(x), x * TAU
        return x / distance, (distance * -0.2).exp(), mean(phase.cos()).exp(), phase


def _distance(x: Tensor) -> Tensor:
    """Root of the mean square, shape ``(lanes,)``; the tip of the cone blunted to 1e-18."""
    return mean(x * x).sqrt().clamp(1e-18)


class Easom(ClosedForm):
    """A needle in a plain: away from (π, π) the gradient all but vanishes.

    Searched over ±100 in the literature, where the needle would be a pixel; the view shows
    ±10. Around it lie many more minima, too shallow to matter, which are not listed.
    """

    id = "easom"
    name = "Easom"
    formula = "−cos x1 cos x2 exp(−(x1 − π)² − (x2 − π)²)"
    source = "Easom 1990, thesis, University of Louisville"
    dim = 2
    bounds = ((-10.0, 10.0),) * 2
    minima = (Minimum((PI, PI), -1.0),)
    default_start = (2.0, 2.5)

    # Each factor in d = x − π is −cos d exp(−d²).

    def value(self, x: Tensor) -> Tensor:
        d = x - PI
        first, second = (d.cos() * (-d * d).exp()).unbind()
        return -first * second

    def gradient(self, x: Tensor) -> Tensor:
        d = x - PI
        cosine, envelope = d.cos(), (-d * d).exp()
        slope = (d.sin() + 2 * d * cosine) * envelope
        return slope * (cosine * envelope).flip(0)

    def hessian(self, x: Tensor) -> Tensor:
        d = x - PI
        sine, cosine, envelope = d.sin(), d.cos(), (-d * d).exp()
        factor = cosine * envelope
        slope = -(sine + 2 * d * cosine) * envelope
        bend = ((4 * d * d - 3) * cosine + 4 * d * sine) * envelope
        h11, h22 = -bend * factor.flip(0)
        return symmetric(h11, -slope[0] * slope[1], h22)


class Levi13(ClosedForm):
    """A bowl under waves of two frequencies; thousands of minima, one listed."""

    id = "levi-13"
    name = "Lévi 13"
    formula = "sin² 3πx1 + (x1 − 1)² (1 + sin² 3πx2) + (x2 − 1)² (1 + sin² 2πx2)"
    source = "Levy & Montalvo 1985, The tunneling algorithm"
    dim = 2
    bounds = ((-10.0, 10.0),) * 2
    minima = (Minimum((1.0, 1.0), 0.0),)
    default_start = (-4.0, 5.0)

    # Every wave has a whole number of periods in 1, so all of it is written in x − 1:
    # sines then vanish exactly at the minimum.

    def value(self, x: Tensor) -> Tensor:
        u, v = (x - 1).unbind()
        first, second, third = _square(u, 3), _square(v, 3), _square(v, 2)
        return first + u * u * (1 + second) + v * v * (1 + third)

    def gradient(self, x: Tensor) -> Tensor:
        u, v = (x - 1).unbind()
        g1 = _slope(u, 3) + 2 * u * (1 + _square(v, 3))
        g2 = u * u * _slope(v, 3) + v * (2 + 2 * _square(v, 2) + v * _slope(v, 2))
        return stack(g1, g2)

    def hessian(self, x: Tensor) -> Tensor:
        u, v = (x - 1).unbind()
        h11 = _bend(u, 3) + 2 * (1 + _square(v, 3))
        h12 = 2 * u * _slope(v, 3)
        h22 = u * u * _bend(v, 3) + 2 * (1 + _square(v, 2))
        return symmetric(h11, h12, h22 + v * (4 * _slope(v, 2) + v * _bend(v, 2)))


def _square(t: Tensor, k: int) -> Tensor:
    """sin² kπt."""
    sine = (t * (k * PI)).sin()
    return sine * sine


def _slope(t: Tensor, k: int) -> Tensor:
    """First derivative of sin² kπt."""
    return (t * (2 * k * PI)).sin() * (k * PI)


def _bend(t: Tensor, k: int) -> Tensor:
    """Second derivative of sin² kπt."""
    return (t * (2 * k * PI)).cos() * (2 * (k * PI) ** 2)

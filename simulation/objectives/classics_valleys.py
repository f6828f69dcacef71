"""Classic test functions with one valley, bent, flat or tilted."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import numpy as np

from simulation.lane_sums import summed
from simulation.objectives.base import Minimum
from simulation.objectives.closed_form import (
    ClosedForm,
    cycle,
    diagonal,
    stack,
    symmetric,
)
from simulation.parameters import Parameter

if TYPE_CHECKING:
    from torch import Tensor

SURVEY = "Jamil & Yang 2013, survey of benchmark functions for global optimization"


class Rosenbrock(ClosedForm):
    """The banana: a flat, curved valley between steep walls.

    From dimension 4 on there can be a second minimum near (−1, 1, …, 1) (Shang & Qiu 2006).
    """

    id = "rosenbrock"
    name = "Rosenbrock"
    formula = "Σ b (xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)²"
    source = "Rosenbrock 1960, with his start; domain of De Jong 1975"
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter(
            "dimension",
            2,
            "Number of coordinates; each next one has to follow the square of the last.",
            low=2,
            high=50,
            slider=(2, 10),
            kind="integer",
            symbol="n",
        ),
        Parameter(
            "steepness",
            100.0,
            "Height of the valley's walls against the slope of its floor.",
            low=0.01,
            high=1e6,
            slider=(1.0, 1000.0),
            scale="log",
            symbol="b",
        ),
    )

    def __init__(self, dimension: int, steepness: float) -> None:
        self.dim = dimension
        self.bounds = ((-2.048, 2.048),) * dimension
        self.default_start = cycle((-1.2, 1.0), dimension)
        self._b = steepness
        self.minima = (Minimum((1.0,) * dimension, 0.0), *self._second_minimum())

    def value(self, x: Tensor) -> Tensor:
        head = x[:-1]
        wall, floor = x[1:] - head * head, head - 1
        return summed(self._b * wall * wall + floor * floor)

    def gradient(self, x: Tensor) -> Tensor:
        head = x[:-1]
        up = (x[1:] - head * head) * (2 * self._b)
        down = (head - 1 - head * up) * 2
        if self.dim == 2:
            return stack(down[0], up[0])
        return stack(down[0], *(down[1:] + up[:-1]), up[-1])

    def hessian(self, x: Tensor) -> Tensor:
        head, b = x[:-1], self._b
        down = 12 * b * head * head - 4 * b * x[1:] + 2
        up = down.new_full(down[:1].shape, 2 * b)
        matrix = diagonal(stack(down[0], *(down[1:] + 2 * b), up[0]))
        beside = (-4 * b * head).T
        matrix.diagonal(1).copy_(beside)
        matrix.diagonal(-1).copy_(beside)
        return matrix

    def _second_minimum(self) -> tuple[Minimum, ...]:
        """The minimum to which Newton's method leads from (−1, 1, …, 1), if it is one."""
        if self.dim < 4:
            return ()
        b, x = self._b, np.ones(self.dim)
        x[0] = -1.0
        for _ in range(30):
            head = x[:-1]
            wall, floor = x[1:] - head**2, head - 1
            slope, curvature = np.zeros(self.dim), np.zeros(self.dim)
            slope[:-1] = 2 * floor - 4 * b * head * wall
            slope[1:] += 2 * b * wall
            curvature[:-1] = 12 * b * head**2 - 4 * b * x[1:] + 2
            curvature[1:] += 2 * b
            beside = -4 * b * head
            matrix = np.diag(curvature) + np.diag(beside, 1) + np.diag(beside, -1)
            step = np.linalg.solve(matrix, slope)
            x = x - step
            if np.abs(step).max() < 1e-14:
                break
        at_rest = np.abs(step).max() < 1e-8
        if not at_rest or x[0] > 0 or np.linalg.eigvalsh(matrix)[0] <= 0:
            return ()
        return (Minimum(tuple(x.tolist()), float(b * wall @ wall + floor @ floor)),)


class Beale(ClosedForm):
    """Sharp peaks at the corners of a square, and a flat valley that bends."""

    id = "beale"
    name = "Beale"
    formula = "(1.5 − x1 + x1 x2)² + (2.25 − x1 + x1 x2²)² + (2.625 − x1 + x1 x2³)²"
    source = "Beale 1958; start of Moré, Garbow & Hillstrom 1981"
    dim = 2
    bounds = ((-4.5, 4.5),) * 2
    minima = (Minimum((3.0, 0.5), 0.0),)
    default_start = (1.0, 1.0)

    def value(self, x: Tensor) -> Tensor:
        x1, x2 = x.unbind()
        r1, r2, r3 = _beale_residuals(x1, x2)
        return r1 * r1 + r2 * r2 + r3 * r3

    def gradient(self, x: Tensor) -> Tensor:
        x1, x2 = x.unbind()
        square = x2 * x2
        r1, r2, r3 = _beale_residuals(x1, x2)
        g1 = r1 * (x2 - 1) + r2 * (square - 1) + r3 * (square * x2 - 1)
        g2 = x1 * (r1 + 2 * x2 * r2 + 3 * square * r3)
        return stack(g1, g2) * 2

    def hessian(self, x: Tensor) -> Tensor:
        x1, x2 = x.unbind()
        square = x2 * x2
        a1, a2, a3 = x2 - 1, square - 1, square * x2 - 1
        r1, r2, r3 = _beale_residuals(x1, x2)
        h11 = a1 * a1 + a2 * a2 + a3 * a3
        h12 = x1 * (a1 + 2 * x2 * a2 + 3 * square * a3) + r1 + 2 * x2 * r2 + 3 * square * r3
        h22 = x1 * x1 * (1 + 4 * square + 9 * square * square) + x1 * (2 * r2 + 6 * x2 * r3)
        return symmetric(h11, h12, h22) * 2


def _beale_residuals(x1: Tensor, x2: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    first = x1 * x2
    second = first * x2
    return first - x1 + 1.5, second - x1 + 2.25, second * x2 - x1 + 2.625


class Booth(ClosedForm):
    """A tilted quadratic bowl with condition number 9."""

    id = "booth"
    name = "Booth"
    formula = "(x1 + 2 x2 − 7)² + (2 x1 + x2 − 5)²"
    source = SURVEY
    dim = 2
    bounds = ((-10.0, 10.0),) * 2
    minima = (Minimum((1.0, 3.0), 0.0),)
    default_start = (-8.0, 7.0)

    def value(self, x: Tensor) -> Tensor:
        x1, x2 = x.unbind()
        r1, r2 = x1 + 2 * x2 - 7, 2 * x1 + x2 - 5
        return r1 * r1 + r2 * r2

    def gradient(self, x: Tensor) -> Tensor:
        x1, x2 = x.unbind()
        return stack(10 * x1 + 8 * x2 - 34, 8 * x1 + 10 * x2 - 38)

    def hessian(self, x: Tensor) -> Tensor:
        matrix = x.new_tensor(((10.0, 8.0), (8.0, 10.0)))
        return matrix[:, :, None].expand(-1, -1, x.shape[1])


class Matyas(ClosedForm):
    """A tilted quadratic trough with condition number 25."""

    id = "matyas"
    name = "Matyas"
    formula = "0.26 (x1² + x2²) − 0.48 x1 x2"
    source = SURVEY
    dim = 2
    bounds = ((-10.0, 10.0),) * 2
    minima = (Minimum((0.0, 0.0), 0.0),)
    default_start = (-9.08, -7.83)

    def value(self, x: Tensor) -> Tensor:
        x1, x2 = x.unbind()
        difference = x1 - x2
        # The same polynomial as a sum of squares: no cancellation along the trough.
        return 0.25 * difference * difference + 0.01 * (x1 + x2) ** 2

    def gradient(self, x: Tensor) -> Tensor:
        return 0.52 * x - 0.48 * x.flip(0)

    def hessian(self, x: Tensor) -> Tensor:
        matrix = x.new_tensor(((0.52, -0.48), (-0.48, 0.52)))
        return matrix[:, :, None].expand(-1, -1, x.shape[1])

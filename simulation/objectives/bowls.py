"""Quadratic bowls: one diagonal and one general form carry all of them."""

from __future__ import annotations

import copy
import math
from typing import TYPE_CHECKING, ClassVar, Self

import numpy as np

from simulation.errors import InputError
from simulation.lane_sums import columns_of, product, summed
from simulation.objectives.base import Minimum, Objective, TorchCode
from simulation.parameters import Parameter

if TYPE_CHECKING:
    import torch
    from torch import Tensor

D2L = "Dive into Deep Learning, chapter on momentum"
MOST_WRITTEN_OUT = 3
"""Coordinates up to which a script has a sum term by term."""
LARGEST = 1e300
"""Minima beyond this are refused: around them there would be no room to draw."""


class DiagonalQuadratic(Objective):
    """f(x) = Σ aᵢ xᵢ², whose coordinates do not mix; its eigenvalues are 2aᵢ."""

    default_start: tuple[float, ...]

    _a: Tensor
    _twice_a: Tensor

    def __init__(self, coefficients: tuple[float, ...]) -> None:
        self.coefficients = coefficients
        self.dim = len(coefficients)
        self.minima = (Minimum((0.0,) * self.dim, 0.0),)

    def start(self, generator: np.random.Generator) -> tuple[float, ...]:
        del generator
        return self.default_start

    def place(self, dtype: torch.dtype, device: torch.device) -> Self:
        import torch

        placed = copy.copy(self)
        placed._a = torch.tensor(self.coefficients, dtype=dtype, device=device)[:, None]
        placed._twice_a = 2 * placed._a
        return placed

    def value(self, x: Tensor) -> Tensor:
        return summed(self._a * (x * x))

    def gradient(self, x: Tensor) -> Tensor:
        return self._twice_a * x

    def hessian(self, x: Tensor) -> Tensor:
        return self._twice_a[:, 0].diag()[:, :, None].expand(-1, -1, x.shape[1])

    @property
    def torch_code(self) -> TorchCode:
        if self.dim > MOST_WRITTEN_OUT:
            return TorchCode(f"return (torch.tensor({list(self.coefficients)}) * x**2).sum()")
        terms = (f"{a!r} * x[{i}] ** 2" for i, a in enumerate(self.coefficients))
        return TorchCode(f"return {' + '.join(terms)}")


class IllConditioned(DiagonalQuadratic):
    """The ravine of the momentum chapter: condition number 20."""

    id = "ill-conditioned"
    name = "Ill-conditioned bowl"
    formula = "0.1 x1² + 2 x2²"
    source = D2L
    bounds = ((-5.5, 1.0), (-3.0, 1.0))
    default_start = (-5.0, -2.0)

    def __init__(self) -> None:
        super().__init__((0.1, 2.0))


class Ellipse(DiagonalQuadratic):
    """The milder bowl that the ravine is compared with: condition number 2."""

    id = "ellipse"
    name = "Mild ellipse"
    formula = "x1² + 2 x2²"
    source = D2L
    bounds = ((-5.5, 1.0), (-3.0, 1.0))
    default_start = (-5.0, -2.0)

    def __init__(self) -> None:
        super().__init__((1.0, 2.0))


class FourXSquared(DiagonalQuadratic):
    """The one-dimensional parabola on which a learning rate of 1/8 lands in one step."""

    id = "four-x-squared"
    name = "4x²"
    formula = "4x² = (2x)²"
    source = "PyTorch optimizer lecture, learning rate"
    bounds = ((-3.0, 3.0),)
    default_start = (2.0,)

    def __init__(self) -> None:
        super().__init__((4.0,))


class HalfSquare(DiagonalQuadratic):
    """The parabola of the step-by-step momentum walk-through."""

    id = "half-square"
    name = "w²/2"
    formula = "w² / 2"
    source = "Momentum walk-through in PyTorch on w²/2"
    bounds = ((-1.5, 1.5),)
    default_start = (1.0,)

    def __init__(self) -> None:
        super().__init__((0.5,))

    @property
    def coordinates(self) -> tuple[str, ...]:
        return ("w",)


class ScalarQuadratic(DiagonalQuadratic):
    """The model problem of all theory: one eigenvalue, one coordinate."""

    id = "scalar-quadratic"
    name = "Scalar quadratic"
    formula = "λ x² / 2"
    source = D2L
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter(
            "curvature",
            1.0,
            "Second derivative of the parabola; learning rate × curvature decides stability.",
            low=1e-12,
            high=1e12,
            slider=(0.01, 100.0),
            scale="log",
            symbol="λ",
        ),
    )
    bounds = ((-1.5, 1.5),)
    default_start = (1.0,)

    def __init__(self, curvature: float) -> None:
        super().__init__((curvature / 2,))


class Spectrum(DiagonalQuadratic):
    """Many eigenvalues at once: no single learning rate suits them all."""

    id = "spectrum"
    name = "Spectrum of curvatures"
    formula = "½ Σ 2^(−i) xᵢ², i = 0 … n−1"
    source = D2L + ", exercise 2"
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter(
            "dimension",
            10,
            "Number of coordinates; the smallest curvature is 2^(1 − dimension).",
            low=1,
            high=50,
            slider=(1, 50),
            kind="integer",
            symbol="n",
        ),
    )

    def __init__(self, dimension: int) -> None:
        super().__init__(tuple(0.5 * 2.0**-i for i in range(dimension)))
        self.bounds = ((-1.5, 1.5),) * dimension
        self.default_start = (1.0,) * dimension

    @property
    def torch_code(self) -> TorchCode:
        return TorchCode(f"return (0.5 * 2.0 ** -torch.arange({self.dim}) * x**2).sum()")


class Quadratic(Objective):
    """The general quadratic with a symmetric positive definite matrix.

    Its minimum is −Q⁻¹c with value b − ½ cᵀQ⁻¹c (with this sign of c).
    """

    id = "quadratic"
    name = "General quadratic"
    formula = "½ xᵀQx + cᵀx + b"
    source = D2L
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter(
            "Q",
            ((2.0, 1.0), (1.0, 3.0)),
            "Symmetric positive definite matrix: the curvature.",
            kind="matrix",
        ),
        Parameter("c", (1.0, -2.0), "Slope at the origin.", kind="vector"),
        Parameter("b", 0.0, "Value at the origin."),
    )

    _Q: Tensor
    _columns: tuple[Tensor, ...]
    _c: Tensor

    def __init__(self, Q: tuple[tuple[float, ...], ...], c: tuple[float, ...], b: float) -> None:
        matrix = np.array(Q)
        self.dim = len(Q)
        if matrix.shape != (self.dim, self.dim) or not np.array_equal(matrix, matrix.T):
            raise InputError("objective.Q", "the matrix is not symmetric; give Q with Q = Qᵀ")
        eigenvalues = np.linalg.eigvalsh(matrix)
        if not eigenvalues[0] > self.dim * np.finfo(float).eps * eigenvalues[-1]:
            raise InputError(
                "objective.Q",
                "the matrix has the eigenvalue {eigenvalue:g}; give a positive definite one",
                eigenvalue=eigenvalues[0],
            )
        if len(c) != self.dim:
            raise InputError(
                "objective.c", "give {dim} numbers, one for each row of Q", dim=self.dim
            )
        slope = np.array(c)
        with np.errstate(over="ignore", invalid="ignore"):
            position = np.linalg.solve(matrix, -slope)
            value = float(b + slope @ position / 2)
        if not np.abs([*position, value]).max() < LARGEST:
            raise InputError("objective", "the minimum is out of range; give smaller c and b")
        self._data = (matrix, slope, b)
        self.minima = (Minimum(tuple(position.tolist()), value),)
        self._reach = 3.0 * max(1.0, float(np.abs(position).max()))
        self.bounds = tuple(
            (math.floor(centre - self._reach), math.ceil(centre + self._reach))
            for centre in position
        )

    def start(self, generator: np.random.Generator) -> tuple[float, ...]:
        del generator
        position = np.array(self.minima[0].position)
        return tuple((position - 0.75 * self._reach).tolist())

    def place(self, dtype: torch.dtype, device: torch.device) -> Self:
        import torch

        matrix, slope, _ = self._data
        placed = copy.copy(self)
        placed._Q = torch.tensor(matrix, dtype=dtype, device=device)
        placed._columns = columns_of(placed._Q)
        placed._c = torch.tensor(slope, dtype=dtype, device=device)[:, None]
        return placed

    def value(self, x: Tensor) -> Tensor:
        return self._value(x, product(self._columns, x))

    def gradient(self, x: Tensor) -> Tensor:
        return product(self._columns, x) + self._c

    def value_and_gradient(self, x: Tensor) -> tuple[Tensor, Tensor]:
        curved = product(self._columns, x)
        return self._value(x, curved), curved + self._c

    def _value(self, x: Tensor, curved: Tensor) -> Tensor:
        """The value from Qx."""
        return summed((curved / 2 + self._c) * x) + self._data[2]

    def hessian(self, x: Tensor) -> Tensor:
        return self._Q[:, :, None].expand(-1, -1, x.shape[1])

    @property
    def torch_code(self) -> TorchCode:
        matrix, slope, b = self._data
        return TorchCode(
            f"Q = torch.tensor({matrix.tolist()})\n"
            f"c = torch.tensor({slope.tolist()})\n"
            f"return x @ Q @ x / 2 + c @ x + {b!r}"
        )

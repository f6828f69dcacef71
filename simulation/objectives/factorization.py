"""Fitting a matrix: an objective whose coordinates are the entries of one."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Self

from simulation.lane_sums import columns_of, product, summed
from simulation.objectives.base import Minimum, TorchCode
from simulation.objectives.closed_form import ClosedForm

if TYPE_CHECKING:
    import torch
    from torch import Tensor

SIZE = 3
INPUTS = ((2.0, 2.0, 2.0), (1.0, -1.0, 0.0), (0.1, 0.1, -0.2))
"""Examples a, at right angles to each other: Σ aaᵀ/3 has the eigenvalues 4, 2/3 and 1/50."""
QUARTER_TURN = ((0.0, -1.0, 0.0), (1.0, 0.0, 0.0), (0.0, 0.0, 1.0))


class LinearMap(ClosedForm):
    """The linear layer in its smallest form: condition number 200, the same for each row of W.

    The examples are few and uneven, so plain descent finds what W does to the first of them
    at once and to the last of them hardly ever. Methods for matrices, such as Muon, take all
    directions at one pace.
    """

    id = "linear-map"
    name = "Linear map"
    formula = "½ · mean ‖W aᵢ − bᵢ‖² over three examples, W of shape 3 × 3"
    source = "Least squares in a matrix; the map sought is a quarter turn"

    dim = SIZE * SIZE
    matrix_shape = (SIZE, SIZE)
    bounds = ((-2.0, 2.0),) * dim
    default_start = (0.0,) * dim
    minima = (Minimum(tuple(entry for row in QUARTER_TURN for entry in row), 0.0),)

    _sought: Tensor
    """The map W*, ``(3, 3, 1)``."""
    _second: Tensor
    """Second moments Σ aaᵀ/3, ``(3, 3)``."""
    _columns: tuple[Tensor, ...]
    """Its columns, to be multiplied by each row of a matrix, ``(3, 1)``."""

    @property
    def coordinates(self) -> tuple[str, ...]:
        return tuple(f"w{i + 1}{j + 1}" for i in range(SIZE) for j in range(SIZE))

    def place(self, dtype: torch.dtype, device: torch.device) -> Self:
        import torch

        placed = copy.copy(self)
        placed._sought = torch.tensor(QUARTER_TURN, dtype=dtype, device=device)[:, :, None]
        inputs = torch.tensor(INPUTS, dtype=torch.float64)
        placed._second = (inputs.T @ inputs / len(INPUTS)).to(device, dtype)
        placed._columns = columns_of(placed._second)
        return placed

    def value(self, x: Tensor) -> Tensor:
        error = self._error(x)
        return summed((error * self._slope(error)).reshape(self.dim, -1)) / 2

    def gradient(self, x: Tensor) -> Tensor:
        return self._slope(self._error(x)).reshape(self.dim, -1)

    def hessian(self, x: Tensor) -> Tensor:
        rows = self._second.new_ones(SIZE).diag()
        return rows.kron(self._second)[:, :, None].expand(-1, -1, x.shape[1])

    @property
    def torch_code(self) -> TorchCode:
        return TorchCode(
            f"examples = torch.tensor({INPUTS})\n"
            f"sought = torch.tensor({QUARTER_TURN})\n"
            "residuals = examples @ (x.reshape(3, 3) - sought).T\n"
            "return (residuals**2).sum(1).mean() / 2"
        )

    def _error(self, x: Tensor) -> Tensor:
        """W − W* of each lane, ``(3, 3, lanes)``."""
        return x.reshape(SIZE, SIZE, -1) - self._sought

    def _slope(self, error: Tensor) -> Tensor:
        """(W − W*) Σ aaᵀ/3 of each lane, ``(3, 3, lanes)``."""
        return product(self._columns, error[:, None], dim=2)

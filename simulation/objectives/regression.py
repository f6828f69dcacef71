"""Linear regression on the airfoil self-noise data, the textbook's testbed."""

from __future__ import annotations

import copy
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Self

import numpy as np

from simulation import datasets
from simulation.lane_sums import mean, product, summed
from simulation.objectives.base import DataObjective, Minimum, TorchCode
from simulation.objectives.bowls import D2L
from simulation.parameters import Parameter

if TYPE_CHECKING:
    from collections.abc import Sequence

    import torch
    from torch import Tensor


DIM = len(datasets.FEATURES) + 1


class AirfoilRegression(DataObjective):
    """Mean squared error of a linear model of airfoil noise, in its weights and bias.

    The value is s/2 · mean (Xw + b − y)², with s = 1 for the textbook's loss "from scratch"
    and s = 2 for ``MSELoss``, whose gradients are twice as large. Value and gradient go
    through the Gram matrix of the data, so that their cost does not grow with its rows.
    """

    id = "airfoil"
    name = "Airfoil self-noise regression"
    formula = "½ · mean (Xw + b − y)²; mse: without the ½"
    source = D2L + "; data: Brooks, Pope & Marcolini 1989, UCI 291, CC BY 4.0"
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter(
            "loss",
            "half-mse",
            "half-mse: ½ · mean r², as from scratch; mse: mean r², as torch's MSELoss.",
            kind="choice",
            choices=("half-mse", "mse"),
        ),
    )

    dim = DIM
    examples = datasets.AIRFOIL_ROWS
    bounds = ((-1.0, 1.0),) * dim

    _rows: Tensor
    _target: Tensor
    _full: Tensor
    """Moments of all examples."""

    def __init__(self, loss: str) -> None:
        self._scale = 1.0 if loss == "half-mse" else 2.0

    @property
    def coordinates(self) -> tuple[str, ...]:
        return (*(f"w {name}" for name in datasets.FEATURES), "b")

    @cached_property
    def minima(self) -> tuple[Minimum, ...]:  # type: ignore[override]
        """The least-squares solution; reads the data."""
        rows, target = _table()
        best, residual, *_ = np.linalg.lstsq(rows, target)
        value = self._scale / 2 * float(residual[0]) / self.examples
        return (Minimum(tuple(best.tolist()), value),)

    def start(self, generator: np.random.Generator) -> tuple[float, ...]:
        """Draw w ~ N(0, 0.01²) and set b = 0, as the textbook does."""
        return (*generator.normal(0.0, 0.01, self.dim - 1).tolist(), 0.0)

    def place(self, dtype: torch.dtype, device: torch.device) -> Self:
        """Read the data and put it on ``device``.

        Raises
        ------
        InputError
            If the data file is missing.
        """
        import torch

        rows, target = _table()
        placed = copy.copy(self)
        placed._rows = torch.tensor(rows, dtype=dtype, device=device)
        placed._target = torch.tensor(target, dtype=dtype, device=device)[:, None]
        (placed._full,) = placed._moments(torch.arange(self.examples, device=device)[:, None])
        return placed

    def value(self, x: Tensor) -> Tensor:
        return self.minibatch_value(self._full, x)

    def gradient(self, x: Tensor) -> Tensor:
        return self.minibatch_gradient(self._full, x)

    def value_and_gradient(self, x: Tensor) -> tuple[Tensor, Tensor]:
        gram, minus_cross, constant = _parts(self._full)
        curved = product(gram, x)
        return _value(x, curved, minus_cross, constant), curved + minus_cross

    def hessian(self, x: Tensor) -> Tensor:
        gram, *_ = _parts(self._full)
        return gram.expand(-1, -1, x.shape[1])

    def minibatches(self, order: Tensor, batch_size: int) -> Sequence[Tensor]:
        import torch

        whole = self.examples - self.examples % batch_size
        batches = [self._moments(order[:whole].view(-1, batch_size).T)]
        if whole < self.examples:
            batches.append(self._moments(order[whole:, None]))
        return torch.cat(batches).unbind()

    def minibatch_value(self, batch: Tensor, x: Tensor) -> Tensor:
        gram, minus_cross, constant = _parts(batch)
        return _value(x, product(gram, x), minus_cross, constant)

    def minibatch_gradient(self, batch: Tensor, x: Tensor) -> Tensor:
        gram, minus_cross, _ = _parts(batch)
        return product(gram, x) + minus_cross

    @property
    def torch_code(self) -> TorchCode:
        variable, file = datasets.DATA_VARIABLE, datasets.AIRFOIL_FILE
        half = " / 2" if self._scale == 1.0 else ""
        return TorchCode(
            setup=(
                f"# The data: set {variable} to the folder that holds {file}.\n"
                f'table = np.loadtxt(Path(os.environ.get("{variable}", ".")) / "{file}")\n'
                "table = (table - table.mean(0)) / table.std(0)\n"
                f"table = torch.tensor(table[:{self.examples}], dtype=torch.get_default_dtype())\n"
                "features, target = table[:, :-1], table[:, -1]"
            ),
            body=(
                "residuals = features[rows] @ x[:-1] + x[-1] - target[rows]\n"
                f"return (residuals**2).mean(){half}"
            ),
        )

    def _moments(self, examples: Tensor) -> Tensor:
        """Second moments of some batches, all that a squared loss needs of them.

        With rows a = (features, 1) and targets y, means taken over each batch: the matrix
        s · mean a aᵀ, the column −s · mean a y and the number s/2 · mean y².

        Parameters
        ----------
        examples
            Indices of the examples of b batches of n, ``(n, b)``.

        Returns
        -------
        Tensor
            ``(b, DIM² + DIM + 1, 1)``; :func:`_parts` takes a batch apart.
        """
        import torch

        rows, target = self._rows[examples], self._target[examples]
        weighted = rows * (self._scale / len(rows))
        gram = summed(weighted[..., None] * rows[:, :, None]).flatten(1)
        minus_cross = -summed(weighted * target)
        constant = self._scale / 2 * mean(target * target)
        return torch.cat([gram, minus_cross, constant], 1)[..., None]


def _parts(batch: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Matrix by its columns ``(DIM, DIM, 1)``, column ``(DIM, 1)`` and number ``(1,)``."""
    return batch[: DIM * DIM].view(DIM, DIM, 1), batch[DIM * DIM : -1], batch[-1]


def _value(x: Tensor, curved: Tensor, minus_cross: Tensor, constant: Tensor) -> Tensor:
    """The value from the matrix times x."""
    return summed((curved / 2 + minus_cross) * x) + constant


def _table() -> tuple[np.ndarray, np.ndarray]:
    """Rows (features, 1) of shape ``(n, dim)`` and targets ``(n,)``."""
    features, target = datasets.airfoil()
    return np.column_stack([features, np.ones(len(features))]), target

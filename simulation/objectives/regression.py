"""Linear regression on the airfoil self-noise data, the textbook's testbed."""

from __future__ import annotations

import copy
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, NamedTuple, Self

import numpy as np

from simulation import datasets
from simulation.devices import one_thread
from simulation.objectives.base import DataObjective, Minimum, TorchCode
from simulation.objectives.bowls import D2L
from simulation.parameters import Parameter

if TYPE_CHECKING:
    from collections.abc import Sequence

    import torch
    from torch import Tensor


class Moments(NamedTuple):
    """Second moments of a batch, all that a squared loss needs of it.

    With rows a = (features, 1) and targets y, means taken over the batch.
    """

    gram: Tensor
    """s · mean a aᵀ, shape ``(dim, dim)``."""
    minus_cross: Tensor
    """−s · mean a y, shape ``(dim, 1)``."""
    constant: Tensor
    """s/2 · mean y², shape ``()``."""


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

    dim = len(datasets.FEATURES) + 1
    examples = datasets.AIRFOIL_ROWS
    bounds = ((-1.0, 1.0),) * dim

    _rows: Tensor
    _target: Tensor
    _full: Moments

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
        placed._full = placed._moments(placed._rows[None], placed._target[None])[0]
        return placed

    def value(self, x: Tensor) -> Tensor:
        return self.minibatch_value(self._full, x)

    def gradient(self, x: Tensor) -> Tensor:
        return self.minibatch_gradient(self._full, x)

    def hessian(self, x: Tensor) -> Tensor:
        return self._full.gram[:, :, None].expand(-1, -1, x.shape[1])

    def minibatches(self, order: Tensor, batch_size: int) -> Sequence[Moments]:
        rows, target = self._rows, self._target
        whole = self.examples - self.examples % batch_size
        kept = order[:whole].view(-1, batch_size)
        batches = self._moments(rows[kept], target[kept])
        if whole < self.examples:
            left = order[None, whole:]
            batches += self._moments(rows[left], target[left])
        return batches

    def minibatch_value(self, batch: Moments, x: Tensor) -> Tensor:
        return ((batch.gram @ x / 2 + batch.minus_cross) * x).sum(0) + batch.constant

    def minibatch_gradient(self, batch: Moments, x: Tensor) -> Tensor:
        return batch.minus_cross.addmm(batch.gram, x)

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

    def _moments(self, rows: Tensor, target: Tensor) -> list[Moments]:
        """Moments of many batches: rows ``(b, n, dim)`` and target ``(b, n, 1)``."""
        weighted = rows.transpose(1, 2) * (self._scale / rows.shape[1])
        with one_thread():
            gram = (weighted @ rows).unbind()
            minus_cross = (-(weighted @ target)).unbind()
        constant = (self._scale / 2 * target.square().mean((1, 2))).unbind()
        return [Moments(*each) for each in zip(gram, minus_cross, constant, strict=True)]


def _table() -> tuple[np.ndarray, np.ndarray]:
    """Rows (features, 1) of shape ``(n, dim)`` and targets ``(n,)``."""
    features, target = datasets.airfoil()
    return np.column_stack([features, np.ones(len(features))]), target

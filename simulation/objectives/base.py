"""What an objective is: a value and a gradient over lanes, and how it wants to be seen."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Self

from simulation.parameters import Parameter

if TYPE_CHECKING:
    import numpy as np
    import torch
    from torch import Tensor


@dataclass(frozen=True, slots=True)
class Minimum:
    """A known minimum: its position, shape ``(dim,)``, and the value there."""

    position: tuple[float, ...]
    value: float


@dataclass(frozen=True, slots=True)
class TorchCode:
    """An objective as a stand-alone script has it."""

    body: str
    """Lines of a function of ``x``, shape ``(dim,)`` or the matrix's, that returns the value.

    Of a data objective it also takes ``rows``, the indices of some examples.
    """
    setup: str = ""
    """Lines that come before the function."""


class Objective(ABC):
    """A function to minimise, evaluated on many points (lanes) at once.

    A subclass declares the class attributes below, takes its parameters as keyword
    arguments and sets the instance attributes. Building one needs no torch; tensors that
    it holds are made in :meth:`place`.
    """

    id: ClassVar[str]
    """Name in files and commands."""
    name: ClassVar[str]
    """Name on the screen."""
    formula: ClassVar[str]
    """The function as people write it, in plain text."""
    source: ClassVar[str]
    """Where it comes from."""
    parameters: ClassVar[tuple[Parameter, ...]] = ()

    dim: int
    """Number of coordinates of a point."""
    bounds: tuple[tuple[float, float], ...]
    """Range of each coordinate that the landscape shows first."""
    minima: tuple[Minimum, ...] = ()
    """Known minima; empty where none is known."""
    matrix_shape: tuple[int, int] | None = None
    """Rows and columns where the coordinates are the entries of a matrix, row by row."""

    @property
    def coordinates(self) -> tuple[str, ...]:
        """Name of each coordinate."""
        return ("x",) if self.dim == 1 else tuple(f"x{i + 1}" for i in range(self.dim))

    @abstractmethod
    def start(self, generator: np.random.Generator) -> tuple[float, ...]:
        """Default start point, shape ``(dim,)``; random ones draw from ``generator``."""

    def settled(self, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """The parameters it was made with, and what only the made objective knows of them."""
        return dict(parameters)

    @classmethod
    def adapted(cls, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """The parameters, after one was changed by hand, without what no longer fits."""
        return dict(parameters)

    def place(self, dtype: torch.dtype, device: torch.device) -> Self:
        """Return this objective ready for tensors of ``dtype`` on ``device``."""
        del dtype, device
        return self

    @abstractmethod
    def value(self, x: Tensor) -> Tensor:
        """Value at each lane: ``(dim, lanes)`` to ``(lanes,)``."""

    @abstractmethod
    def gradient(self, x: Tensor) -> Tensor:
        """Gradient at each lane: ``(dim, lanes)`` to ``(dim, lanes)``."""

    def value_and_gradient(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Both, with the same numbers, where they share work."""
        return self.value(x), self.gradient(x)

    def hessian(self, x: Tensor) -> Tensor | None:
        """Matrix of second derivatives, ``(dim, dim, lanes)``, where it has a closed form."""
        del x
        return None

    @property
    def torch_code(self) -> TorchCode | None:
        """The objective in torch, for experiments that are copied as a script.

        ``None`` where the text of :meth:`value` serves: where that reads nothing of ``self``
        but numbers, and also takes a point of shape ``(dim,)``.
        """
        return None


class DataObjective(Objective):
    """A mean over examples, whose gradient can be taken on a minibatch."""

    examples: int
    """Number of examples."""

    @abstractmethod
    def minibatches(self, order: Tensor, batch_size: int) -> Sequence[Tensor]:
        """Cut the examples, taken in ``order`` of shape ``(n,)``, into batches.

        The last batch holds what is left. What a batch is, only the objective knows; where all
        are columns of equally many numbers, ``(numbers, 1)``, long runs are compiled.
        """

    @abstractmethod
    def minibatch_value(self, batch: Tensor, x: Tensor) -> Tensor:
        """Mean over one batch, ``(lanes,)``, same batch for all lanes."""

    @abstractmethod
    def minibatch_gradient(self, batch: Tensor, x: Tensor) -> Tensor:
        """Gradient of the mean over one batch, ``(dim, lanes)``, same batch for all lanes."""

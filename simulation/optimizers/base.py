"""What an optimizer is: a declaration of its hyperparameters and a pure update."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from simulation.parameters import Parameter

if TYPE_CHECKING:
    from torch import Tensor

State = Any
"""A NamedTuple of tensors ``(dim, lanes)``; each rule has its own."""


@dataclass(frozen=True, slots=True)
class Optimizer:
    """Declaration of an optimizer, read by forms, command line, docs and engine."""

    id: str
    name: str
    formula: str
    """The update as people write it, one assignment a line, plain text."""
    source: str
    hyperparameters: tuple[Parameter, ...]


@dataclass(frozen=True, slots=True)
class TorchForm:
    """The same optimizer in torch: reference runs, "copy as PyTorch" and tests read it."""

    path: str
    """Import path of the class, such as ``torch.optim.Adam``."""
    keywords: Callable[[Mapping[str, Any]], dict[str, Any]]
    """Hyperparameter values, by our names, to the keywords of its constructor."""
    sparse: bool = False
    """Whether it takes sparse gradients only."""


def torch_keywords(
    *same: str, **renamed: str | tuple[str, ...]
) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    """Make ``TorchForm.keywords`` from a table of names.

    ``same`` are the hyperparameters that torch calls as we do; ``renamed`` gives, for each
    other keyword, our name, or our names where torch takes a tuple.
    """
    table = {**{name: name for name in same}, **renamed}

    def keywords(values: Mapping[str, Any]) -> dict[str, Any]:
        return {
            keyword: values[ours] if isinstance(ours, str) else tuple(map(values.get, ours))
            for keyword, ours in table.items()
        }

    return keywords


@dataclass(frozen=True, slots=True)
class Rule(Optimizer):
    """An optimizer that steps all its runs at once as lanes.

    Hyperparameters reach the functions in the order of their declaration, which is also that
    of the functions' arguments: numbers as tensors ``(lanes,)``, flags as they are. The
    functions only use operators and methods of the tensors they are handed, so they serve any
    device, any dtype and any object that acts like a tensor.
    No branch depends on a tensor's value and whatever counts steps is a tensor of the
    state, so that steps can be recorded and compiled.
    """

    init: Callable[[Tensor], State]
    """Positions ``(dim, lanes)`` to the state before the first step."""
    update: Callable[..., tuple[Tensor, State]]
    """``(x, gradient, state, *hyperparameters)`` to the next ``(x, state)``."""
    query: Callable[..., Tensor] | None = None
    """``(x, state, *hyperparameters)`` to the point where the gradient is wanted;
    ``None`` for x itself."""
    torch_form: TorchForm | None = None
    """The class of torch's that gives the same iterates, where there is one."""


class Stateless(NamedTuple):
    """State of a rule that remembers nothing."""


class Velocity(NamedTuple):
    """State of a rule with one memory."""

    velocity: Tensor


def at_rest(x: Tensor) -> Velocity:
    """v₀ = 0."""
    return Velocity(x.new_zeros(x.shape))


LEARNING_RATE = Parameter(
    "learning_rate",
    0.1,
    "Step size: how far the ball moves for a given slope. Too large and it diverges.",
    low=0.0,
    high=1e6,
    slider=(1e-4, 10.0),
    scale="log",
    symbol="η",
)

MOMENTUM = Parameter(
    "momentum",
    0.9,
    "Share of the velocity kept from step to step. 0 forgets everything, 1 has no friction.",
    low=0.0,
    high=1.0,
    slider=(0.0, 1.0),
    symbol="β",
)

"""States of rules as lists of their tensors."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from torch import Tensor


def map_tensors(function: Callable[[Tensor], Tensor], state: Any) -> Any:
    """Apply ``function`` to every tensor of a state, a NamedTuple that may hold others."""
    if isinstance(state, tuple):
        return type(state)(*(map_tensors(function, part) for part in state))
    return function(state)


def parts(state: Any) -> list[Tensor]:
    """The tensors of a state, in their order."""
    found: list[Tensor] = []

    def note(part: Tensor) -> Tensor:
        found.append(part)
        return part

    map_tensors(note, state)
    return found

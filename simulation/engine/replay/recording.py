"""What a function of tensors does, as a list of torch operations."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from torch import Tensor

REFUSED = frozenset(("_local_scalar_dense", "item", "is_nonzero", "equal"))
"""Operations that hand a value to Python, which may then branch on it."""


class NotRecordable(Exception):  # noqa: N818 - it is no error: there is a plain way
    """What was recorded depends on values, changes its operands or draws random numbers."""


@dataclass(frozen=True, slots=True)
class Value:
    """Stands for a tensor in a recording, by its number."""

    number: int


@dataclass(frozen=True, slots=True)
class Operation:
    """One call of torch: ``outputs = function(*operands, **options)``.

    Operands and options hold :class:`Value` where a recorded tensor stood, also in lists.
    """

    name: str
    function: Callable[..., Any]
    operands: tuple[Any, ...]
    options: dict[str, Any]
    outputs: tuple[int, ...]
    views: int | None = None
    """The value whose memory the outputs are part of, if they are."""

    def reads(self) -> list[int]:
        """Numbers of the values that it reads, as often as it does."""
        return list(_numbers([*self.operands, *self.options.values()]))


@dataclass(slots=True)
class Recording:
    """The operations of one call, in their order."""

    operations: list[Operation] = field(default_factory=list)
    tensors: list[Tensor] = field(default_factory=list)
    """The tensor that each value was in this call: what its buffer has to look like."""
    inputs: tuple[int, ...] = ()
    outputs: tuple[int, ...] = ()

    @property
    def lanes(self) -> int:
        """How many lanes its tensors have."""
        return lanes_of([self.tensors[number] for number in self.inputs])

    def needed(self) -> list[Operation]:
        """The operations that the outputs depend on."""
        needed = set(self.outputs)
        kept: list[Operation] = []
        for operation in reversed(self.operations):
            if needed & set(operation.outputs):
                needed.update(operation.reads())
                kept.append(operation)
        return kept[::-1]


def lanes_of(tensors: Sequence[Tensor]) -> int:
    """How many lanes tensors have, as their last dimension; what all share has none or one."""
    return max((tensor.shape[-1] for tensor in tensors if tensor.ndim), default=1)


def _numbers(operands: Any) -> Any:
    for operand in operands:
        if isinstance(operand, Value):
            yield operand.number
        elif isinstance(operand, list | tuple):
            yield from _numbers(operand)


def filled_in(operand: Any, tensors: Sequence[Tensor] | Mapping[int, Tensor]) -> Any:
    """``operand`` with the tensor of each value in its place."""
    if isinstance(operand, Value):
        return tensors[operand.number]
    if isinstance(operand, list | tuple):
        return type(operand)(filled_in(part, tensors) for part in operand)
    return operand

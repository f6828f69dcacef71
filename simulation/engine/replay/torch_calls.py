"""One call of torch whose result goes into given memory."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from simulation.engine.replay.recording import Operation

if TYPE_CHECKING:
    from torch import Tensor

ARITHMETIC = ("add", "addcdiv", "addcmul", "div", "lerp", "mul", "neg", "reciprocal", "sub")
FUNCTIONS = (
    "abs",
    "ceil",
    "erf",
    "exp",
    "expm1",
    "floor",
    "hypot",
    "log",
    "log1p",
    "pow",
    "sigmoid",
)
ROOTS_AND_ANGLES = ("atan", "atan2", "cos", "cosh", "sin", "sinh", "sqrt", "square", "tan", "tanh")
CHOICES = ("bitwise_not", "clamp", "logical_and", "maximum", "minimum", "sign", "where")
COMPARISONS = ("eq", "ge", "gt", "le", "lt", "ne")
GATHERING = ("cat", "mean", "prod", "stack", "sum")
DIRECT = frozenset((*ARITHMETIC, *FUNCTIONS, *ROOTS_AND_ANGLES, *CHOICES, *COMPARISONS, *GATHERING))
"""Operations that ``torch`` offers under the same name with ``out=``."""

Call = Callable[[], Any]


def call_into(
    operation: Operation, operands: Any, options: Any, out: Tensor, *, direct: bool = True
) -> Call:
    """The fastest call that does an operation into ``out``, done once.

    ``direct`` says whether the result has the shape of ``out``, to which it is broadcast if not.
    """
    import torch

    if direct and operation.name in DIRECT:
        kernel = getattr(torch, operation.name)
        call: Call = partial(kernel, *operands, **options, out=out)
        saved = [each.clone() for each in operands if each is out]
        try:
            call()
        except (TypeError, RuntimeError):  # this form of it takes no ``out``
            for each in saved:
                out.copy_(each)
        else:
            return call
    call = partial(_copied, operation.function, operands, options, out)
    call()
    return call


def same_numbers(one: Tensor, other: Tensor) -> bool:
    """Whether two tensors hold the same numbers, nan included."""
    return bool((one.eq(other) | (one.ne(one) & other.ne(other))).all())


def _copied(function: Callable[..., Tensor], operands: Any, options: Any, out: Tensor) -> None:
    out.copy_(function(*operands, **options))

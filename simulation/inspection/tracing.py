"""Tensors that remember how they were computed."""

from __future__ import annotations

import operator
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from simulation.inspection import algebra
from simulation.inspection.expressions import Array, Expression, Number
from simulation.lane_sums import mean

if TYPE_CHECKING:
    import torch
    from torch import Tensor

Build = Callable[..., Expression]


class Traced:
    """Acts like the tensor it holds, in all that update rules do with one.

    Every operation is done by torch on the tensors themselves, so the numbers are those of an
    untraced step, bit for bit. Beside them grows the expression.
    """

    __slots__ = ("expression", "tensor")

    def __init__(self, tensor: Tensor, expression: Expression) -> None:
        self.tensor = tensor
        self.expression = expression

    @property
    def values(self) -> Array:
        """Numbers of the first lane: ``(dim,)``, or ``()`` if all coordinates share one."""
        return first_lane(self.tensor)

    @property
    def shape(self) -> torch.Size:
        return self.tensor.shape

    @property
    def dtype(self) -> torch.dtype:
        return self.tensor.dtype

    def __add__(self, other: Any) -> Traced:
        return _apply(operator.add, algebra.add, self, other)

    def __radd__(self, other: Any) -> Traced:
        return _apply(operator.add, algebra.add, other, self)

    def __sub__(self, other: Any) -> Traced:
        return _apply(operator.sub, algebra.sub, self, other)

    def __rsub__(self, other: Any) -> Traced:
        return _apply(operator.sub, algebra.sub, other, self)

    def __mul__(self, other: Any) -> Traced:
        return _apply(operator.mul, algebra.mul, self, other)

    def __rmul__(self, other: Any) -> Traced:
        return _apply(operator.mul, algebra.mul, other, self)

    def __truediv__(self, other: Any) -> Traced:
        return _apply(operator.truediv, algebra.div, self, other)

    def __rtruediv__(self, other: Any) -> Traced:
        return _apply(operator.truediv, algebra.div, other, self)

    def __pow__(self, other: Any) -> Traced:
        return _apply(operator.pow, algebra.power, self, other)

    def __rpow__(self, other: Any) -> Traced:
        return _apply(operator.pow, algebra.power, other, self)

    def __neg__(self) -> Traced:
        return _apply(operator.neg, algebra.neg, self)

    def __abs__(self) -> Traced:
        return self.abs()

    def __lt__(self, other: Any) -> Traced:
        return self._compare(operator.lt, "<", other)

    def __le__(self, other: Any) -> Traced:
        return self._compare(operator.le, "≤", other)

    def __gt__(self, other: Any) -> Traced:
        return self._compare(operator.gt, ">", other)

    def __ge__(self, other: Any) -> Traced:
        return self._compare(operator.ge, "≥", other)

    def __invert__(self) -> Traced:
        return _apply(operator.invert, algebra.opposite, self)

    def sqrt(self) -> Traced:
        return self._call("sqrt", "√")

    def abs(self) -> Traced:
        return self._call("abs")

    def sign(self) -> Traced:
        return self._call("sign")

    def log(self) -> Traced:
        return self._call("log")

    def exp(self) -> Traced:
        return _apply(_method("exp"), algebra.exp, self)

    def expm1(self) -> Traced:
        return _apply(_method("expm1"), algebra.expm1, self)

    def square(self) -> Traced:
        return _apply(_method("square"), lambda a: algebra.power(a, algebra.TWO), self)

    def lerp(self, end: Any, share: Any) -> Traced:
        return _apply(_method("lerp"), algebra.lerp, self, end, share)

    def addcmul(self, first: Any, second: Any, *, value: float = 1) -> Traced:
        result = self.tensor.addcmul(_tensor(first), _tensor(second), value=value)
        operands = map(_expression, (self, first, second, value))
        return Traced(result, algebra.addcmul(*operands))

    def maximum(self, other: Any) -> Traced:
        return self._call("maximum", "max", other)

    def minimum(self, other: Any) -> Traced:
        return self._call("minimum", "min", other)

    def clamp(self, *, min: float) -> Traced:  # noqa: A002
        return Traced(self.tensor.clamp(min=min), algebra.call("max", self.expression, Number(min)))

    def where(self, condition: Traced, other: Any) -> Traced:
        result = self.tensor.where(condition.tensor, _tensor(other))
        branches = (self.expression, _expression(other))
        return Traced(result, algebra.choose(condition.expression, *branches))

    def logical_and(self, other: Traced) -> Traced:
        result = self.tensor.logical_and(other.tensor)
        truths = (
            algebra.is_not_zero(part.expression, first_lane(part.tensor != 0))
            for part in (self, other)
        )
        return Traced(result, algebra.both(*truths, holds=first_lane(result)))

    def double(self) -> Traced:
        return Traced(self.tensor.double(), self.expression)

    def to(self, dtype: torch.dtype) -> Traced:
        return Traced(self.tensor.to(dtype), self.expression)

    def clone(self) -> Traced:
        return Traced(self.tensor.clone(), self.expression)

    def new_zeros(self, shape: Any) -> Traced:
        return Traced(self.tensor.new_zeros(shape), algebra.ZERO)

    def new_ones(self, shape: Any) -> Traced:
        return Traced(self.tensor.new_ones(shape), algebra.ONE)

    def _compare(self, function: Callable[[Any, Any], Tensor], sign: str, other: Any) -> Traced:
        result = function(self.tensor, _tensor(other))
        operands = (self.expression, _expression(other))
        return Traced(result, algebra.compare(sign, *operands, first_lane(result)))

    def _call(self, method: str, name: str = "", *others: Any) -> Traced:
        name = name or method
        return _apply(_method(method), lambda *a: algebra.call(name, *a), self, *others)


@mean.register(Traced)
def _traced_mean(terms: Traced) -> Traced:  # type: ignore[misc]  # it acts like a tensor
    """Over the coordinates, as one operation."""
    return Traced(mean(terms.tensor), algebra.call("mean", terms.expression))


def first_lane(tensor: Tensor) -> Array:
    """Numbers of the first lane of ``(dim, lanes)``, ``(lanes,)`` or ``()``, exactly."""
    lane = tensor[..., 0] if tensor.ndim else tensor
    numbers: Array = lane.cpu().numpy()
    return numbers.copy() if numbers.dtype == np.bool_ else numbers.astype(np.float64)


def call_with_locals(
    function: Callable[..., Any], *arguments: Any
) -> tuple[Any, dict[str, Traced]]:
    """Call ``function`` and return also what its local variables were at its end.

    Rules name their intermediate results by what they mean; so does whoever explains them.
    """
    code = getattr(getattr(function, "func", function), "__code__", None)  # of a partial, too
    found: dict[str, Any] = {}

    def watch(frame: Any, event: str, _: Any) -> None:
        if event == "return" and frame.f_code is code:
            found.update(frame.f_locals)

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        result = function(*arguments)
    finally:
        sys.setprofile(before)
    return result, {name: value for name, value in found.items() if isinstance(value, Traced)}


def _method(name: str) -> Callable[..., Any]:
    return lambda tensor, *others: getattr(tensor, name)(*others)


def _apply(function: Callable[..., Tensor], build: Build, *operands: Any) -> Traced:
    return Traced(function(*map(_tensor, operands)), build(*map(_expression, operands)))


def _tensor(operand: Any) -> Any:
    return operand.tensor if isinstance(operand, Traced) else operand


def _expression(operand: Any) -> Expression:
    return operand.expression if isinstance(operand, Traced) else Number(float(operand))

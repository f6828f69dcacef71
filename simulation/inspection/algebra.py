"""Builds expressions as people write them: neutral elements and detours vanish.

Rules write 1 − βᵗ as −expm1(t log β), and averages as a point on a line, for the sake of
rounding. Only the text is simplified; the numbers are those that the rule computes.
"""

from __future__ import annotations

import numpy as np

from simulation.inspection.expressions import (
    Array,
    Choice,
    Condition,
    Expression,
    Number,
    Operation,
)

ONE = Number(1.0)
TWO = Number(2.0)
ZERO = Number(0.0)
_OPPOSITES = {"<": "≥", "≥": "<", ">": "≤", "≤": ">", "=": "≠", "≠": "=", "and": "or", "or": "and"}


def equals(a: Expression, value: float) -> bool:
    """Whether an expression is a number that the rule contains, this one."""
    return isinstance(a, Number) and a.value == value


def add(a: Expression, b: Expression) -> Expression:
    """Return a + b."""
    if equals(a, 0):
        return b
    if equals(b, 0):
        return a
    if (inner := _operands(b, "neg")) is not None:
        return sub(a, inner[0])
    return Operation("add", (a, b))


def sub(a: Expression, b: Expression) -> Expression:
    """Return a − b."""
    if equals(b, 0):
        return a
    if equals(a, 0):
        return neg(b)
    if (inner := _operands(b, "neg")) is not None:
        return add(a, inner[0])
    return Operation("sub", (a, b))


def mul(a: Expression, b: Expression) -> Expression:
    """Return a · b; a · a is a square, and so is the end of k · a · a."""
    if equals(a, 0) or equals(b, 0):
        return ZERO
    if equals(a, 1):
        return b
    if equals(b, 1):
        return a
    if (inner := _operands(a, "neg")) is not None:
        return neg(mul(inner[0], b))
    if (inner := _operands(b, "neg")) is not None:
        return neg(mul(a, inner[0]))
    if a is b:
        return power(a, TWO)
    if (factors := _operands(a, "mul")) is not None and factors[1] is b:
        return mul(factors[0], power(b, TWO))
    return Operation("mul", (a, b))


def div(a: Expression, b: Expression) -> Expression:
    """Return a / b."""
    if equals(a, 0):
        return ZERO
    return a if equals(b, 1) else Operation("div", (a, b))


def neg(a: Expression) -> Expression:
    """Return −a."""
    if isinstance(a, Number):
        return Number(-a.value)
    if (inner := _operands(a, "neg")) is not None:
        return inner[0]
    if (inner := _operands(a, "sub")) is not None:
        return sub(inner[1], inner[0])
    return Operation("neg", (a,))


def power(a: Expression, b: Expression) -> Expression:
    """Return a to the b."""
    return a if equals(b, 1) else Operation("pow", (a, b))


def exp(a: Expression) -> Expression:
    """Return e to the a; for a = t log b that is b to the t."""
    factors = _operands(a, "mul") or ()
    for exponent, logarithm in (factors, factors[::-1]) if factors else ():
        if (inner := _operands(logarithm, "log")) is not None:
            return power(inner[0], exponent)
    return Operation("exp", (a,))


def expm1(a: Expression) -> Expression:
    """Return e to the a, less 1."""
    return sub(exp(a), ONE)


def lerp(start: Expression, end: Expression, share: Expression) -> Expression:
    """``share`` of the way from start to end, as a weighted mean."""
    return add(mul(share, end), mul(sub(ONE, share), start))


def addcmul(a: Expression, b: Expression, c: Expression, value: Expression = ONE) -> Expression:
    """Return a + value · b · c."""
    return add(a, mul(mul(value, b), c) if not equals(value, -1) else neg(mul(b, c)))


def call(function: str, *arguments: Expression) -> Expression:
    """A function of expressions."""
    return Operation(function, arguments)


def compare(sign: str, a: Expression, b: Expression, holds: Array) -> Condition:
    """Whether a stands in the relation ``sign`` to b."""
    return Condition(sign, (a, b), holds)


def is_not_zero(a: Expression, holds: Array) -> Condition:
    """Whether a number counts as true; a condition stays what it is."""
    return a if isinstance(a, Condition) else Condition("≠", (a, ZERO), holds)


def both(*conditions: Condition, holds: Array) -> Condition:
    """Whether all conditions hold."""
    return Condition("and", conditions, holds)


def opposite(condition: Expression) -> Condition:
    """Whether a condition does not hold."""
    assert isinstance(condition, Condition)
    operands = condition.operands
    if condition.sign in ("and", "or"):
        operands = tuple(map(opposite, operands))
    return Condition(_OPPOSITES[condition.sign], operands, np.logical_not(condition.holds))


def choose(condition: Expression, a: Expression, b: Expression) -> Expression:
    """Return a where the condition holds, else b."""
    assert isinstance(condition, Condition)
    return a if a is b else Choice(condition, (a, b))


def _operands(a: Expression, kind: str) -> tuple[Expression, ...] | None:
    return a.operands if isinstance(a, Operation) and a.kind == kind else None

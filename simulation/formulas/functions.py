"""The whitelist: constants and functions that a formula may use, computed on floats.

They follow IEEE 754 where Python raises: ``1/0`` is inf, ``log(-1)`` is nan and
``exp(1000)`` is inf, as on tensors.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable

CONSTANTS = {"pi": math.pi, "π": math.pi, "e": math.e, "tau": math.tau}

ALIASES = {"ln": "log", "arcsin": "asin", "arccos": "acos", "arctan": "atan"}

Compute = Callable[..., float]


def _total(function: Callable[[float], float]) -> Callable[[float], float]:
    """``function`` with nan outside its domain and inf where it overflows."""

    def compute(x: float) -> float:
        try:
            return function(x)
        except ValueError:
            return math.nan
        except OverflowError:
            return math.inf

    return compute


def _logarithm(function: Callable[[float], float]) -> Callable[[float], float]:
    def compute(x: float) -> float:
        if x > 0:
            return function(x)
        return -math.inf if x == 0 else math.nan

    return compute


def _sinh(x: float) -> float:
    try:
        return math.sinh(x)
    except OverflowError:
        return math.copysign(math.inf, x)


def _sigmoid(x: float) -> float:
    if x >= 0:
        return 1 / (1 + math.exp(-x))
    power = math.exp(x)
    return power / (1 + power) if power == power else math.nan


def _sign(x: float) -> float:
    """−1, 0 or 1; 0 for nan, as torch has it."""
    return float((x > 0) - (x < 0))


def _relu(x: float) -> float:
    return _maximum(x, 0.0)


def _minimum(a: float, b: float) -> float:
    return math.nan if a != a or b != b else min(a, b)


def _maximum(a: float, b: float) -> float:
    return math.nan if a != a or b != b else max(a, b)


def _divide(a: float, b: float) -> float:
    if b:
        return a / b
    if a == 0 or a != a:
        return math.nan
    return math.copysign(math.inf, a) * math.copysign(1.0, b)


def _power(a: float, b: float) -> float:
    try:
        return math.pow(a, b)
    except OverflowError:
        return -math.inf if a < 0 and math.fmod(b, 2) else math.inf
    except ValueError:  # 0 to a negative power, or a negative number to a fractional one
        if a != 0:
            return math.nan
        return math.copysign(math.inf, a) if abs(math.fmod(b, 2)) == 1 else math.inf


FUNCTIONS: dict[str, Compute] = {
    "sin": _total(math.sin),
    "cos": _total(math.cos),
    "tan": _total(math.tan),
    "asin": _total(math.asin),
    "acos": _total(math.acos),
    "atan": math.atan,
    "sinh": _sinh,
    "cosh": _total(math.cosh),
    "tanh": math.tanh,
    "exp": _total(math.exp),
    "log": _logarithm(math.log),
    "log2": _logarithm(math.log2),
    "log10": _logarithm(math.log10),
    "sqrt": _total(math.sqrt),
    "abs": abs,
    "sign": _sign,
    "erf": math.erf,
    "sigmoid": _sigmoid,
    "relu": _relu,
    "min": _minimum,
    "max": _maximum,
    "atan2": math.atan2,
    "hypot": math.hypot,
}

TWO_ARGUMENTS = frozenset({"min", "max", "atan2", "hypot"})
MORE_ARGUMENTS = frozenset({"min", "max"})
"""Functions that take two arguments or more; they associate to the left."""

OPERATIONS: dict[str, Compute] = FUNCTIONS | {
    "neg": operator.neg,
    "add": operator.add,
    "sub": operator.sub,
    "mul": operator.mul,
    "div": _divide,
    "pow": _power,
}

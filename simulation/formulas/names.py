"""The names in a formula: which are coordinates, which are parameters, which are refused."""

from __future__ import annotations

import re

from simulation.formulas.errors import FormulaError
from simulation.formulas.expression import PARAMETER, VARIABLE, Expression
from simulation.formulas.functions import ALIASES, FUNCTIONS
from simulation.wording import said

MAX_VARIABLES = 50
MAX_PARAMETERS = 50
MAX_NAME = 30

_NUMBERED = re.compile(r"x([0-9]+)")


def variables(expression: Expression) -> tuple[str, ...]:
    """Names of all coordinates of a parsed formula, in order.

    ``x, y`` as soon as there is a y, ``x1 … xn`` up to the highest number in use.
    """
    used = expression.names(VARIABLE)
    if "y" in used:
        return ("x", "y")
    if "x" in used:
        return ("x",)
    return tuple(f"x{i + 1}" for i in range(max(int(name[1:]) for name in used)))


def parameters(expression: Expression) -> tuple[str, ...]:
    """Names of the parameters of a parsed formula, in the order of their first use."""
    return expression.names(PARAMETER)


def check_names(expression: Expression) -> None:
    """Raise ``FormulaError`` if there is no variable, or there are too many parameters."""
    if not expression.names(VARIABLE):
        raise FormulaError("the formula has no variable; use x, or x and y, or x1 to x50")
    count = len(expression.names(PARAMETER))
    if count > MAX_PARAMETERS:
        raise FormulaError(
            "{count} named parameters are too many; use at most {most}",
            count=count,
            most=MAX_PARAMETERS,
        )


def is_coordinate(name: str) -> bool:
    """Whether a name can only be a coordinate's, though perhaps of one too many."""
    return name in ("x", "y") or _NUMBERED.fullmatch(name) is not None


def is_variable(name: str) -> bool:
    """Whether there is a coordinate of that name: x, y, or x1 to x50."""
    number = _NUMBERED.fullmatch(name)
    if number is None:
        return name in ("x", "y")
    digits = number[1]
    return not digits.startswith("0") and len(digits) <= 2 and int(digits) <= MAX_VARIABLES


def parameter_problem(name: str) -> str:
    """Sentence on a name that no parameter may have; empty if it may."""
    if name in FUNCTIONS or name in ALIASES:
        return said("{name} is a function; write {name}(...)", name=name)
    if name.lower() in ("inf", "infinity", "nan"):
        return said("{name} is no number that a formula may use", name=name)
    if name == "z":
        return said("z is no coordinate; for three of them write x1, x2 and x3")
    if len(name) > MAX_NAME:
        return said("the name is longer than {most} characters", most=MAX_NAME)
    return ""

"""Writes expressions as text, with symbols or with the numbers that they stand for."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from simulation.inspection import algebra
from simulation.inspection.expressions import (
    Choice,
    Condition,
    Expression,
    Number,
    Operation,
    Symbol,
    at,
)

_SUM, _QUOTIENT, _PRODUCT, _POWER, _ATOM = range(5)
SIGNS = {
    # text, its precedence, the least precedence of the left and of the right operand
    "add": (" + ", _SUM, _SUM, _SUM),
    "sub": (" − ", _SUM, _SUM, _QUOTIENT),
    "mul": ("·", _PRODUCT, _PRODUCT, _PRODUCT),
    "div": (" / ", _QUOTIENT, _PRODUCT, _POWER),
    "pow": ("^", _POWER, _ATOM, _ATOM),
}
MOST_LISTED = 4
"""Coordinates up to which a mean over them lists all numbers."""


def number_text(value: float, digits: int) -> str:
    """A number to so many significant digits, with a real minus: −0.4, 1e−8, inf, nan."""
    text = f"{value:.{digits}g}" if digits < 17 else repr(float(value)).removesuffix(".0")
    mantissa, e, exponent = text.partition("e")
    if e:
        mantissa = f"{mantissa}e{int(exponent)}"
    return mantissa.replace("-", "−")


@dataclass(slots=True)
class Printer:
    """Writes expressions for one coordinate.

    Parameters
    ----------
    coordinate
        Whose numbers and whose choices.
    known
        Expressions that have a line of their own, by the symbol that stands for them.
    digits
        Significant digits of numbers, or ``None`` for symbols.
    """

    coordinate: int
    known: Mapping[Expression, Symbol]
    digits: int | None = None
    conditions: dict[Condition, None] = field(default_factory=dict)
    """Those that decided which of two branches was written, in their order."""

    def text(self, expression: Expression) -> str:
        """The expression written out, even if it has a line of its own."""
        return self._write(expression, known={})[0]

    def condition(self, condition: Condition) -> str:
        """A condition that holds at the coordinate, or all of its parts that do."""
        if condition.sign in ("and", "or"):
            parts = [part for part in condition.operands if isinstance(part, Condition)]
            true = [part for part in parts if at(part.holds, self.coordinate)]
            return " and ".join(self.condition(part) for part in true if _depends(part))
        return f" {condition.sign} ".join(self._operand(o, _SUM) for o in condition.operands)

    def _write(
        self, expression: Expression, known: Mapping[Expression, Symbol] | None = None
    ) -> tuple[str, int]:
        """Text and precedence."""
        expression = (self.known if known is None else known).get(expression, expression)
        if isinstance(expression, Symbol):
            if self.digits is None:
                return expression.name, _ATOM
            return self._number(at(expression.values, self.coordinate), self.digits)
        if isinstance(expression, Number):
            return self._number(expression.value, self.digits or 6)
        if isinstance(expression, Choice):
            holds = at(expression.condition.holds, self.coordinate)
            condition = expression.condition if holds else algebra.opposite(expression.condition)
            self.conditions[condition] = None
            return self._write(expression.branch(self.coordinate))
        assert isinstance(expression, Operation)
        return self._operation(expression)

    def _operation(self, operation: Operation) -> tuple[str, int]:
        kind, operands = operation.kind, operation.operands
        if kind == "pow" and algebra.equals(operands[1], 2):
            return f"{self._operand(operands[0], _ATOM)}²", _POWER
        if kind in SIGNS:
            sign, precedence, left, right = SIGNS[kind]
            first = self._operand(operands[0], left, leads=precedence == _SUM)
            return f"{first}{sign}{self._operand(operands[1], right)}", precedence
        if kind == "neg":
            return f"−{self._operand(operands[0], _PRODUCT)}", _SUM
        if kind == "√":
            return f"√{self._operand(operands[0], _ATOM)}", _POWER
        if kind == "mean" and self.digits is not None:
            return f"mean({self._all_coordinates(operands[0])})", _ATOM
        inside = ", ".join(self._write(operand)[0] for operand in operands)
        return (f"|{inside}|" if kind == "abs" else f"{kind}({inside})"), _ATOM

    def _operand(self, operand: Expression, least: int, *, leads: bool = False) -> str:
        text, precedence = self._write(operand)
        negative = text.startswith("−") and not leads
        return f"({text})" if precedence < least or negative else text

    def _number(self, value: float, digits: int) -> tuple[str, int]:
        text = number_text(value, digits)
        exact = not math.isfinite(value) or "e" not in text
        return text, _ATOM if exact else _PRODUCT

    def _all_coordinates(self, expression: Expression) -> str:
        dim = _coordinates(expression)
        listed = range(dim) if dim <= MOST_LISTED else (0, 1, dim - 1)
        texts = [Printer(each, self.known, self.digits)._write(expression)[0] for each in listed]
        return ", ".join([*texts[:-1], "…", texts[-1]] if dim > MOST_LISTED else texts)


def _coordinates(expression: Expression) -> int:
    """Coordinates that an expression has values for."""
    if isinstance(expression, Symbol):
        return len(expression.values) if expression.values.ndim else 1
    inside: tuple[Expression, ...] = ()
    if isinstance(expression, Operation):
        inside = expression.operands
    elif isinstance(expression, Choice):
        inside = expression.branches
    return max(map(_coordinates, inside), default=1)


def _depends(condition: Condition) -> bool:
    """Whether a condition asks for more than numbers that the rule contains."""
    return not all(isinstance(operand, Number) for operand in condition.operands)

"""What is known of one step of a run, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass

from simulation.inspection.expressions import Expression, Symbol, at
from simulation.inspection.lines import Definition, lines
from simulation.inspection.printer import Printer, number_text

DIGITS = 6
EXACT_DIGITS = 17
"""Significant digits with which every float64 is told from its neighbours."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """One line of a step for one coordinate: name = formula = numbers = result."""

    name: str
    """Such as ``v₃``."""
    formula: str
    """Such as ``β·v₂ + g₃``; empty where the number is given."""
    numbers: str
    """Such as ``0.5·(−0.4) + 1.2``; empty where it would only repeat the result."""
    result: str
    """Such as ``1``."""
    value: float
    """The same, exactly."""
    reasons: tuple[str, ...] = ()
    """Conditions that decided what the formula is, such as ``t₂ > 0: 2 > 0``."""

    @property
    def text(self) -> str:
        """All on one line."""
        line = " = ".join(filter(None, (self.name, self.formula, self.numbers, self.result)))
        return f"{line}   ({'; '.join(self.reasons)})" if self.reasons else line


@dataclass(frozen=True, slots=True)
class Inspection:
    """One step of one run: from x before it to x after it.

    Frozen, free of tensors and cheap to hold; texts are made when they are asked for.
    """

    run: int
    """Index of the run in its experiment."""
    step: int
    """Number of the step that was taken; 0 for the start."""
    formula: str
    """The update as the optimizer declares it, one assignment a line."""
    coordinates: tuple[str, ...]
    """Name of each coordinate."""
    results: tuple[Definition, ...]
    """Where the gradient was taken, the gradient, the new state and the new x, in this order."""
    intermediate: tuple[Definition, ...] = ()
    """Numbers on the way that have a name."""

    def assignments(self, coordinate: int, digits: int = DIGITS) -> tuple[Assignment, ...]:
        """The step of one coordinate, by its index, with so many significant digits."""
        found, known = lines(self.results, self.intermediate, coordinate)
        return tuple(_assignment(each, known, coordinate, digits) for each in found)

    def text(self, coordinate: int, digits: int = DIGITS) -> str:
        """The same as lines of plain text."""
        return "\n".join(each.text for each in self.assignments(coordinate, digits))


def _assignment(
    definition: Definition, known: dict[Expression, Symbol], coordinate: int, digits: int
) -> Assignment:
    value = at(definition.values, coordinate)
    result = number_text(value, digits)
    expression = definition.expression
    if expression is None:
        return Assignment(definition.name, definition.origin, "", result, value)
    mine = known.get(expression)
    if mine is not None and mine.name != definition.name:
        expression = mine  # the same number has a line already
    symbols, numbers = Printer(coordinate, known), Printer(coordinate, known, digits)
    formula, substituted = symbols.text(expression), numbers.text(expression)
    if substituted == result:
        substituted = ""
    if formula == result:
        formula = ""
    reasons = tuple(
        f"{symbols.condition(condition)}: {numbers.condition(condition)}"
        for condition in symbols.conditions
    )
    return Assignment(definition.name, formula, substituted, result, value, reasons)

"""Expressions over named numbers, as a traced rule builds them.

Nodes compare by identity: one node is one intermediate result, which may be used twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True, eq=False)
class Expression:
    """Any node."""


@dataclass(frozen=True, slots=True, eq=False)
class Number(Expression):
    """A number that the rule itself contains."""

    value: float


@dataclass(frozen=True, slots=True, eq=False)
class Symbol(Expression):
    """A named number."""

    name: str
    values: Array
    """One for each coordinate, ``(dim,)``, or one for all, ``()``."""


@dataclass(frozen=True, slots=True, eq=False)
class Operation(Expression):
    """``kind`` is a key of :data:`simulation.inspection.printer.SIGNS`, or a function's name."""

    kind: str
    operands: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Condition(Expression):
    """A comparison ``< ≤ > ≥ = ≠`` of two expressions, or ``and``, ``or`` of two conditions."""

    sign: str
    operands: tuple[Expression, ...]
    holds: Array
    """Whether it does, ``(dim,)`` or ``()``."""


@dataclass(frozen=True, slots=True, eq=False)
class Choice(Expression):
    """The first branch where the condition holds, the second where it does not."""

    condition: Condition
    branches: tuple[Expression, Expression]

    def branch(self, coordinate: int) -> Expression:
        """The branch that this coordinate takes."""
        return self.branches[not at(self.condition.holds, coordinate)]


def at(values: Array, coordinate: int) -> Any:
    """The entry of ``(dim,)`` or of ``()`` that counts for a coordinate."""
    return (values[coordinate] if values.ndim else values[()]).item()

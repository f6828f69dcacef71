"""Instructions of WebAssembly on vectors of lanes, being written."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import numpy as np

Cells = np.ndarray[Any, np.dtype[np.object_]]
"""A value of shape ``(…, lanes)``: for each of the leading places the name of a local variable,
which holds a vector of lanes. Every lane goes its own way, so that is all there is to know."""

LANE = "%"
"""Stands in a name for the vector's number where several are worked on at a time."""


@dataclass(slots=True)
class Code:
    """Instructions being written.

    Parameters
    ----------
    vector
        ``"f64x2"`` or ``"f32x4"``.
    """

    vector: str
    lines: list[str] = field(default_factory=list)
    constants: dict[str, str] = field(default_factory=dict)
    """Numbers by their text, and the variables that hold them."""
    names: list[str] = field(default_factory=list)
    _numbers: count[int] = field(default_factory=count)

    def new(self, prefix: str = "v") -> str:
        """A variable that differs between lanes."""
        name = f"${prefix}{next(self._numbers)}{LANE}"
        self.names.append(name)
        return name

    def put(self, instruction: str, *operands: str, truth: bool = False) -> str:
        """Write one instruction; returns the variable of its result."""
        result = self.new("truth" if truth else "v")
        given = " ".join(f"(local.get {operand})" for operand in operands)
        name = instruction if "." in instruction else f"{self.vector}.{instruction}"
        self.lines.append(f"(local.set {result} ({name} {given}))")
        return result

    def constant(self, number: float) -> str:
        """The variable of a number, the same in all lanes."""
        text = _literal(number)
        return self.constants.setdefault(text, f"$constant{len(self.constants)}")

    def number(self, cell: str) -> str:
        """A cell as 0 and 1 if it holds truth values."""
        if not cell.startswith("$truth"):
            return cell
        return self.put("v128.and", cell, self.constant(1.0))

    def truth(self, cell: str) -> str:
        """Where a cell is not 0."""
        if cell.startswith("$truth"):
            return cell
        return self.put("ne", cell, self.constant(0.0), truth=True)

    def calculate(self, instruction: str, *operands: str) -> str:
        """An instruction on numbers."""
        return self.put(instruction, *map(self.number, operands))


def nth(text: str, vector: int) -> str:
    """A name, or an instruction, for one of the vectors that are worked on at a time."""
    return text.replace(LANE, f"_{vector}")


def as_cells(cells: Any) -> Cells:
    """Cells as an array, a single one too."""
    array: Cells = np.asarray(cells, dtype=object)
    return array


def _literal(number: float) -> str:
    if math.isnan(number):
        return "nan"
    return number.hex() if math.isfinite(number) else str(number)

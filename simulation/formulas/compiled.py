"""A formula with its derivatives, compiled once for as long as its text is in use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from simulation.formulas.derivatives import gradient, hessian
from simulation.formulas.errors import FormulaError
from simulation.formulas.expression import Expression
from simulation.formulas.names import parameters, variables
from simulation.formulas.parser import parse
from simulation.formulas.program import Program


@dataclass(frozen=True, slots=True)
class Compiled:
    """A formula ready to be bound to values of its parameters."""

    expression: Expression
    slopes: tuple[Expression, ...]
    """Derivative in each coordinate."""
    coordinates: tuple[str, ...]
    parameters: tuple[str, ...]
    value: Program
    gradient: Program


@lru_cache(maxsize=32)
def compile_formula(text: str) -> Compiled:
    """Read, differentiate and compile a formula.

    A slider that is dragged builds the objective many times a second from the same text, so
    the latest ones are kept.

    Raises
    ------
    FormulaError
        If the text cannot be read, or the gradient is too large.
    """
    expression = parse(text)
    coordinates = variables(expression)
    slopes = gradient(expression, coordinates)
    return Compiled(
        expression=expression,
        slopes=slopes,
        coordinates=coordinates,
        parameters=parameters(expression),
        value=Program((expression,), coordinates),
        gradient=Program(slopes, coordinates),
    )


@lru_cache(maxsize=32)
def compile_hessian(text: str) -> Program | None:
    """Lower triangle of the Hessian, row by row, or ``None`` if it is too large."""
    compiled = compile_formula(text)
    try:
        return Program(hessian(compiled.slopes, compiled.coordinates), compiled.coordinates)
    except FormulaError:
        return None

"""Torch operations on lanes as instructions on vectors of lanes.

What torch does with shapes happens while the code is written and costs nothing when it runs.
Only operations that round as IEEE 754 says are here: their numbers are torch's, bit for bit.
Sums and products of matrices are not: torch adds in an order of its own, which depends on the
processor and on how many lanes there are (:mod:`simulation.lane_sums` adds in ours).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np

from simulation.engine.replay.instructions import Cells, Code, as_cells
from simulation.engine.replay.recording import Operation

PRODUCTS = (2, 3)
INVERSE_ROOT = -0.5

Rule = Callable[..., Any]
"""``(code, *operands)`` to cells; operands are cells, numbers or tensors."""


class NotLowerable(Exception):  # noqa: N818 - torch does it then
    """An operation, or this form of it, has no instructions that round as torch does."""


def lowered(
    code: Code, operation: Operation, operands: Sequence[Any], shape: tuple[int, ...]
) -> list[Cells]:
    """Write an operation; returns the cells of its outputs.

    Parameters
    ----------
    operands
        Cells where it has tensors with lanes, anything else as it is.
    shape
        Of its first output, without the lanes.

    Raises
    ------
    NotLowerable
        If it has to be left to torch.
    """
    name = operation.name
    if operation.options and name not in CONVERSIONS:
        raise NotLowerable(f"{name} {sorted(operation.options)}")
    try:
        if name in RESHAPES:
            return [operands[0].reshape(shape)]
        if name in SHAPES:
            result = SHAPES[name](*operands)
        elif name in CONVERSIONS:
            result = _each(code.number, code, operands[0])
        elif name in INSTRUCTIONS:
            result = INSTRUCTIONS[name](code, *operands)
        else:
            raise NotLowerable(name)
    except (TypeError, ValueError) as error:  # operands that no rule here expects
        raise NotLowerable(f"{name}: {error}") from error
    return result if isinstance(result, list) else [as_cells(result)]


def _cells(code: Code, operand: Any) -> Cells:
    """An operand's cells; those of a plain number are its constant."""
    if isinstance(operand, np.ndarray):
        return operand
    if isinstance(operand, bool) or not isinstance(operand, int | float):
        raise NotLowerable(str(type(operand)))
    return as_cells(code.constant(float(operand)))


def _each(function: Callable[..., str], code: Code, *operands: Any) -> Cells:
    """Do it cell by cell, as arrays broadcast."""
    cells = [_cells(code, operand) for operand in operands]
    return as_cells(np.frompyfunc(function, len(cells), 1)(*cells))


def _arithmetic(instruction: str) -> Rule:
    def rule(code: Code, *operands: Any) -> Cells:
        return _each(partial(code.calculate, instruction), code, *operands)

    return rule


def _subtracted_from(code: Code, one: Any, other: Any) -> Cells:
    return _each(partial(code.calculate, "sub"), code, other, one)


def _comparison(instruction: str) -> Rule:
    def rule(code: Code, one: Any, other: Any) -> Cells:
        def compared(a: str, b: str) -> str:
            return code.put(instruction, code.number(a), code.number(b), truth=True)

        return _each(compared, code, one, other)

    return rule


def _logic(instruction: str) -> Rule:
    def rule(code: Code, *operands: Any) -> Cells:
        def joined(*cells: str) -> str:
            return code.put(f"v128.{instruction}", *map(code.truth, cells), truth=True)

        return _each(joined, code, *operands)

    return rule


def _where(code: Code, condition: Any, one: Any, other: Any) -> Cells:
    def chosen(test: str, a: str, b: str) -> str:
        return code.put("v128.bitselect", code.number(a), code.number(b), code.truth(test))

    return _each(chosen, code, condition, one, other)


def _clamp(code: Code, x: Any, low: Any = None, high: Any = None) -> Cells:
    if low is not None:
        x = _each(partial(code.calculate, "max"), code, x, low)
    if high is not None:
        x = _each(partial(code.calculate, "min"), code, x, high)
    return _cells(code, x)


def _sign(code: Code, x: Any) -> Cells:
    zero = code.constant(0.0)

    def sign(cell: str) -> str:
        above = code.number(code.put("gt", cell, zero, truth=True))
        below = code.number(code.put("lt", cell, zero, truth=True))
        return code.put("sub", above, below)

    return _each(sign, code, x)


def _power(code: Code, x: Any, exponent: Any) -> Cells:
    """Those powers that torch makes of products, and the inverse root.

    The root itself is not here: torch has it from a library that rounds one in a hundred the
    other way.
    """
    if not isinstance(exponent, int | float) or exponent not in (*PRODUCTS, INVERSE_ROOT):
        raise NotLowerable(f"pow {exponent}")

    def power(cell: str) -> str:
        if exponent == INVERSE_ROOT:
            return code.put("div", code.constant(1.0), code.calculate("sqrt", cell))
        square = code.calculate("mul", cell, cell)
        return square if exponent == PRODUCTS[0] else code.put("mul", square, cell)

    return _each(power, code, x)


def _square(code: Code, x: Any) -> Cells:
    return _power(code, x, 2)


def _reciprocal(code: Code, x: Any) -> Cells:
    return _each(partial(code.calculate, "div"), code, 1.0, x)


def _product_added(code: Code, base: Any, one: Any, other: Any) -> Cells:
    """``addcmul``, which rounds once, as torch's does on processors that can."""
    return _each(partial(code.calculate, "relaxed_madd"), code, one, other, base)


def _between(code: Code, start: Any, end: Any, weight: Any) -> Cells:
    """``lerp``: from the nearer end, and rounded once, as torch does."""
    half, one = code.constant(0.5), code.constant(1.0)

    def between(a: str, b: str, share: str) -> str:
        near = code.put("lt", code.put("abs", share), half, truth=True)
        factor = code.put("v128.bitselect", share, code.put("sub", share, one), near)
        base = code.put("v128.bitselect", a, b, near)
        return code.put("relaxed_madd", factor, code.put("sub", b, a), base)

    return _each(between, code, start, end, weight)


def _axes(cells: Cells, dims: Any) -> list[int]:
    """Axes that are meant, of a tensor that has lanes as its last one."""
    rank = cells.ndim + 1
    axes = sorted(dim % rank for dim in ([dims] if isinstance(dims, int) else dims))
    if not axes or axes[-1] == cells.ndim:
        raise NotLowerable("over the lanes")
    return axes


def _unbind(cells: Cells, dim: int = 0) -> list[Cells]:
    (axis,) = _axes(cells, dim)
    return [as_cells(part) for part in np.moveaxis(cells, axis, 0)]


def _select(cells: Cells, dim: int, index: int) -> Cells:
    (axis,) = _axes(cells, dim)
    return as_cells(cells.take(index, axis))


def _slice(cells: Cells, dim: int, first: Any = None, last: Any = None, step: int = 1) -> Cells:
    (axis,) = _axes(cells, dim)
    return np.moveaxis(np.moveaxis(cells, axis, 0)[first:last:step], 0, axis)


def _flip(cells: Cells, dims: Any) -> Cells:
    return as_cells(np.flip(cells, tuple(_axes(cells, dims))))


def _stack(parts: list[Cells], dim: int = 0) -> Cells:
    if dim != 0:
        raise NotLowerable("stack")
    return np.stack(parts)


def _joined(parts: list[Cells], dim: int = 0) -> Cells:
    if dim != 0 or any(not part.ndim for part in parts):
        raise NotLowerable("cat")
    return np.concatenate(parts)


INSTRUCTIONS: dict[str, Rule] = {
    "add": _arithmetic("add"),
    "sub": _arithmetic("sub"),
    "mul": _arithmetic("mul"),
    "div": _arithmetic("div"),
    "maximum": _arithmetic("max"),
    "minimum": _arithmetic("min"),
    "abs": _arithmetic("abs"),
    "neg": _arithmetic("neg"),
    "rsub": _subtracted_from,
    "clamp": _clamp,
    "sign": _sign,
    "pow": _power,
    "square": _square,
    "reciprocal": _reciprocal,
    "addcmul": _product_added,
    "lerp": _between,
    "where": _where,
    "logical_and": _logic("and"),
    "logical_or": _logic("or"),
    "bitwise_and": _logic("and"),
    "bitwise_or": _logic("or"),
    "bitwise_not": _logic("not"),
    **{name: _comparison(name) for name in ("eq", "ge", "gt", "le", "lt", "ne")},
}
SHAPES: dict[str, Callable[..., Any]] = {
    "unbind": _unbind,
    "select": _select,
    "slice": _slice,
    "flip": _flip,
    "stack": _stack,
    "cat": _joined,
}
RESHAPES = frozenset(("reshape", "view", "unsqueeze", "squeeze"))
CONVERSIONS = frozenset(("to", "_to_copy", "clone", "contiguous"))
"""No change of the numbers, at most of truth values into numbers."""

"""Writes an expression as text that reads back as the same expression."""

from __future__ import annotations

from simulation.formulas.errors import FormulaError
from simulation.formulas.expression import NUMBER, PARAMETER, VARIABLE, Expression, Node
from simulation.formulas.functions import CONSTANTS

MAX_TEXT = 100_000

_SUM, _PRODUCT, _MINUS, _POWER, _ATOM = range(1, 6)
_SIGNS = {
    # text, its precedence, the least precedence of the left and of the right operand
    "add": (" + ", _SUM, _SUM, _PRODUCT),
    "sub": (" - ", _SUM, _SUM, _PRODUCT),
    "mul": ("*", _PRODUCT, _PRODUCT, _MINUS),
    "div": ("/", _PRODUCT, _PRODUCT, _MINUS),
    "pow": ("^", _POWER, _ATOM, _MINUS),
}
_CONSTANT_NAMES = {value: name for name, value in CONSTANTS.items() if name.isascii()}


def to_text(expression: Expression) -> str:
    """The expression with no more brackets than needed.

    Sums and products keep the order in which they are computed, since rounding depends on it.

    Raises
    ------
    FormulaError
        If the text would be longer than ``MAX_TEXT``: shared subexpressions are written out
        each time, which a derivative of a derivative may repeat without end.
    """
    pieces: list[str] = []
    length = 0
    pending: list[str | tuple[int, int]] = [(expression.root, _SUM)]
    while pending:
        item = pending.pop()
        if isinstance(item, str):
            pieces.append(item)
            length += len(item)
            if length > MAX_TEXT:
                raise FormulaError("the formula is longer than {most:,} characters", most=MAX_TEXT)
            continue
        index, least = item
        node = expression.nodes[index]
        parts = _parts(node)
        if _precedence(node) < least:
            parts = ["(", *parts, ")"]
        pending.extend(reversed(parts))
    return "".join(pieces)


def _precedence(node: Node) -> int:
    if node.op in _SIGNS:
        return _SIGNS[node.op][1]
    if node.op == "neg" or (node.op == NUMBER and _number(node.number).startswith("-")):
        return _MINUS
    return _ATOM


def _parts(node: Node) -> list[str | tuple[int, int]]:
    """Texts and operands, the latter with the least precedence that needs no brackets."""
    if node.op == NUMBER:
        return [_number(node.number)]
    if node.op in (VARIABLE, PARAMETER):
        return [node.name]
    if node.op == "neg":
        return ["-", (node.args[0], _MINUS)]
    if node.op in _SIGNS:
        sign, _, left, right = _SIGNS[node.op]
        return [(node.args[0], left), sign, (node.args[1], right)]
    parts: list[str | tuple[int, int]] = [f"{node.op}("]
    for place, operand in enumerate(node.args):
        parts += [", "] * (place > 0) + [(operand, _SUM)]
    return [*parts, ")"]


def _number(value: float) -> str:
    if abs(value) in _CONSTANT_NAMES:
        return "-" * (value < 0) + _CONSTANT_NAMES[abs(value)]
    return repr(value).removesuffix(".0")

"""Writes an expression as lines of Python that compute it with torch."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from simulation.formulas.evaluation import evaluate
from simulation.formulas.expression import NUMBER, PARAMETER, VARIABLE, Expression, Node
from simulation.formulas.functions import TWO_ARGUMENTS

_SUM, _PRODUCT, _MINUS, _POWER, _ATOM = range(1, 6)
_SIGNS = {
    # text, its precedence, the least precedence of the left and of the right operand
    "add": (" + ", _SUM, _SUM, _PRODUCT),
    "sub": (" - ", _SUM, _SUM, _PRODUCT),
    "mul": (" * ", _PRODUCT, _PRODUCT, _MINUS),
    "div": (" / ", _PRODUCT, _PRODUCT, _MINUS),
    "pow": ("**", _POWER, _ATOM, _MINUS),
}
_TORCH_NAMES = {"min": "minimum", "max": "maximum"}

LONGEST = 70
"""Characters from which on a subexpression gets a line of its own."""


class _Text(NamedTuple):
    text: str
    precedence: int
    varies: bool = True

    def within(self, least: int) -> str:
        """With brackets where the precedence is less than ``least``."""
        return self.text if self.precedence >= least else f"({self.text})"

    @property
    def as_tensor(self) -> str:
        """As torch's functions of two arguments take it."""
        return self.text if self.varies else f"torch.tensor(float({self.text}))"


def torch_lines(expression: Expression, parameters: Mapping[str, float]) -> list[str]:
    """Assignments and, in the last line, the ``return`` of the value.

    Coordinates are variables of their names, parameters are written out as numbers. What is
    used more than once, or is long, is computed in a line of its own.
    """
    order = expression.needed()
    uses = Counter(operand for index in order for operand in expression.nodes[index].args)
    texts: dict[int, _Text] = {}
    lines: list[str] = []
    for index in order:
        node = expression.nodes[index]
        if any(texts[operand].varies for operand in node.args):
            text = _operation(node, [texts[operand] for operand in node.args])
            if index != expression.root and (uses[index] > 1 or len(text.text) > LONGEST):
                name = f"t{len(lines) + 1}"
                lines.append(f"{name} = {text.text}")
                text = _Text(name, _ATOM)
        elif node.op == VARIABLE:
            text = _Text(node.name, _ATOM)
        else:
            text = _number(_fixed(expression, index, parameters))
        texts[index] = text
    return [*lines, f"return {texts[expression.root].as_tensor}"]


def _operation(node: Node, operands: list[_Text]) -> _Text:
    if node.op == "neg":
        return _Text(f"-{operands[0].within(_MINUS)}", _MINUS)
    if node.op in _SIGNS:
        sign, precedence, left, right = _SIGNS[node.op]
        text = f"{operands[0].within(left)}{sign}{operands[1].within(right)}"
        return _Text(text, precedence)
    tensors = node.op in TWO_ARGUMENTS  # these take no number beside a tensor
    arguments = ", ".join(each.as_tensor if tensors else each.text for each in operands)
    return _Text(f"torch.{_TORCH_NAMES.get(node.op, node.op)}({arguments})", _ATOM)


def _fixed(expression: Expression, index: int, parameters: Mapping[str, float]) -> float:
    """Value of a node without variables."""
    node = expression.nodes[index]
    if node.op == NUMBER:
        return node.number
    if node.op == PARAMETER:
        return parameters[node.name]
    return evaluate(Expression(expression.nodes, index), parameters)


def _number(value: float) -> _Text:
    if not math.isfinite(value):
        return _Text(f'float("{value}")', _ATOM, varies=False)
    negative = math.copysign(1.0, value) < 0
    text = repr(value).removesuffix(".0")
    return _Text(text, _MINUS if negative else _ATOM, varies=False)

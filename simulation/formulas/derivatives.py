"""Symbolic differentiation in reverse: one walk gives the derivatives in all variables.

A node of the value contributes a handful of nodes to the gradient, whatever the number of
variables (Griewank & Walther, Evaluating Derivatives, 2008, chapter 3). What would still grow
beyond ``MAX_NODES`` is refused; building that many takes a fraction of a second.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from simulation.formulas.algebra import Algebra
from simulation.formulas.expression import VARIABLE, Expression, Graph, Node
from simulation.wording import said

MAX_NODES = 30_000

_REFUSAL = said(
    "a derivative of the formula has more than {most:,} operations; shorten it", most=MAX_NODES
)


def differentiate(expression: Expression, name: str) -> Expression:
    """Derivative in one variable.

    Raises
    ------
    FormulaError
        If the graph would grow beyond ``MAX_NODES``.
    """
    return gradient(expression, (name,))[0]


def gradient(expression: Expression, names: Sequence[str]) -> tuple[Expression, ...]:
    """Derivatives in the variables ``names``, sharing one graph with the expression.

    Conventions where a derivative does not exist are torch's: ``abs`` and ``sign`` have 0 at
    0, ``relu`` has 0 at 0, and ``min`` and ``max`` of equal arguments share it in halves.

    Raises
    ------
    FormulaError
        If the graph would grow beyond ``MAX_NODES``.
    """
    graph = Graph(MAX_NODES, _REFUSAL, expression.nodes)
    roots = _reverse(Algebra(graph), expression, names)
    nodes = tuple(graph.nodes)
    return tuple(Expression(nodes, root) for root in roots)


def hessian(slopes: Sequence[Expression], names: Sequence[str]) -> tuple[Expression, ...]:
    """Derivatives of a gradient's components: the lower triangle, row by row.

    Raises
    ------
    FormulaError
        If the graph would grow beyond ``MAX_NODES``.
    """
    graph = Graph(MAX_NODES, _REFUSAL, slopes[0].nodes)
    algebra = Algebra(graph)
    roots = [
        root
        for row, slope in enumerate(slopes)
        for root in _reverse(algebra, slope, names[: row + 1])
    ]
    nodes = tuple(graph.nodes)
    return tuple(Expression(nodes, root) for root in roots)


def _reverse(algebra: Algebra, expression: Expression, names: Sequence[str]) -> list[int]:
    """Indices of the derivatives of ``expression`` in the variables ``names``."""
    graph = algebra.graph
    adjoints = {expression.root: algebra.one}
    found: dict[str, int] = {}
    for index in reversed(expression.needed()):
        adjoint = adjoints.pop(index, None)
        if adjoint is None or not graph.varies(index):
            continue
        node = graph.nodes[index]
        if node.op == VARIABLE:
            found[node.name] = adjoint
            continue
        for place, operand in enumerate(node.args):
            if not graph.varies(operand):
                continue
            share = _PARTIALS[node.op](algebra, adjoint, index, node, place)
            before = adjoints.get(operand)
            adjoints[operand] = share if before is None else algebra.add(before, share)
    return [found.get(name, algebra.zero) for name in names]


Partial = Callable[[Algebra, int, int, Node, int], int]
"""Takes the algebra, the adjoint g of a node, the node's index, the node and the place of one
operand; returns g times the derivative of the node in that operand."""


def _signed(a: Algebra, g: int, _: int, node: Node, place: int) -> int:
    return a.neg(g) if node.op == "sub" and place == 1 else g


def _product(a: Algebra, g: int, _: int, node: Node, place: int) -> int:
    return a.mul(g, node.args[1 - place])


def _quotient(a: Algebra, g: int, index: int, node: Node, place: int) -> int:
    share = a.div(g, node.args[1])
    return share if place == 0 else a.neg(a.mul(share, index))


def _power(a: Algebra, g: int, index: int, node: Node, place: int) -> int:
    base, exponent = node.args
    if place == 1:
        return a.mul(g, a.mul(index, a.call("log", base)))
    reduced = a.pow(base, a.sub(exponent, a.one))
    return a.mul(g, a.mul(exponent, reduced))


def _extreme(a: Algebra, g: int, _: int, node: Node, place: int) -> int:
    """Of max: (1 + sign(own − other))/2, which is 1, ½ on a tie, or 0."""
    own, other = node.args[place], node.args[1 - place]
    ahead = a.sub(own, other) if node.op == "max" else a.sub(other, own)
    return a.mul(g, a.mul(a.number(0.5), a.add(a.one, a.call("sign", ahead))))


def _atan2(a: Algebra, g: int, _: int, node: Node, place: int) -> int:
    rise, run = node.args
    square = a.add(a.mul(rise, rise), a.mul(run, run))
    return a.mul(g, a.div(run if place == 0 else a.neg(rise), square))


def _hypot(a: Algebra, g: int, index: int, node: Node, place: int) -> int:
    return a.mul(g, a.div(node.args[place], index))


def _of_one(derivative: Callable[[Algebra, int, int], int]) -> Partial:
    """Chain rule for f(u): ``derivative`` takes the algebra, u and f, and gives f′."""

    def partial(a: Algebra, g: int, index: int, node: Node, _: int) -> int:
        return a.mul(g, derivative(a, node.args[0], index))

    return partial


def _over(denominator: Callable[[Algebra, int, int], int], scale: float = 1.0) -> Partial:
    """Chain rule for f′ = scale / denominator, in a single division."""

    def partial(a: Algebra, g: int, index: int, node: Node, _: int) -> int:
        return a.div(a.mul(a.number(scale), g), denominator(a, node.args[0], index))

    return partial


def _complement(a: Algebra, u: int, sign: float) -> int:
    """1 + sign·u²."""
    square = a.mul(u, u)
    return a.add(a.one, square) if sign > 0 else a.sub(a.one, square)


_PARTIALS: dict[str, Partial] = {
    "neg": lambda a, g, _index, _node, _place: a.neg(g),
    "add": _signed,
    "sub": _signed,
    "mul": _product,
    "div": _quotient,
    "pow": _power,
    "min": _extreme,
    "max": _extreme,
    "atan2": _atan2,
    "hypot": _hypot,
    "sin": _of_one(lambda a, u, _: a.call("cos", u)),
    "cos": _of_one(lambda a, u, _: a.neg(a.call("sin", u))),
    "tan": _of_one(lambda a, _, f: _complement(a, f, +1)),
    "sinh": _of_one(lambda a, u, _: a.call("cosh", u)),
    "cosh": _of_one(lambda a, u, _: a.call("sinh", u)),
    "tanh": _of_one(lambda a, _, f: _complement(a, f, -1)),
    "exp": _of_one(lambda _a, _u, f: f),
    "abs": _of_one(lambda a, u, _: a.call("sign", u)),
    "sign": _of_one(lambda a, _u, _f: a.zero),
    "relu": _of_one(lambda a, u, _: a.call("relu", a.call("sign", u))),
    "sigmoid": _of_one(lambda a, _, f: a.mul(f, a.sub(a.one, f))),
    "erf": _of_one(
        lambda a, u, _: a.mul(a.number(2 / math.sqrt(math.pi)), a.call("exp", a.neg(a.mul(u, u))))
    ),
    "asin": _over(lambda a, u, _: a.call("sqrt", _complement(a, u, -1))),
    "acos": _over(lambda a, u, _: a.call("sqrt", _complement(a, u, -1)), -1.0),
    "atan": _over(lambda a, u, _: _complement(a, u, +1)),
    "log": _over(lambda _a, u, _: u),
    "log2": _over(lambda _a, u, _: u, 1 / math.log(2)),
    "log10": _over(lambda _a, u, _: u, 1 / math.log(10)),
    "sqrt": _over(lambda _a, _u, f: f, 0.5),
}

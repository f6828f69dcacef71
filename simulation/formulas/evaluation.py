"""Computes expressions on floats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from simulation.formulas.expression import NUMBER, PARAMETER, VARIABLE, Expression, needed
from simulation.formulas.functions import OPERATIONS


def evaluate(expression: Expression, values: Mapping[str, float]) -> float:
    """Value of the expression; never raises for what numbers do, but gives inf or nan.

    ``values`` holds every variable and parameter by name.
    """
    return evaluate_together((expression,), values)[0]


def evaluate_together(
    expressions: Sequence[Expression], values: Mapping[str, float]
) -> list[float]:
    """Values of expressions that share one graph, each of its nodes computed once."""
    nodes, roots = expressions[0].nodes, [expression.root for expression in expressions]
    results: dict[int, float] = {}
    for index in needed(nodes, roots):
        node = nodes[index]
        if node.op == NUMBER:
            results[index] = node.number
        elif node.op in (VARIABLE, PARAMETER):
            results[index] = values[node.name]
        else:
            results[index] = OPERATIONS[node.op](*(results[operand] for operand in node.args))
    return [results[root] for root in roots]

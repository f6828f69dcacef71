"""Expressions as directed acyclic graphs in which equal subexpressions are one node."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from simulation.formulas.errors import FormulaError

NUMBER = "number"
VARIABLE = "variable"
PARAMETER = "parameter"


class Node(NamedTuple):
    """One operation, or a leaf.

    ``op`` is ``number``, ``variable``, ``parameter``, one of ``neg add sub mul div pow``, or
    a function's name; ``args`` are the indices of its operands, all smaller than its own.
    """

    op: str
    args: tuple[int, ...] = ()
    number: float = 0.0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Expression:
    """One node of a graph and all that it needs.

    ``nodes`` lists operands before their users, so that every walk is a plain loop, however
    deep the formula. Expressions that were made together share ``nodes``.
    """

    nodes: tuple[Node, ...]
    root: int

    def needed(self) -> list[int]:
        """Indices of the nodes that the root needs, itself included, operands first."""
        return needed(self.nodes, (self.root,))

    def names(self, op: str) -> tuple[str, ...]:
        """Names of the variables or parameters in it, in the order of their first use."""
        return tuple(
            node.name for node in map(self.nodes.__getitem__, self.needed()) if node.op == op
        )


def needed(nodes: tuple[Node, ...], roots: Iterable[int]) -> list[int]:
    """Indices of the nodes that ``roots`` need, operands first."""
    marked = bytearray(len(nodes))
    for root in roots:
        marked[root] = 1
    for index in range(len(nodes) - 1, -1, -1):
        if marked[index]:
            for operand in nodes[index].args:
                marked[operand] = 1
    return [index for index, mark in enumerate(marked) if mark]


class Graph:
    """Grows a list of nodes; a node that exists already is returned, not added again.

    Parameters
    ----------
    limit
        Most nodes it may hold; one more raises ``FormulaError`` with ``refusal``.
    nodes
        What it starts from.
    """

    def __init__(self, limit: int, refusal: str, nodes: tuple[Node, ...] = ()) -> None:
        self._limit = limit
        self._refusal = refusal
        self.nodes = list(nodes)
        self._known = {_identity(node): index for index, node in enumerate(nodes)}
        self._varies: list[bool] = []

    def add(self, op: str, *args: int) -> int:
        """Index of the operation ``op`` on the nodes ``args``, exactly as given."""
        return self.add_node(Node(op, args))

    def number(self, value: float) -> int:
        """Index of a finite number."""
        return self.add_node(Node(NUMBER, number=value))

    def symbol(self, op: str, name: str) -> int:
        """Index of the variable or parameter called ``name``."""
        return self.add_node(Node(op, name=name))

    def add_node(self, node: Node) -> int:
        """Index of ``node``, which is added if it is new."""
        identity = _identity(node)
        index = self._known.get(identity)
        if index is None:
            index = len(self.nodes)
            if index >= self._limit:
                raise FormulaError(self._refusal)
            self._known[identity] = index
            self.nodes.append(node)
        return index

    def varies(self, index: int) -> bool:
        """Whether the node depends on a variable, so that it differs from lane to lane."""
        for node in self.nodes[len(self._varies) :]:
            varies = self._varies
            varies.append(node.op == VARIABLE or any(varies[operand] for operand in node.args))
        return self._varies[index]

    def expression(self, root: int) -> Expression:
        """A frozen copy of what is there, seen from ``root``."""
        return Expression(tuple(self.nodes), root)


def _identity(node: Node) -> tuple[object, ...]:
    # 0.0 == -0.0, yet 1/0.0 and 1/-0.0 differ.
    return (*node, math.copysign(1.0, node.number)) if node.op == NUMBER else node

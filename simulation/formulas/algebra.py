"""Builds expressions with the light simplification that derivatives need to stay short.

Terms times 0 vanish, neutral elements disappear, numbers are computed, and factors that are
the same in all lanes move to the front and merge. Up to rounding this never changes a value
that is finite throughout; where an operand is inf or nan, ``0*x`` is still taken for 0.
"""

from __future__ import annotations

import math

from simulation.formulas.expression import NUMBER, Graph
from simulation.formulas.functions import OPERATIONS


class Algebra:
    """Simplifying constructors on top of a graph; all take and return indices of nodes."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.zero = graph.number(0.0)
        self.one = graph.number(1.0)

    def number(self, value: float) -> int:
        return self.graph.number(value)

    def call(self, function: str, *arguments: int) -> int:
        """A function of the whitelist."""
        return self._folded(function, *arguments)

    def neg(self, a: int) -> int:
        node = self.graph.nodes[a]
        if node.op == "neg":
            return node.args[0]
        if node.op == "sub":
            return self.sub(node.args[1], node.args[0])
        if node.op == "mul" and self._is_number(node.args[0]):
            return self.graph.add("mul", self.neg(node.args[0]), node.args[1])
        return self._folded("neg", a)

    def add(self, a: int, b: int) -> int:
        if self._value(a) == 0:
            return b
        if self._value(b) == 0:
            return a
        if self.graph.nodes[b].op == "neg":
            return self.sub(a, self.graph.nodes[b].args[0])
        if self.graph.nodes[a].op == "neg":
            return self.sub(b, self.graph.nodes[a].args[0])
        return self._folded("add", a, b)

    def sub(self, a: int, b: int) -> int:
        if self._value(b) == 0:
            return a
        if self._value(a) == 0:
            return self.neg(b)
        if self.graph.nodes[b].op == "neg":
            return self.add(a, self.graph.nodes[b].args[0])
        return self._folded("sub", a, b)

    def mul(self, a: int, b: int) -> int:
        if 0 in (self._value(a), self._value(b)):
            return self.zero
        for factor, other in ((a, b), (b, a)):
            if self._value(factor) == 1:
                return other
            if self._value(factor) == -1:
                return self.neg(other)
            if self.graph.nodes[factor].op == "neg" and not self._is_number(factor):
                return self.neg(self.mul(self.graph.nodes[factor].args[0], other))
        return self._product(a, b)

    def div(self, a: int, b: int) -> int:
        if self._value(a) == 0:
            return self.zero
        if self._value(b) == 1:
            return a
        return self._folded("div", a, b)

    def pow(self, a: int, b: int) -> int:
        if self._value(b) == 1:
            return a
        if self._value(b) == 0:
            return self.one
        return self._folded("pow", a, b)

    def _product(self, a: int, b: int) -> int:
        """a·b with what is the same in all lanes in front: (s·v)·(t·w) is (s·t)·(v·w)."""
        (s, v), (t, w) = self._split(a), self._split(b)
        fixed, rest = self._joined(s, t), self._joined(v, w)
        if fixed is None or rest is None:
            only = rest if fixed is None else fixed
            assert only is not None
            return only
        if self._value(fixed) == 1:
            return rest
        if self._value(fixed) == -1:
            return self.neg(rest)
        return self.graph.add("mul", fixed, rest)

    def _joined(self, a: int | None, b: int | None) -> int | None:
        if a is None or b is None:
            return b if a is None else a
        return self._folded("mul", a, b)

    def _split(self, a: int) -> tuple[int | None, int | None]:
        """Factor that is the same in all lanes, and the rest."""
        varies, node = self.graph.varies, self.graph.nodes[a]
        if not varies(a):
            return a, None
        if node.op == "mul" and not varies(node.args[0]):
            return node.args[0], node.args[1]
        return None, a

    def _folded(self, op: str, *operands: int) -> int:
        """The operation, or the number that it is when all operands are numbers."""
        nodes = [self.graph.nodes[operand] for operand in operands]
        if all(node.op == NUMBER for node in nodes):
            value = OPERATIONS[op](*(node.number for node in nodes))
            underflows = value == 0 and op in ("mul", "div", "pow")
            if math.isfinite(value) and not underflows:
                return self.graph.number(value)
        return self.graph.add(op, *operands)

    def _is_number(self, a: int) -> bool:
        return self.graph.nodes[a].op == NUMBER

    def _value(self, a: int) -> float | None:
        node = self.graph.nodes[a]
        return node.number if node.op == NUMBER else None

"""Which intermediate results of a step get a line of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulation.inspection.expressions import (
    Array,
    Choice,
    Condition,
    Expression,
    Operation,
    Symbol,
)

LONGEST = 6
"""Operations on a line beyond which its named parts are taken out of it."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A named number of a step and how it comes about."""

    name: str
    values: Array
    """``(dim,)``, or ``()`` if all coordinates share it."""
    expression: Expression | None = None
    """``None`` if no arithmetic of the rule's makes it."""
    origin: str = ""
    """Where it is from, in that case."""

    @property
    def symbol(self) -> Symbol:
        """It, as a part of other expressions."""
        return Symbol(self.name, self.values)


def lines(
    results: Sequence[Definition], intermediate: Sequence[Definition], coordinate: int
) -> tuple[list[Definition], dict[Expression, Symbol]]:
    """What to write for one coordinate: definitions, each after those it needs.

    All ``results`` are among them. Of ``intermediate`` are those that are used twice, that a
    condition asks for or decides, or whose user would be longer than ``LONGEST`` with them
    written out. Returned beside is the symbol
    of each expression that has a line.
    """
    layout = _Layout(results, intermediate, coordinate)
    return layout.ordered(), {e: d.symbol for e, d in layout.defined.items()}


class _Layout:
    def __init__(
        self, results: Sequence[Definition], intermediate: Sequence[Definition], coordinate: int
    ) -> None:
        self._results = results
        self._coordinate = coordinate
        self.defined: dict[Expression, Definition] = {}
        for result in results:
            if isinstance(result.expression, Operation | Choice):
                self.defined.setdefault(result.expression, result)
        self._candidates = {
            each.expression: each
            for each in intermediate
            if each.expression is not None and each.expression not in self.defined
        }
        self._name_shared()
        for result in results:
            if result.expression is not None:
                self._shorten(result.expression)

    def ordered(self) -> list[Definition]:
        written: dict[str, Definition] = {}

        def write(definition: Definition) -> None:
            if definition.expression is not None:
                for needed in self._needed(definition.expression):
                    if needed.name not in written and needed is not definition:
                        write(needed)
            written[definition.name] = definition

        for result in self._results:
            write(result)
        return list(written.values())

    def _name_shared(self) -> None:
        uses: Counter[Expression] = Counter()
        seen: set[Expression] = set()
        pending: list[Expression] = [r.expression for r in self._results if r.expression]
        while pending:
            node = pending.pop()
            if node in seen:
                continue
            seen.add(node)
            inside = list(self._parts(node))
            uses.update(inside * 2 if isinstance(node, Condition) else inside)
            pending += inside
        for node, candidate in self._candidates.items():
            decided = isinstance(node, Choice)
            if (uses[node] > 1 and self._size(node) > 1) or (uses[node] and decided):
                self.defined[node] = candidate

    def _shorten(self, root: Expression) -> None:
        """Take named parts out of an expression, the outermost first, until it is short."""
        if self._size(root) > LONGEST:
            for node in self._outermost(root):
                if self._size(node) > 1:
                    self.defined[node] = self._candidates[node]
        for needed in self._needed(root):
            if needed.expression is not None and needed.expression is not root:
                self._shorten(needed.expression)

    def _outermost(self, root: Expression) -> Iterator[Expression]:
        """Candidates in an expression that are in no other candidate."""
        for part in self._parts(root):
            if part in self._candidates and part not in self.defined:
                yield part
            elif part not in self.defined:
                yield from self._outermost(part)

    def _needed(self, root: Expression) -> Iterator[Definition]:
        """Definitions that the text of an expression mentions."""
        for part in self._parts(root):
            if part in self.defined:
                yield self.defined[part]
            else:
                yield from self._needed(part)

    def _size(self, root: Expression) -> int:
        """Operations in the text of an expression."""
        own = isinstance(root, Operation)
        parts = [root.branch(self._coordinate)] if isinstance(root, Choice) else self._parts(root)
        return own + sum(self._size(part) for part in parts if part not in self.defined)

    def _parts(self, node: Expression) -> Iterator[Expression]:
        """What an expression is made of at the coordinate, the condition of a choice included."""
        if isinstance(node, Choice):
            yield node.branch(self._coordinate)
            yield node.condition
        elif isinstance(node, Operation | Condition):
            yield from node.operands

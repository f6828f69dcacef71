"""Turns expressions into a list of instructions on a few reusable slots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from simulation.formulas.expression import NUMBER, VARIABLE, Expression, Graph, Node, needed

_UNROLLED = {2.0: (1, 1), 3.0: (2, 1), 4.0: (2, 2)}
"""Powers that are products, exact to a rounding and shared: u³ is u²·u, u⁴ is u²·u²."""


class Instruction(NamedTuple):
    """``slots[out] = op(*operands)``; an operand is a slot, or ``~i`` for the fixed node i."""

    op: str
    out: int
    operands: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """What a machine with ``slots`` places has to do to compute some expressions."""

    slots: int
    nodes: tuple[Node, ...]
    fixed: tuple[int, ...]
    """Nodes that depend on no variable, operands first: computed once, on floats."""
    inputs: tuple[tuple[int, str], ...]
    """Slots to fill with coordinates, by name, before the first instruction."""
    instructions: tuple[Instruction, ...]
    outputs: tuple[int, ...]
    """A slot, or ``~i`` for the fixed node i, for each expression."""


def lower(expressions: Sequence[Expression]) -> Listing:
    """List the instructions for expressions that share one graph.

    A slot is used again as soon as nobody needs its content, so that a long formula on a
    large grid does not hold all of its intermediate results.
    """
    nodes, roots, fixed, moving = _unroll(expressions)
    slots = _assign(nodes, moving, roots)

    def place(index: int) -> int:
        return slots.get(index, ~index)

    def instruction(index: int) -> Instruction:
        operands = tuple(map(place, nodes[index].args))
        return _ordered(Instruction(nodes[index].op, slots[index], operands))

    return Listing(
        slots=max(slots.values(), default=-1) + 1,
        nodes=nodes,
        fixed=tuple(fixed),
        inputs=tuple((slots[i], nodes[i].name) for i in moving if nodes[i].op == VARIABLE),
        instructions=tuple(instruction(i) for i in moving if nodes[i].op != VARIABLE),
        outputs=tuple(map(place, roots)),
    )


def _unroll(
    expressions: Sequence[Expression],
) -> tuple[tuple[Node, ...], list[int], list[int], list[int]]:
    """Write small powers as products; nodes, roots, and the fixed and the moving nodes."""
    source = expressions[0].nodes
    wanted = [expression.root for expression in expressions]
    graph = Graph(3 * len(source), "unrolling adds two nodes at most for each power")
    new: dict[int, int] = {}
    for index in needed(source, wanted):
        node = source[index]
        args = tuple(new[operand] for operand in node.args)
        if node.op == "pow" and graph.varies(args[0]) and graph.nodes[args[1]].op == NUMBER:
            new[index] = _product(graph, args[0], args[1])
        else:
            new[index] = graph.add_node(node._replace(args=args))
    nodes = tuple(graph.nodes)
    roots = [new[root] for root in wanted]
    order = needed(nodes, roots)
    moving = [index for index in order if graph.varies(index)]
    # Coordinates are there from the start.
    moving.sort(key=lambda index: nodes[index].op != VARIABLE)
    return nodes, roots, [index for index in order if not graph.varies(index)], moving


def _product(graph: Graph, base: int, exponent: int) -> int:
    value = graph.nodes[exponent].number
    if value not in _UNROLLED:
        return graph.add("pow", base, exponent)
    square = graph.add("mul", base, base)
    powers = {1: base, 2: square}
    left, right = _UNROLLED[value]
    return square if value == 2 else graph.add("mul", powers[left], powers[right])


def _assign(nodes: Sequence[Node], moving: Sequence[int], roots: Sequence[int]) -> dict[int, int]:
    """A slot for each moving node; those of ``roots`` are never given away."""
    last_use = {operand: index for index in moving for operand in nodes[index].args}
    kept = set(roots)
    slots: dict[int, int] = {}
    free: list[int] = []
    count = 0
    for index in moving:
        free.extend(
            slots[operand]
            for operand in dict.fromkeys(nodes[index].args)
            if operand in slots and last_use[operand] == index and operand not in kept
        )
        if free:
            slots[index] = free.pop()
        else:
            slots[index] = count
            count += 1
    return slots


def _ordered(instruction: Instruction) -> Instruction:
    """Put a fixed operand second where that is the same: tensors take numbers there."""
    op, out, operands = instruction
    if len(operands) == 2 and operands[0] < 0 and op in ("add", "mul", "sub"):
        return Instruction("rsub" if op == "sub" else op, out, operands[::-1])
    return instruction

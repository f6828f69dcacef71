"""Runs formulas on tensors: a tape of operations, each subexpression computed once."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from simulation.formulas.expression import NUMBER, PARAMETER, Expression
from simulation.formulas.functions import FUNCTIONS, OPERATIONS
from simulation.formulas.lowering import Listing, lower

if TYPE_CHECKING:
    import torch
    from torch import Tensor

Rows = Callable[["Tensor"], "list[Tensor]"]
"""Takes points ``(dim, lanes)`` and gives one tensor of shape ``(lanes,)`` per expression."""

_Tape = list[tuple[Callable[..., Any], int, int, int]]

_NO_OPERAND = -1
_NEEDS_TENSORS = frozenset({"min", "max", "atan2", "hypot"})
"""Functions of torch's that take no number beside a tensor."""


class Program:
    """Expressions compiled once per formula, to be bound for each set of parameter values.

    Parameters
    ----------
    expressions
        What to compute; they share one graph.
    coordinates
        Name of each row of the points.
    """

    def __init__(self, expressions: Sequence[Expression], coordinates: Sequence[str]) -> None:
        self._listing = lower(expressions)
        self._rows = {name: row for row, name in enumerate(coordinates)}

    def bind(
        self, parameters: Mapping[str, float], dtype: torch.dtype, device: torch.device
    ) -> Rows:
        """Put values in; the result computes on tensors of ``dtype`` on ``device``."""
        import torch

        listing = self._listing
        numbers = _fixed_numbers(listing, parameters)
        registers: list[Any] = [None] * listing.slots
        held: dict[tuple[int, bool], int] = {}

        def register(operand: int, *, as_tensor: bool) -> int:
            """Where an operand lies; fixed ones are laid behind the slots."""
            if operand >= 0:
                return operand
            key = (operand, as_tensor)
            if key not in held:
                number = numbers[~operand]
                held[key] = len(registers)
                registers.append(
                    torch.tensor(number, dtype=dtype, device=device) if as_tensor else number
                )
            return held[key]

        kernels = _kernels()
        tape: _Tape = []
        for op, out, operands in listing.instructions:
            # number / tensor goes through the reciprocal in torch, which rounds twice
            as_tensor = op in _NEEDS_TENSORS or (op == "div" and operands[0] < 0)
            places = [register(operand, as_tensor=as_tensor) for operand in operands]
            kernel = torch.div if op == "div" and as_tensor else kernels[op]
            tape.append((kernel, out, places[0], [*places, _NO_OPERAND][1]))
        inputs = [(slot, self._rows[name]) for slot, name in listing.inputs]
        outputs = [register(output, as_tensor=True) for output in listing.outputs]
        return _runner(registers, inputs, tape, outputs)


def _fixed_numbers(listing: Listing, parameters: Mapping[str, float]) -> dict[int, float]:
    values: dict[int, float] = {}
    for index in listing.fixed:
        node = listing.nodes[index]
        if node.op == NUMBER:
            values[index] = node.number
        elif node.op == PARAMETER:
            values[index] = parameters[node.name]
        else:
            values[index] = OPERATIONS[node.op](*(values[operand] for operand in node.args))
    return values


def _runner(
    registers: list[Any], inputs: list[tuple[int, int]], tape: _Tape, outputs: list[int]
) -> Rows:
    def run(x: Tensor) -> list[Tensor]:
        r = registers.copy()
        rows = x.unbind()
        for out, row in inputs:
            r[out] = rows[row]
        for kernel, out, a, b in tape:
            r[out] = kernel(r[a]) if b < 0 else kernel(r[a], r[b])
        lanes = x.shape[1:]
        return [r[i] if r[i].ndim else r[i].expand(lanes) for i in outputs]

    return run


def _kernels() -> dict[str, Callable[..., Any]]:
    import torch

    return {
        "add": operator.add,
        "sub": operator.sub,
        "rsub": torch.rsub,
        "mul": operator.mul,
        "div": operator.truediv,
        "neg": operator.neg,
        "pow": torch.pow,
        "min": torch.minimum,
        "max": torch.maximum,
        **{name: getattr(torch, name) for name in FUNCTIONS if name not in ("min", "max")},
    }

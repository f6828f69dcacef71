"""The text of a program in WebAssembly: one function for each stretch of a plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from simulation.engine.replay.instructions import Cells, Code, as_cells, nth
from simulation.engine.replay.lowering import lowered
from simulation.engine.replay.planning import Plan, Row, is_truth

if TYPE_CHECKING:
    from torch import Tensor

VECTOR_BYTES = 16
HEADER_BYTES = 64
"""Two numbers at the start of the memory: where the lanes end, and how many steps to take."""
ROW_GAP = 192
"""Bytes between rows, so that not all rows lie in the same few places of the cache."""
PAGE_BYTES = 2**16
FEW_ROWS = 8
"""Up to this many rows, ``AT_ONCE`` vectors have room in the registers: one alone would wait
for its own results."""
AT_ONCE = 4


def trail_start(plan: Plan, row_bytes: int) -> int:
    """Where the trail begins in the memory: the first carried value after each step."""
    return HEADER_BYTES + plan.row_count * row_bytes


def module_text(plan: Plan, row_bytes: int, trail_bytes: int, series_bytes: int) -> str:
    """A module with functions ``stretch0``, ``stretch1``, … and the memory they work on.

    Parameters
    ----------
    row_bytes
        From a row of the memory to the next one.
    trail_bytes
        Room for the trail; 0 if none is to be kept.
    series_bytes
        Room after it for the series, step by step.
    """
    end = trail_start(plan, row_bytes) + trail_bytes
    pages = -(-(end + series_bytes) // PAGE_BYTES)
    trail = trail_start(plan, row_bytes) if trail_bytes and plan.loops else None
    functions = [
        _Stretch(plan, level, row_bytes, trail, end).text() for level in range(plan.last + 1)
    ]
    return "\n".join(["(module", f'(memory (export "memory") {pages})', *functions, ")"])


class _Stretch:
    """One function: all that is done to some lanes before the next ones."""

    def __init__(
        self, plan: Plan, level: int, row_bytes: int, trail: int | None, series: int
    ) -> None:
        self._plan = plan
        self._trail = trail
        self._series = series
        self._level = level
        self._row_bytes = row_bytes
        self._code = Code(plan.vector)
        self._known: dict[int, Cells] = {}
        """Cells of the values that are in registers."""
        self._loads: list[tuple[str, int]] = []
        self._at_once = AT_ONCE if plan.row_count <= FEW_ROWS else 1

    def text(self) -> str:
        """The function; what it reads and writes is found on the way."""
        plan = self._plan
        tensors = plan.recording.tensors
        operations = plan.stretch(self._level)
        for operation in operations:
            operands = [plan.operand(each, self._cells) for each in operation.operands]
            shape = tuple(tensors[operation.outputs[0]].shape[:-1])
            results = lowered(self._code, operation, operands, shape)
            for number, cells in zip(operation.outputs, results, strict=True):
                self._known[number] = np.broadcast_to(cells, tensors[number].shape[:-1])
        carries = list(self._carries()) if self._level == plan.last else []
        if plan.loops:
            turns = [(name, cell) for _, name, cell in carries]
            return self._function(turns, [(row, name) for row, name, _ in carries])
        made = [number for each in operations for number in each.outputs if number in plan.rows]
        stores = [store for number in made for store in self._stores(number)]
        return self._function([], [*stores, *((row, cell) for row, _, cell in carries)])

    def _cells(self, tensor: Tensor, number: int | None) -> Cells:
        """An operand's cells: of a constant, in registers, or loaded now."""
        if number is None:
            numbers = np.asarray(tensor.cpu().numpy(), np.float64).reshape(tensor.shape[:-1])
            return as_cells(np.frompyfunc(self._code.constant, 1, 1)(numbers))
        if number == self._plan.series and number not in self._known:
            cells = range(self._plan.series_cells)
            self._known[number] = as_cells([f"$number{cell}" for cell in cells])
        if number not in self._known:
            row = self._plan.rows[number]
            names = [
                self._code.new("truth" if is_truth(tensor) else "row") for _ in range(row.cells)
            ]
            self._loads += zip(names, range(row.first, row.first + row.cells), strict=True)
            self._known[number] = np.array(names, dtype=object).reshape(row.shape)
        return self._known[number]

    def _stores(self, number: int) -> Iterator[tuple[int, str]]:
        """What was made here for others: ``(row, cell)``."""
        row = self._plan.rows[number]
        return zip(_numbers(row), self._known[number].ravel().tolist(), strict=True)

    def _carries(self) -> Iterator[tuple[int, str, str]]:
        """The next step's inputs: ``(row, variable of the input, cell of the output)``."""
        recording = self._plan.recording
        known = {*self._known, *self._plan.rows}
        pairs = zip(recording.outputs[: self._plan.carried], recording.inputs, strict=False)
        for output, number in pairs:
            if output == number:
                continue
            row = self._plan.rows[number]
            constant = output not in known
            cells = self._cells(recording.tensors[output], None if constant else output)
            names = self._cells(recording.tensors[number], number)
            wide = np.broadcast_to(cells, row.shape)
            yield from zip(_numbers(row), names.flat, wide.flat, strict=True)

    def _function(self, turns: list[tuple[str, str]], stores: list[tuple[int, str]]) -> str:
        """Some lanes through the steps, then the next ones.

        ``turns`` are the values of a step that take the place of those before it, in the loop;
        ``stores`` go to memory after it.
        """
        code, vectors = self._code, range(self._at_once)
        names = [*code.constants.values(), *(nth(name, v) for name in code.names for v in vectors)]
        names += [f"$number{cell}" for cell in range(self._plan.series_cells)]
        lines = [
            f'(func (export "stretch{self._level}")',
            "(local $at i32) (local $end i32) (local $steps i32) (local $trail i32)",
            "(local $series i32)",
            *(f"(local {name} v128)" for name in names),
            *(self._splat(number, name) for number, name in code.constants.items()),
            "(local.set $end (i32.load offset=0 (i32.const 0)))",
            "(loop $block",
            *(
                f"(local.set {nth(name, v)} (v128.load {self._place(row, v)}))"
                for name, row in self._loads
                for v in vectors
            ),
            "(local.set $steps (i32.load offset=4 (i32.const 0)))",
            "(local.set $trail (local.get $at))",
            f"(local.set $series (i32.const {self._series}))",
            "(loop $step",
            *self._series_loads(),
            *(nth(line, v) for line in code.lines for v in vectors),
        ]
        for v in vectors if turns else ():
            lines += [nth(f"(local.get {cell})", v) for _, cell in turns]
            lines += [nth(f"(local.set {name})", v) for name, _ in reversed(turns)]
        if self._trail is not None:
            lines += self._trail_stores(self._trail)
        if turns:
            left = "(i32.sub (local.get $steps) (i32.const 1))"
            lines.append(f"(br_if $step (local.tee $steps {left}))")
        lines.append(")")
        lines += [
            f"(v128.store {self._place(row, v)} (local.get {nth(cell, v)}))"
            for row, cell in stores
            for v in vectors
        ]
        block = self._at_once * VECTOR_BYTES
        lines.append(f"(local.set $at (i32.add (local.get $at) (i32.const {block})))")
        lines.append("(br_if $block (i32.lt_u (local.get $at) (local.get $end)))))")
        return "\n".join(lines)

    def _trail_stores(self, start: int) -> Iterator[str]:
        """The first carried value, new as a step has ended, to the trail that starts there."""
        for name in self._known[self._plan.recording.inputs[0]].ravel().tolist():
            for v in range(self._at_once):
                place = f"offset={start + v * VECTOR_BYTES} (local.get $trail)"
                yield f"(v128.store {place} (local.get {nth(name, v)}))"
            yield "(local.set $trail (i32.add (local.get $trail) (local.get $end)))"

    def _series_loads(self) -> Iterator[str]:
        """The numbers of this step, each to all lanes."""
        number = self._plan.series
        if number is None or number not in self._known:
            return
        item = VECTOR_BYTES // int(self._plan.vector.partition("x")[2])
        for place, name in enumerate(self._known[number].tolist()):
            load = f"(v128.load{8 * item}_splat offset={place * item} (local.get $series))"
            yield f"(local.set {name} {load})"
        stride = item * self._plan.series_cells
        yield f"(local.set $series (i32.add (local.get $series) (i32.const {stride})))"

    def _splat(self, number: str, name: str) -> str:
        lanes = int(self._plan.vector.partition("x")[2])
        numbers = " ".join([number] * lanes)
        return f"(local.set {name} (v128.const {self._plan.vector} {numbers}))"

    def _place(self, row: int, vector: int) -> str:
        offset = HEADER_BYTES + row * self._row_bytes + vector * VECTOR_BYTES
        return f"offset={offset} (local.get $at)"


def _numbers(row: Row) -> range:
    """The rows of a value."""
    return range(row.first, row.first + row.cells)

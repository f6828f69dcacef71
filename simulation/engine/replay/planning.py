"""What of a recorded step is compiled, in how many stretches, and what lies in memory.

A stretch takes all that is known of a few lanes into registers, does every operation that can
be done there, and puts down what others need, so that memory is seldom waited for. Operations
that have to be left to torch, such as sines, work on the same memory between two stretches.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from simulation.engine.replay.instructions import Cells, Code
from simulation.engine.replay.lowering import NotLowerable, lowered
from simulation.engine.replay.recording import Operation, Recording, Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from torch import Tensor

VECTORS = {"float64": "f64x2", "float32": "f32x4"}
MOST_CELLS = 64
"""Coordinates of a value, at most: more would not be in registers anyway."""


class NotCompilable(Exception):  # noqa: N818 - torch does it then
    """A recording that has no program, or none that would be worth it."""


@dataclass(frozen=True, slots=True)
class Row:
    """Where the memory holds a value: a row of lanes for each of its cells, from ``first`` on."""

    first: int
    shape: tuple[int, ...]
    """Of the value without its lanes."""
    dimensions: int
    """Of the value as torch has it; 0 for a number that all lanes share."""
    shared: bool
    """Whether it is the same in all lanes."""

    @property
    def cells(self) -> int:
        """How many rows there are."""
        return math.prod(self.shape)


class Plan:
    """How the operations of a step are done.

    Parameters
    ----------
    recording
        One step.
    carried
        How many of the outputs, from the first on, are the inputs of the next step.
    series
        Whether the last input, ``(numbers, 1)``, is another one in each step.

    Attributes
    ----------
    operations
        Those that the outputs depend on.
    torchs
        Those of them that are left to torch, by number.
    levels
        For each the stretch that it is in, or after which torch does it; -1 for before all.
    last
        The last stretch.
    rows
        Where the memory holds values, by the value's number.
    loops
        Whether one stretch is all, so that it can go on to the next step at once.
    series
        The value that is another one in each step, if there is one.

    Raises
    ------
    NotCompilable
        If a value is not a number a lane, or most of the work would be torch's anyway.
    """

    def __init__(self, recording: Recording, carried: int, *, series: bool = False) -> None:
        self.recording = recording
        self.carried = carried
        self.series = recording.inputs[-1] if series else None
        self.operations = recording.needed()
        self.dtype = recording.tensors[recording.inputs[0]].dtype
        kind = str(self.dtype).removeprefix("torch.")
        if kind not in VECTORS:
            raise NotCompilable(kind)
        self.vector = VECTORS[kind]
        for number in (*recording.inputs, *self._makers()):
            self._check(recording.tensors[number])
        self.torchs = {index for index, each in enumerate(self.operations) if not self._can(each)}
        if 2 * len(self.torchs) > len(self.operations):
            raise NotCompilable("most of it is torch's")
        self.levels, self.last = self._levels()
        self.loops = not self.last and not self.torchs and carried == len(recording.outputs)
        if series and not self.loops:
            raise NotCompilable("a series for more than one stretch")
        self.rows: dict[int, Row] = {}
        self.row_count = 0
        for number in self._remembered():
            self._place(number)

    def calls(self, level: int) -> list[Operation]:
        """What torch does after a stretch; before all, after number -1."""
        return [
            self.operations[index] for index in sorted(self.torchs) if self.levels[index] == level
        ]

    def stretch(self, level: int) -> list[Operation]:
        """What a stretch does."""
        return [
            operation
            for index, operation in enumerate(self.operations)
            if index not in self.torchs and self.levels[index] == level
        ]

    def operand(self, operand: Any, cells: Callable[[Tensor, int | None], Cells]) -> Any:
        """An operand with its tensors as cells, by ``cells(tensor, number of the value)``."""
        if isinstance(operand, Value):
            return cells(self.recording.tensors[operand.number], operand.number)
        if isinstance(operand, list | tuple):
            return [self.operand(each, cells) for each in operand]
        if not hasattr(operand, "ndim"):
            return operand
        self._check(operand)
        if operand.ndim and operand.shape[-1] != 1:
            raise NotCompilable("a constant that differs between lanes")
        return cells(operand, None)

    @property
    def series_cells(self) -> int:
        """Numbers of the series for a step."""
        return 0 if self.series is None else len(self.recording.tensors[self.series])

    def _makers(self) -> dict[int, int]:
        """Which operation makes each value."""
        return {
            number: index
            for index, operation in enumerate(self.operations)
            for number in operation.outputs
        }

    def _check(self, tensor: Tensor) -> None:
        """Refuse what is no number, or truth value, a lane."""
        if tensor.dtype != self.dtype and not is_truth(tensor):
            raise NotCompilable(str(tensor.dtype))
        if tensor.ndim and tensor.shape[-1] not in (self.recording.lanes, 1):
            raise NotCompilable(f"shape {tuple(tensor.shape)}")
        if math.prod(tensor.shape[:-1]) > MOST_CELLS:
            raise NotCompilable("too many cells")

    def _can(self, operation: Operation) -> bool:
        """Whether there are instructions for an operation: tried with made-up variables."""
        outputs = [self.recording.tensors[number] for number in operation.outputs]
        truths = any(map(is_truth, outputs))
        if truths and operation.name in ("to", "_to_copy"):
            raise NotCompilable("to truth values")
        try:
            operands = [self.operand(each, _made_up) for each in operation.operands]
            lowered(Code(self.vector), operation, operands, tuple(outputs[0].shape[:-1]))
        except (NotLowerable, NotCompilable):
            read = [self.recording.tensors[number] for number in operation.reads()]
            if truths or len(outputs) > 1 or any(map(is_truth, read)):
                raise NotCompilable(operation.name) from None
            return False
        return True

    def _levels(self) -> tuple[list[int], int]:
        """The stretch of each operation, as late as can be: less has to be put down then."""
        makers = self._makers()
        earliest: list[int] = []
        for index, operation in enumerate(self.operations):
            torchs = index in self.torchs
            found = [-1 if torchs else 0]
            for maker in (makers[number] for number in operation.reads() if number in makers):
                waits = maker in self.torchs and not torchs
                found.append(earliest[maker] + waits)
            earliest.append(max(found))
        ends = [makers[number] for number in self.recording.outputs if number in makers]
        last = max((earliest[maker] + (maker in self.torchs) for maker in ends), default=0)
        latest = [earliest[i] if i in self.torchs else last for i in range(len(earliest))]
        for index in reversed(range(len(self.operations))):
            for number in self.operations[index].reads():
                maker = makers.get(number, -1)
                if maker >= 0 and maker not in self.torchs:
                    latest[maker] = min(latest[maker], latest[index])
        return latest, last

    def _remembered(self) -> list[int]:
        """Values that are not made and used in one and the same stretch."""
        makers = self._makers()
        found = [number for number in self.recording.inputs if number != self.series]
        for index, operation in enumerate(self.operations):
            if index in self.torchs:
                found += [*operation.reads(), *operation.outputs]
            else:
                made = [number for number in operation.reads() if number in makers]
                level = self.levels[index]
                found += [number for number in made if self.levels[makers[number]] != level]
        for place, number in enumerate(self.recording.outputs):
            early = number in makers and self.levels[makers[number]] != self.last
            if place >= self.carried or early:
                found.append(number)
        return found

    def _place(self, number: int) -> None:
        if number not in self.rows:
            tensor = self.recording.tensors[number]
            shared = not tensor.ndim or tensor.shape[-1] == 1
            row = Row(self.row_count, tuple(tensor.shape[:-1]), tensor.ndim, shared)
            self.rows[number] = row
            self.row_count += row.cells


def is_truth(tensor: Tensor) -> bool:
    """Whether a tensor holds truth values."""
    return str(tensor.dtype) == "torch.bool"


def _made_up(tensor: Tensor, _number: int | None) -> Cells:
    return np.full(tensor.shape[:-1], "$truth" if is_truth(tensor) else "$v", dtype=object)

"""A recorded step as a compiled program: what torch does, in a fraction of the time."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from simulation.engine.replay.kernel import HEADER_BYTES, ROW_GAP, module_text, trail_start
from simulation.engine.replay.planning import NotCompilable, Plan, Row
from simulation.engine.replay.recording import Operation, Recording, filled_in, lanes_of
from simulation.engine.replay.runtime import compiled, started
from simulation.engine.replay.torch_calls import call_into, same_numbers

if TYPE_CHECKING:
    from torch import Tensor

SMALLEST_ROW = 2**18
"""Bytes kept for a row, so that tiles of different sizes have the same program; those that
hold nothing take no memory."""
LANES_TOGETHER = 32
"""Lanes come in multiples of this: all go through the same vector instructions."""


class Program:
    """A compiled step, for any lanes that a row has room for. Several threads may use it.

    Parameters
    ----------
    recording
        One step of lanes on a CPU.
    carried
        How many of the outputs, from the first on, are the inputs of the next step, in the
        same order.
    trail_bytes
        Room for the trail, the first carried value after each step; it is only kept where
        the program takes many steps in one call.
    series_bytes
        If not 0, the last input, ``(numbers, 1)``, is another one in each step, and this is
        the room for those of the steps of a call.

    Raises
    ------
    NotCompilable
        If there is none, or it does not give the recorded numbers, bit for bit; if the lanes
        are no multiple of ``LANES_TOGETHER``, or not on a CPU.
    """

    def __init__(
        self, recording: Recording, carried: int, trail_bytes: int = 0, series_bytes: int = 0
    ) -> None:
        inputs = [recording.tensors[number] for number in recording.inputs]
        if inputs[0].device.type != "cpu" or recording.lanes % LANES_TOGETHER:
            raise NotCompilable(str(inputs[0].device))
        self.item_bytes = inputs[0].element_size()
        self.room = SMALLEST_ROW // self.item_bytes
        while self.room < recording.lanes:
            self.room *= 2
        self.row_bytes = self.room * self.item_bytes + ROW_GAP
        self.plan = Plan(recording, carried, series=series_bytes > 0)
        self.trail_bytes = trail_bytes if self.plan.loops else 0
        self.series_start = trail_start(self.plan, self.row_bytes) + trail_bytes
        self.series_bytes = series_bytes
        text = module_text(self.plan, self.row_bytes, trail_bytes, series_bytes)
        self.module = compiled(text)
        replay = self.start(inputs)
        replay(1)
        outputs = [recording.tensors[number] for number in recording.outputs[:carried]]
        if not all(map(same_numbers, replay.inputs, outputs)):
            raise NotCompilable("torch rounds otherwise")
        del self.plan.recording.tensors[:]  # they are as large as a tile

    def start(self, values: Sequence[Tensor]) -> Compiled:
        """Something that repeats the step, to begin with ``values``, as many as were recorded."""
        return Compiled(self, values)


class Compiled:
    """Repeats a step from where the last time ended.

    Parameters
    ----------
    program
        The step.
    inputs
        Where to start, in the order of the recording, of the shapes that it had but for the
        number of lanes, which is at most ``program.room``.

    Attributes
    ----------
    inputs
        The values now, as views of the program's memory; those that are not carried are to be
        written there before each step. A series is not among them.
    """

    def __init__(self, program: Program, inputs: Sequence[Tensor]) -> None:
        plan = program.plan
        self._memory = _Memory(program, lanes_of(inputs))
        self._loops = plan.loops
        self._rows = [plan.rows[number] for number in plan.recording.inputs if number in plan.rows]
        self.inputs = [self._memory.view(row) for row in self._rows]
        self.load(inputs)
        self._calls: list[Callable[[], Any]] = []
        for level in range(-1, plan.last + 1):
            if level >= 0:
                self._calls.append(self._memory.function(f"stretch{level}"))
            self._calls += [self._torch_call(each, plan) for each in plan.calls(level)]

    def load(self, inputs: Sequence[Tensor]) -> None:
        """Go on from other values; a series among them, the last one, is that of one step."""
        for row, tensor in zip(self._rows, inputs, strict=False):
            self._memory.whole(row).copy_(tensor)
        if len(inputs) > len(self._rows):
            self.load_series(inputs[-1][None])

    def load_series(self, numbers: Tensor) -> None:
        """Give the numbers of the next steps, ``(steps, numbers, 1)``, from the first one on."""
        self._memory.write_series(numbers)

    def trail(self, steps: int) -> Tensor:
        """A copy of the first value after each of the steps last taken, ``(steps, …, lanes)``."""
        return self._memory.trail(steps, tuple(self.inputs[0].shape))

    def __call__(self, steps: int = 1) -> None:
        """Take some steps, or none."""
        if steps < 1:
            return  # the program counts down to 0 from where it begins
        self._memory.header[1] = steps if self._loops else 1
        for _ in range(1 if self._loops else steps):
            for call in self._calls:
                call()

    def _torch_call(self, operation: Operation, plan: Plan) -> Callable[[], Any]:
        """What torch does, from views of the memory into another."""
        values = {number: self._memory.view(plan.rows[number]) for number in operation.reads()}
        operands = filled_in(operation.operands, values)
        options = {name: filled_in(each, values) for name, each in operation.options.items()}
        row = plan.rows[operation.outputs[0]]
        out = self._memory.whole(row)
        return call_into(operation, operands, options, out, direct=not row.shared)


class _Memory:
    """The memory of one run of a program, and its functions."""

    def __init__(self, program: Program, lanes: int) -> None:
        self._store, self._exports = started(program.module)
        memory: Any = self._exports["memory"]
        length = memory.data_len(self._store)
        first = ctypes.addressof(memory.data_ptr(self._store).contents)
        buffer = (ctypes.c_uint8 * length).from_address(first)
        buffer.owner = self._store  # alive as long as a view is
        numbers = np.ctypeslib.as_array(buffer)
        self._lanes = lanes
        self._row = program.row_bytes // program.item_bytes
        kind = np.dtype(f"f{program.item_bytes}")
        self._numbers = numbers[HEADER_BYTES:].view(kind)
        self._trail = numbers[trail_start(program.plan, program.row_bytes) :].view(kind)
        self._series = numbers[program.series_start :].view(kind)
        self.header = numbers[:8].view(np.int32)
        self.header[0] = lanes * program.item_bytes

    def function(self, name: str) -> Callable[[], Any]:
        """A function of the program, without arguments."""
        function, store = self._exports[name], self._store
        return lambda: function(store)

    def whole(self, row: Row) -> Tensor:
        """All lanes of a value, ``(…, lanes)``."""
        import torch

        begin = row.first * self._row
        rows = torch.from_numpy(self._numbers[begin : begin + row.cells * self._row])
        return rows.view(*row.shape, self._row)[..., : self._lanes]

    def write_series(self, numbers: Tensor) -> None:
        """Write the series from its first step on."""
        flat = numbers.flatten().numpy()
        self._series[: len(flat)] = flat

    def trail(self, steps: int, shape: tuple[int, ...]) -> Tensor:
        """A copy of the trail, ``(steps, *shape)``."""
        import torch

        numbers = self._trail[: steps * math.prod(shape)]
        return torch.from_numpy(numbers.copy()).view(steps, *shape)

    def view(self, row: Row) -> Tensor:
        """A value as torch has it."""
        lanes = self.whole(row)
        if not row.shared:
            return lanes
        return lanes[..., :1] if row.dimensions else lanes[0]

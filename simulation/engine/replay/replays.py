"""Repeating a step in the fastest way that gives its numbers."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np

from simulation.engine.replay.compiled import LANES_TOGETHER, Program
from simulation.engine.replay.listening import record
from simulation.engine.replay.planning import NotCompilable
from simulation.engine.replay.recording import NotRecordable, lanes_of
from simulation.engine.replay.torch_calls import same_numbers
from simulation.seeds import generator

if TYPE_CHECKING:
    from torch import Tensor

Array = np.ndarray[Any, np.dtype[Any]]

Step = Callable[..., Sequence["Tensor"]]
"""Values before a step to those after it; the last of those before may stay as they are."""


TRIALS = 8
"""Random points of all lanes at which a program is compared with its step."""


def agrees(program: Program, step: Step, values: Sequence[Tensor], carried: int) -> bool:
    """Whether a program gives the numbers of its step at random points too.

    What is carried is shifted by up to its size and 1, what is given is made smaller: rates and
    momenta stay in their ranges. 32 lanes are tried: all go through the same instructions.
    """
    some = [tensor[..., :LANES_TOGETHER] if tensor.ndim else tensor for tensor in values]
    replay = program.start(some)
    for trial in range(TRIALS):
        draw = generator(0, "program", trial)
        there = [
            _moved(tensor, draw.uniform(-1, 1, tensor.shape), carried=place < carried)
            for place, tensor in enumerate(some)
        ]
        replay.load(there)
        replay(1)
        if not all(map(same_numbers, replay.inputs, step(*there)[:carried])):
            return False
    return True


def _moved(tensor: Tensor, share: Array, *, carried: bool) -> Tensor:
    """A value somewhere else; ``share`` is drawn from −1 to 1, of its shape."""
    shift = tensor.new_tensor(share)
    return tensor + shift * (tensor.abs() + 1) if carried else tensor * (5 + 3 * shift) / 8


class Replays:
    """Steps with their programs, so that each is recorded and compiled once.

    Several threads may use one; while the first of them compiles, the others wait.

    Parameters
    ----------
    most
        Programs that are kept; those that were made first are dropped.
    """

    def __init__(self, most: int = 64) -> None:
        self._programs: dict[Hashable, Program | None] = {}
        self._seconds: dict[Hashable, float] = {}
        self._most = most
        self._lock = Lock()

    def spend(self, name: Hashable, seconds: float) -> None:
        """Take down that a step was taken as it is written for so long."""
        with self._lock:
            self._seconds[name] = self._seconds.pop(name, 0.0) + seconds
            while len(self._seconds) > self._most:
                del self._seconds[next(iter(self._seconds))]

    def spent(self, name: Hashable) -> float:
        """Seconds for which a step was taken as it is written."""
        return self._seconds.get(name, 0.0)

    def program(
        self,
        name: Hashable,
        step: Step,
        values: Sequence[Tensor],
        carried: int,
        *,
        trail_bytes: int = 0,
        series_bytes: int = 0,
    ) -> Program | None:
        """The program of a step; ``None`` if it has none, and is to be taken as it is written.

        It has one if the numbers are torch's, bit for bit, here and at random points around.

        Parameters
        ----------
        name
            The same for the same step only, whatever its lanes.
        values
            What the step is called with: of shapes ``(…, lanes)`` or ``()``.
        carried
            How many of the values, from the first on, a step changes.
        trail_bytes
            Room for the first value after each step.
        series_bytes
            Room for a last value that is another one in each step; see :class:`Program`.
        """
        if values[0].device.type != "cpu" or lanes_of(values) % LANES_TOGETHER:
            return None  # that says nothing of the step
        with self._lock:
            program = self._programs.get(name)
            if name in self._programs and (not program or program.room >= lanes_of(values)):
                return program
            try:
                program = Program(record(step, values), carried, trail_bytes, series_bytes)
                if not agrees(program, step, values, carried):
                    program = None
            except (NotCompilable, NotRecordable):
                program = None
            while len(self._programs) >= self._most:
                del self._programs[next(iter(self._programs))]
            self._programs[name] = program
            return program

"""Repeating a step in the fastest way that gives its numbers."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from threading import Lock
from typing import TYPE_CHECKING

from simulation.engine.replay.compiled import LANES_TOGETHER, Compiled, Program
from simulation.engine.replay.graphed import Graphed
from simulation.engine.replay.listening import record
from simulation.engine.replay.planning import NotCompilable
from simulation.engine.replay.recording import NotRecordable, lanes_of
from simulation.engine.replay.tape import Tape

if TYPE_CHECKING:
    from torch import Tensor

Step = Callable[..., Sequence["Tensor"]]
"""Values before a step to those after it; the last of those before may stay as they are."""


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
        self._most = most
        self._lock = Lock()

    def known(self, name: Hashable) -> bool:
        """Whether a step has been compiled, or found to have no program."""
        return name in self._programs

    def program(
        self,
        name: Hashable,
        step: Step,
        values: Sequence[Tensor],
        carried: int,
        *,
        trail_bytes: int = 0,
    ) -> Program | None:
        """The program of a step, if it has one; see :meth:`of`.

        ``trail_bytes`` is the room for the first value after each step.
        """
        if values[0].device.type != "cpu" or lanes_of(values) % LANES_TOGETHER:
            return None  # that says nothing of the step
        with self._lock:
            program = self._programs.get(name)
            if name in self._programs and (not program or program.room >= lanes_of(values)):
                return program
            try:
                program = Program(record(step, values), carried, trail_bytes)
            except (NotCompilable, NotRecordable):
                program = None
            while len(self._programs) >= self._most:
                del self._programs[next(iter(self._programs))]
            self._programs[name] = program
            return program

    def of(
        self, name: Hashable, step: Step, values: Sequence[Tensor], carried: int
    ) -> Compiled | Graphed | Tape:
        """Something that repeats ``step``, to begin with ``values``.

        Parameters
        ----------
        name
            The same for the same step only, whatever its lanes.
        values
            What the step is called with: of shapes ``(…, lanes)`` or ``()``.
        carried
            How many of the values, from the first on, a step changes.

        Raises
        ------
        NotRecordable
            If it cannot be repeated.
        """
        program = self.program(name, step, values, carried)
        if program is not None:
            return Compiled(program, values)
        tape = Tape(record(step, values), carried)
        return Graphed(tape) if values[0].is_cuda else tape

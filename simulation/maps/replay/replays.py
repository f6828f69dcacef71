"""Repeating a step in the fastest way that gives its numbers."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from threading import Lock
from typing import TYPE_CHECKING

from simulation.maps.replay.compiled import Compiled, Program
from simulation.maps.replay.listening import record
from simulation.maps.replay.planning import NotCompilable
from simulation.maps.replay.recording import lanes_of
from simulation.maps.replay.tape import Tape

if TYPE_CHECKING:
    from torch import Tensor

Step = Callable[..., Sequence["Tensor"]]
"""Values before a step to those after it; the last of those before may stay as they are."""


class Replays:
    """Steps with their programs, so that each is recorded and compiled once.

    Several threads may use one; while the first of them compiles, the others wait.
    """

    def __init__(self) -> None:
        self._programs: dict[Hashable, Program | None] = {}
        self._lock = Lock()

    def of(
        self, name: Hashable, step: Step, values: Sequence[Tensor], carried: int
    ) -> Compiled | Tape:
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
        with self._lock:
            program = self._programs.get(name)
            if name not in self._programs or (program and program.room < lanes_of(values)):
                program = self._programs[name] = _compiled(step, values, carried)
        if program is not None:
            return Compiled(program, values)
        return Tape(record(step, values), carried)


def _compiled(step: Step, values: Sequence[Tensor], carried: int) -> Program | None:
    try:
        return Program(record(step, values), carried)
    except NotCompilable:
        return None

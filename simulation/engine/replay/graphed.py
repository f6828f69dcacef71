"""A tape on a CUDA device: its calls as graphs, so that they do not wait to be launched."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from simulation.engine.cuda_graphs import captured

if TYPE_CHECKING:
    import torch

    from simulation.engine.replay.tape import Tape

log = logging.getLogger("engine")

MOST_GRAPHS = 4
"""Numbers of steps that have graphs: whoever steps on to the next note uses few of them."""


class Graphed:
    """A tape whose steps are captured when the same number of them is wanted again.

    Attributes
    ----------
    inputs
        Those of the tape.
    """

    def __init__(self, tape: Tape) -> None:
        self.inputs = tape.inputs
        self._tape = tape
        self._graphs: dict[int, torch.cuda.CUDAGraph | None] = {}
        """By the number of steps; ``None`` for those that were wanted once."""
        self._capturable = True

    def __call__(self, steps: int = 1) -> None:
        """Take some steps."""
        graph = self._graph(steps)
        if graph is None:
            self._tape(steps)
        else:
            graph.replay()

    def _graph(self, steps: int) -> torch.cuda.CUDAGraph | None:
        if not self._capturable or (steps not in self._graphs and self._full):
            return None
        if steps not in self._graphs:
            self._graphs[steps] = None
        elif self._graphs[steps] is None:
            self._graphs[steps] = self._captured(steps)
        return self._graphs[steps]

    @property
    def _full(self) -> bool:
        return len(self._graphs) >= MOST_GRAPHS

    def _captured(self, steps: int) -> torch.cuda.CUDAGraph | None:
        now = [each.clone() for each in self.inputs]
        try:
            return captured(lambda: self._tape(steps), self._tape)
        except RuntimeError:  # an operation that cannot be captured: slower, not wrong
            log.exception("a tape cannot be captured")
            self._capturable = False
            return None
        finally:
            for place, value in zip(self.inputs, now, strict=True):
                place.copy_(value)

"""Chunks of steps as one CUDA graph, so that small problems do not wait for kernel launches."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from simulation.engine.sampling import FullGradient, GradientSource
from simulation.engine.states import map_tensors
from simulation.engine.steppers import LaneStepper

if TYPE_CHECKING:
    import torch
    from torch import Tensor

log = logging.getLogger("engine")

GRAPH_STEPS = 32
"""Steps captured in one graph: enough to hide the launch, few enough to capture at once."""
WARM_UP_STEPS = 3

Advance = Callable[["Tensor", Any], "tuple[Tensor, Any]"]
"""One step: position and state to the next position and state."""


class GraphStepper(LaneStepper):
    """A lane stepper for CUDA devices, which takes ``GRAPH_STEPS`` steps at a time.

    Only what is the same in every step can be captured: minibatches, noise and schedules are
    stepped one by one, and so is what is left over at the end.
    """

    _graph: StepGraph | None = None
    _capturable = True

    def advance(self, source: GradientSource, first: int, count: int) -> Tensor:
        import torch

        graph = self._captured(source) if count >= GRAPH_STEPS else None
        if graph is None:
            return super().advance(source, first, count)
        chunks = []
        while count >= GRAPH_STEPS:
            positions, self._x, self._state = graph.run(self._x, self._state)
            chunks.append(positions)
            first, count = first + GRAPH_STEPS, count - GRAPH_STEPS
        if count:
            chunks.append(super().advance(source, first, count))
        return torch.cat(chunks)

    def _captured(self, source: GradientSource) -> StepGraph | None:
        """The graph, captured when it is first needed; ``None`` where there can be none."""
        fits = isinstance(source, FullGradient) and self._scheduled is None
        if fits and self._capturable and self._graph is None:
            gradient = next(source.steps(0, 1))
            try:
                self._graph = StepGraph(self._one_step(gradient), self._x, self._state)
            except RuntimeError:  # an operation that cannot be captured: slower, not wrong
                log.exception("steps of %s cannot be captured", self._rule.id)
                self._capturable = False
        return self._graph if fits else None

    def _one_step(self, gradient: Callable[[Tensor], Tensor]) -> Advance:
        update, query = self._rule.update, self._rule.query
        h = tuple(self._hyperparameters.values())

        def advance(x: Tensor, state: Any) -> tuple[Tensor, Any]:
            point = x if query is None else query(x, state, *h)
            return update(x, gradient(point), state, *h)

        return advance


class StepGraph:
    """``GRAPH_STEPS`` steps recorded once and replayed without Python.

    Parameters
    ----------
    advance
        The step; pure, and without branches on values.
    x, state
        What it starts from, on a CUDA device; only shapes and dtypes matter.
    """

    def __init__(self, advance: Advance, x: Tensor, state: Any) -> None:
        import torch

        self._x = x.clone()  # normal tensors: those of inference mode cannot be written to
        self._state = map_tensors(torch.clone, state)

        def steps() -> None:
            x, state = self._x, self._state
            positions = []
            for _ in range(GRAPH_STEPS):
                x, state = advance(x, state)
                positions.append(x)
            self._positions = torch.stack(positions)
            self._x.copy_(x)
            _copy_into(self._state, state)

        self._graph = captured(steps, lambda: advance(self._x, self._state))

    def run(self, x: Tensor, state: Any) -> tuple[Tensor, Tensor, Any]:
        """Take the steps from ``x`` and ``state``.

        Returns
        -------
        tuple
            Positions ``(GRAPH_STEPS, dim, lanes)``, and the last position and state; all are
            copies that the next run does not touch.
        """
        import torch

        self._x.copy_(x)
        _copy_into(self._state, state)
        self._graph.replay()
        return self._positions.clone(), self._x.clone(), map_tensors(torch.clone, self._state)


def captured(work: Callable[[], Any], warm_up: Callable[[], Any]) -> torch.cuda.CUDAGraph:
    """The operations of ``work`` as a graph; ``warm_up`` does each of their kinds before.

    Raises
    ------
    RuntimeError
        If one of them cannot be captured.
    """
    import torch

    stream = torch.cuda.Stream()  # type: ignore[no-untyped-call]
    stream.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(stream):  # kernels are loaded and memory is pooled before capture
        for _ in range(WARM_UP_STEPS):
            warm_up()
    torch.cuda.current_stream().wait_stream(stream)
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph, capture_error_mode="thread_local"):  # other tiles go on meanwhile
        work()
    return graph


def _copy_into(target: Any, source: Any) -> None:
    if isinstance(target, tuple):
        for into, part in zip(target, source, strict=True):
            _copy_into(into, part)
    else:
        target.copy_(source)

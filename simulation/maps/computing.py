"""Taking lanes to the end of their run, and telling what became of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from simulation.engine.steppers import LANE_MULTIPLE
from simulation.maps.judging import Columns, Course, basin_reach, judge
from simulation.maps.lanes import Array, Lanes
from simulation.maps.observing import Notes
from simulation.maps.specification import TOLERANCE
from simulation.maps.stepping import Stepping, make_stepping
from simulation.objectives.base import Objective

if TYPE_CHECKING:
    import torch
    from torch import Tensor

CHECK_STEPS = 32
"""Steps between two looks at whether to stop, and at which lanes have nothing left to do."""


class Cancelled(Exception):  # noqa: N818 - nothing went wrong
    """Whoever asked for it does not want it any more."""


@dataclass(frozen=True, slots=True)
class Goal:
    """What counts as reached: a share of the first gap to a loss, the objective's own if none."""

    tolerance: float = TOLERANCE
    target: float | None = None


def compute_lanes(
    lanes: Lanes,
    objective: Objective,
    device: torch.device,
    *,
    goal: Goal = Goal(),
    fuse: bool = False,
    stopped: Callable[[], bool] = lambda: False,
) -> Columns:
    """All metrics of ``lanes``; see :data:`simulation.maps.metrics.METRICS`.

    The numbers of a lane do not depend on which others there are.

    Parameters
    ----------
    lanes
        What to compute.
    objective, device
        The objective of their experiment, placed on ``device``.
    goal
        What counts as reached.
    fuse
        Whether products and sums may be rounded together.
    stopped
        Asked every few steps.

    Raises
    ------
    Cancelled
        If ``stopped()`` is true.
    InputError
        If an optimizer refuses its values.
    """
    import torch

    wide = lanes if _is_torchs(lanes) else lanes.padded()
    lowest = _lowest(objective, goal)
    with torch.inference_mode():
        stepping = make_stepping(wide, objective, device=device, fuse=fuse)
        first = stepping.loss.clone()
        first_slope = _norm(objective.gradient(_padded(stepping.x)))
        start = torch.tensor(wide.starts, dtype=first.dtype, device=device)
        threshold = first.double().sub(lowest).mul(goal.tolerance).add(lowest).to(first)
        notes = Notes(start, first, lanes.experiment.steps, threshold)
        journey = _Journey(stepping, notes, lanes.experiment.steps, wide.count)
        read = journey.run(stopped)
        ends = torch.from_numpy(read["x"]).to(start)
        last_slope = _norm(objective.gradient(_padded(ends)))
    course = Course(
        steps=lanes.experiment.steps,
        stride=notes.stride,
        notes=read,
        first_loss=_numbers(first),
        threshold=_numbers(threshold),
        first_slope=_numbers(first_slope)[: wide.count],
        last_slope=_numbers(last_slope)[: wide.count],
        lowest=lowest,
    )
    reach = basin_reach(objective.minima, objective.bounds)
    columns = judge(course, objective.minima, reach)
    return {name: column[: lanes.count] for name, column in columns.items()}


class _Journey:
    """Lanes on their way; those that have nothing left to do are set down."""

    def __init__(self, stepping: Stepping, notes: Notes, steps: int, lanes: int) -> None:
        self._stepping = stepping
        self._notes = notes
        self._steps = steps
        self._places = np.arange(lanes)
        """Which lane each of those that are left was at the start."""
        self._read: dict[str, Array] = {}

    def run(self, stopped: Callable[[], bool]) -> dict[str, Array]:
        """Go to the end; returns the notes on all lanes, in their order at the start."""
        stepping, notes = self._stepping, self._notes
        for step in range(1, self._steps + 1):
            looks = step % CHECK_STEPS == 0 and step < self._steps
            before = self._copied(stepping.moving()) if looks else None
            stepping.step()
            notes.note(stepping.x, stepping.loss)
            if looks:
                if stopped():
                    raise Cancelled
                self._set_down(before)
                if not len(self._places):
                    break
        else:
            self._take_notes()
        return self._read

    def _copied(self, parts: tuple[Tensor, ...] | None) -> tuple[Tensor, ...] | None:
        return None if parts is None else tuple(part.clone() for part in parts)

    def _set_down(self, before: tuple[Tensor, ...] | None) -> None:
        """Leave out the lanes that have diverged or stand still, once they are the half."""
        import torch

        lost = self._notes.diverged()
        done = lost
        if before is not None:
            after = self._stepping.moving()
            still = ~lost
            for one, other in zip(before, after or (), strict=True):
                same = one.eq(other)
                still &= same if same.ndim == 1 else same.flatten(0, -2).all(0)
            self._stop = still
            done = lost | still
        else:
            self._stop = torch.zeros_like(lost)
        count = int(done.sum())
        if 2 * count < len(self._places):
            return
        self._notes.stop(self._stop, self._steps)
        self._take_notes()
        left = (~done).nonzero()[:, 0]
        kept = len(left)
        if kept:
            lanes = -(-kept // LANE_MULTIPLE) * LANE_MULTIPLE
            left = left[torch.arange(lanes, device=left.device).clamp(max=kept - 1)]
            self._stepping.keep(left)
            self._notes.keep(left)
        self._places = self._places[left.cpu().numpy()]

    def _take_notes(self) -> None:
        for name, note in self._notes.read().items():
            if name not in self._read:
                self._read[name] = note
            else:
                self._read[name][..., self._places] = note


def _lowest(objective: Objective, goal: Goal) -> float:
    if goal.target is not None:
        return goal.target
    return min((minimum.value for minimum in objective.minima), default=float("nan"))


def _is_torchs(lanes: Lanes) -> bool:
    from simulation.optimizers.base import Rule

    return not isinstance(lanes.chosen.declaration, Rule)


def _padded(x: Tensor) -> Tensor:
    import torch

    return torch.nn.functional.pad(x, (0, -x.shape[1] % LANE_MULTIPLE)).contiguous()


def _norm(gradient: Tensor) -> Tensor:
    """Norm of each lane; ``vector_norm`` over the first dimension takes fifty times as long."""
    return (gradient * gradient).sum(0).sqrt()


def _numbers(tensor: Tensor) -> Array:
    numbers: Array = tensor.cpu().numpy().astype(np.float64)
    return numbers

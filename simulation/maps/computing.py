"""Taking lanes to the end of their run, and telling what became of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from simulation.engine.interruption import Cancelled
from simulation.engine.outcome import SQUARE_ROOTS
from simulation.engine.steppers import LANE_MULTIPLE
from simulation.lane_sums import summed
from simulation.maps.judging import Columns, Course, basin_reach, judge
from simulation.maps.lanes import Array, Lanes
from simulation.maps.observing import Record
from simulation.maps.rounding import smallest_gaps
from simulation.maps.specification import TOLERANCE
from simulation.maps.stepping import Stepping, make_stepping, starting_points
from simulation.objectives.base import Objective

if TYPE_CHECKING:
    import torch
    from torch import Tensor

CHECK_STEPS = 32
"""Steps between two looks at whether to stop, and at which lanes have nothing left to do."""


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
        start = starting_points(wide, device)
        first = objective.value(_padded(start))[: wide.count]
        first_slope = _norm(objective.gradient(_padded(start)))
        threshold = first.double().sub(lowest).mul(goal.tolerance).add(lowest).to(first)
        stepping = make_stepping(wide, objective, start, threshold, stopped)
        record = Record(lanes.experiment.steps, first)
        _travel(stepping, record, stopped)
        notes = record.read()
        ends = torch.from_numpy(notes["x"]).to(start)
        last_slope = _norm(objective.gradient(_padded(ends)))
        gaps = smallest_gaps(objective, lowest, start)
    course = Course(
        steps=record.steps,
        stride=record.stride,
        notes=notes,
        first_loss=_numbers(first),
        threshold=_numbers(threshold),
        first_slope=_numbers(first_slope)[: wide.count],
        last_slope=_numbers(last_slope)[: wide.count],
        lowest=lowest,
        smallest_gaps=gaps,
    )
    reach = basin_reach(objective.minima, objective.bounds)
    columns = judge(course, objective.minima, reach)
    return {name: column[: lanes.count] for name, column in columns.items()}


def _travel(stepping: Stepping, record: Record, stopped: Callable[[], bool]) -> None:
    """Go to the end; lanes that have nothing left to do are set down on the way."""
    taken = 0
    before: tuple[Tensor, ...] | None = None
    for stop in _stops(record):
        stepping.advance(stop - taken)
        taken = stop
        record.sample(taken, stepping.loss)
        if taken % CHECK_STEPS == CHECK_STEPS - 1:
            moving = stepping.moving()
            before = None if moving is None else tuple(part.clone() for part in moving)
        elif taken % CHECK_STEPS == 0 and taken < record.steps:
            if stopped():
                raise Cancelled
            _set_down(stepping, record, before)
            if not record.left:
                return
    record.take(stepping.x, stepping.loss, stepping.notes)


def _stops(record: Record) -> list[int]:
    """Steps after which something is looked at."""
    stops = {*range(record.stride, record.steps + 1, record.stride), record.steps}
    for look in range(CHECK_STEPS, record.steps, CHECK_STEPS):
        stops |= {look - 1, look}
    return sorted(stops - {0})


def _set_down(stepping: Stepping, record: Record, before: tuple[Tensor, ...] | None) -> None:
    """Leave out the lanes that have diverged or stand still, once they are the half.

    ``before`` is what :meth:`Stepping.moving` told a step ago.
    """
    import torch

    notes = stepping.notes
    lost = notes.poison.ne(0)
    still = torch.zeros_like(lost)
    if before is not None:
        still = ~lost
        for one, other in zip(before, stepping.moving() or (), strict=True):
            same = one.eq(other)
            still &= same if same.ndim == 1 else same.flatten(0, -2).all(0)
    done = lost | still
    if 2 * int(done.sum()) < record.left:
        return
    record.stand(still, notes, stepping.loss, stepping.threshold)
    record.take(stepping.x, stepping.loss, notes)
    left = (~done).nonzero()[:, 0]
    kept = len(left)
    if kept:
        lanes = -(-kept // LANE_MULTIPLE) * LANE_MULTIPLE
        left = left[torch.arange(lanes, device=left.device).clamp(max=kept - 1)]
        stepping.keep(left)
    record.keep(left)


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
    """Norm of each lane, in float64, also of those whose squares no float holds.

    ``vector_norm`` over the first dimension takes fifty times as long.
    """
    gradient = gradient.double()
    sizes = gradient.abs().amax(0)
    scale = sizes.where(sizes.gt(0) & sizes.isfinite(), 1.0)
    low, high = SQUARE_ROOTS
    plain = summed(gradient.square()).sqrt()
    scaled = summed((gradient / scale).square()).sqrt() * scale
    return plain.where(plain.gt(low) & plain.lt(high), scaled)


def _numbers(tensor: Tensor) -> Array:
    numbers: Array = tensor.cpu().numpy().astype(np.float64)
    return numbers

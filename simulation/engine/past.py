"""Where a run was left, so that it can go on: in the same runner or in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from simulation.engine.history import Record, stride_for
from simulation.experiment import Experiment, Run
from simulation.optimizers.base import Rule

if TYPE_CHECKING:
    from torch import Tensor

UNSEEN = ("title", "runs", "steps", "starts")
"""Fields of an experiment in which others with the same numbers may differ: runs are compared
one by one, and a step does not depend on how many come after it."""


@dataclass(frozen=True, slots=True)
class Past:
    """What a run has come to; can be pickled."""

    step: int
    """Steps taken."""
    record: Record
    """Holds at least these steps; what is beyond them is not looked at."""
    state: Any
    """All that the next step depends on: what a stepper of this run alone would save."""


def usable_pasts(old: Experiment, pasts: Mapping[int, Past], new: Experiment) -> dict[int, Past]:
    """The pasts of ``old`` that belong to runs of ``new``, by their places there.

    A run is found again by its numbers, wherever it stands now; where its random draws depend
    on its place, only there. Neither label nor colour matters. With fewer steps a record ends
    earlier; with more, the run goes on from its last step.
    """
    same = same_runs(old, new).items()
    fitted = {place: _fitted(pasts[was], new) for place, was in same if was in pasts}
    return {place: past for place, past in fitted.items() if past is not None}


def same_runs(old: Experiment, new: Experiment) -> dict[int, int]:
    """Enabled runs of ``new`` whose numbers an enabled run of ``old`` has: its place there."""
    if _setting(old) != _setting(new):
        return {}
    known: dict[object, int] = {}
    for place, run in enumerate(old.runs):
        if run.enabled:
            known.setdefault(_numbers(old, place), place)
    found = {
        place: known.get(_numbers(new, place)) for place, run in enumerate(new.runs) if run.enabled
    }
    return {place: was for place, was in found.items() if was is not None}


def share_lanes(
    runs: Sequence[Run], done: Collection[int], pasts: Mapping[int, Past]
) -> list[list[int]]:
    """Places of the runs to be stepped, grouped by what lanes of one tensor must share.

    That is the optimizer, the hyperparameters that are no numbers, and the step they are at.
    """
    members: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, run in enumerate(runs):
        if not run.enabled or place in done:
            continue
        optimizer = run.declaration
        if isinstance(optimizer, Rule):
            declared = [p.name for p in optimizer.hyperparameters if p.kind != "number"]
            step = pasts[place].step if place in pasts else None
            key = (run.optimizer, step, *(run.hyperparameters[name] for name in declared))
        else:
            key = (run.optimizer, place)
        members[key].append(place)
    return list(members.values())


def lane_of(saved: tuple[Tensor, Any], lane: int) -> tuple[Tensor, Any]:
    """One lane of what a stepper of many has saved: each tensor ``(…, lanes)`` to ``(…, 1)``."""

    def cut(tensors: Sequence[Tensor]) -> Tensor:
        # What has no lanes depends on the step alone.
        return tensors[0][..., lane : lane + 1] if tensors[0].ndim else tensors[0]

    one: tuple[Tensor, Any] = _zipped(cut, [saved])
    return one


def joined(states: Sequence[tuple[Tensor, Any]], lanes: int) -> tuple[Tensor, Any]:
    """What :func:`lane_of` took apart, for ``lanes`` lanes; the last one fills what is left."""
    import torch

    padded = [*states, *[states[-1]] * (lanes - len(states))]

    def cat(tensors: Sequence[Tensor]) -> Tensor:
        return torch.cat(list(tensors), dim=-1) if tensors[0].ndim else tensors[0]

    together: tuple[Tensor, Any] = _zipped(cat, padded)
    return together


def _zipped(function: Callable[[Sequence[Tensor]], Tensor], saved: Sequence[Any]) -> Any:
    """Apply ``function`` to the tensors that stand in the same place of nested tuples."""
    first = saved[0]
    if not isinstance(first, tuple):
        return function(saved)
    parts = [_zipped(function, each) for each in zip(*saved, strict=True)]
    return type(first)(*parts) if hasattr(first, "_fields") else tuple(parts)


def _setting(experiment: Experiment) -> tuple[str, ...]:
    """All that every run's numbers depend on, to the sign of a zero."""
    names = [field.name for field in fields(Experiment) if field.name not in UNSEEN]
    return tuple(repr(getattr(experiment, name)) for name in names)


def _numbers(experiment: Experiment, place: int) -> tuple[object, ...]:
    """All that the numbers of one run depend on besides."""
    run = experiment.runs[place]
    noise = experiment.noise
    by_place = not isinstance(run.declaration, Rule) or (noise is not None and not noise.shared)
    return repr(replace(run, label="", colour="")), place if by_place else None


def _fitted(past: Past, experiment: Experiment) -> Past | None:
    """The past as one of ``experiment``, or ``None`` if its rows do not fit there."""
    record, steps = past.record, experiment.steps
    enabled = sum(run.enabled for run in experiment.runs)
    stride = stride_for(steps, enabled, len(record.positions))
    if record.stride != stride or (record.steps != steps and stride > 1):
        return None
    if past.step >= steps and record.steps != steps:
        record = record.until(steps)
    if past.step > steps:
        return Past(steps, record, None)
    # Without a state it was cut short: its last step is known, the next one is not.
    return None if past.state is None and past.step < steps else replace(past, record=record)

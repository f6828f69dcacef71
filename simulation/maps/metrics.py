"""What a map can be coloured by. One computation gives all of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from simulation.errors import InputError, unknown
from simulation.maps.specification import Map

OUTCOMES = ("converged", "slow", "oscillating", "diverged")
"""What the numbers in the column ``outcome`` mean."""

RISES = 0.1
"""A run oscillates if its loss rose in at least this share of the steps."""

NOT_REACHED = -1
"""In a column of steps or of minima: there is none."""


@dataclass(frozen=True, slots=True)
class Metric:
    """One column of a map."""

    name: str
    title: str
    meaning: str
    """Exactly what it is, for the tooltip and the documentation."""
    kind: Literal["number", "steps", "category"]
    dtype: type[np.generic]
    scale: Literal["linear", "log"] = "linear"
    """How its colours are spread."""
    unit: str = ""
    needs: Literal["", "minimum", "minima"] = ""
    """What must be known of the objective: the value of its minimum, or where its minima are."""
    lower_is_better: bool | None = True
    """``None`` where neither is."""


METRICS: dict[str, Metric] = {
    metric.name: metric
    for metric in (
        Metric(
            "final_loss",
            "Final loss",
            "Loss after the last step; inf where the run diverged.",
            "number",
            np.float64,
            "log",
        ),
        Metric(
            "gap",
            "Gap to the minimum",
            "Final loss less the lowest loss there is; inf where the run diverged.",
            "number",
            np.float64,
            "log",
            needs="minimum",
        ),
        Metric(
            "steps_to_tolerance",
            "Steps to tolerance",
            "First step from which the gap stays at most the tolerance times the first gap, to "
            "the end; −1 if there is none.",
            "steps",
            np.int32,
            "log",
            unit="steps",
            needs="minimum",
        ),
        Metric(
            "rate",
            "Fitted rate",
            "Factor by which the distance to the minimum shrinks a step: exp of half the slope "
            "of ln(gap) against the step, by least squares through up to 32 evenly spaced "
            "steps, of which the first half and those at the limit of rounding are left out. "
            "Above 1 the run is leaving; nan if fewer than three points are left.",
            "number",
            np.float64,
            unit="per step",
            needs="minimum",
        ),
        Metric(
            "outcome",
            "Outcome",
            "Diverged: the loss or the position stopped being finite, or the loss ended above "
            "its first value. Converged: the gradient ended below a millionth of its first "
            "norm. Oscillating: neither, and the loss rose in a tenth of the steps or more. "
            "Slow: the rest.",
            "category",
            np.int8,
            lower_is_better=None,
        ),
        Metric(
            "diverged_at",
            "Step of divergence",
            "First step at which the loss or the position is not finite; −1 if there is none.",
            "steps",
            np.int32,
            "log",
            unit="steps",
            lower_is_better=None,
        ),
        Metric(
            "basin",
            "Minimum reached",
            "Which known minimum the run ended at, counted from 0: the nearest, if it is nearer "
            "than half of the way between the closest two, or than a twentieth of the view if "
            "there is one; −1 if there is none.",
            "category",
            np.int16,
            needs="minima",
            lower_is_better=None,
        ),
        Metric(
            "gradient_norm",
            "Final gradient",
            "Norm of the full gradient after the last step; inf where the run diverged.",
            "number",
            np.float64,
            "log",
        ),
        Metric(
            "path_length",
            "Path length",
            "Sum of the lengths of all steps; inf where the run diverged.",
            "number",
            np.float64,
            "log",
            lower_is_better=None,
        ),
        Metric(
            "overshoot",
            "Overshoot",
            "How far the loss climbed again at most above the lowest value it had reached before, "
            "as a share of the whole way from its first to its lowest value; inf where the run "
            "diverged or never came down.",
            "number",
            np.float64,
        ),
    )
}


def find_metric(name: str, map_: Map) -> Metric:
    """The metric called ``name``.

    Raises
    ------
    InputError
        If there is none, or the objective does not tell what it needs.
    """
    if name not in METRICS:
        raise InputError("metric", unknown(name, METRICS, "metric"))
    metric = METRICS[name]
    if not is_known(metric, map_):
        raise InputError(
            "metric",
            "{name} needs the minimum, which {objective} does not tell; give a target, or "
            "take final_loss",
            name=name,
            objective=map_.experiment.objective.id,
        )
    return metric


def is_known(metric: Metric, map_: Map) -> bool:
    """Whether a map's objective tells what a metric needs."""
    if metric.needs == "minimum" and map_.target is not None:
        return True
    return not metric.needs or bool(map_.experiment.objective.build().minima)

"""What a race searches for: which values of an optimizer, over what ranges."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import numpy as np

from simulation.errors import InputError
from simulation.experiment import Run
from simulation.optimizers.base import LEARNING_RATE, MOMENTUM
from simulation.parameters import Parameter, is_number
from simulation.seeds import generator

Array = np.ndarray[Any, np.dtype[Any]]
Range = tuple[float, float]
Edge = Literal["low", "high"]

TUNED = (LEARNING_RATE.name, "lr", MOMENTUM.name)
"""Hyperparameters that are searched for; others stay as the run has them."""
WIDER = 0.5
"""By which share of its width a range grows at the end where the best value was."""


def tuned(run: Run) -> dict[str, Parameter]:
    """The hyperparameters of a run of an experiment that are searched for, by name."""
    return {
        parameter.name: parameter
        for parameter in run.declaration.hyperparameters
        if parameter.name in TUNED
        and parameter.kind == "number"
        and parameter.slider is not None
        and run.hyperparameters[parameter.name] is not None
    }


def usual_range(parameter: Parameter) -> Range:
    """The range that is searched where nothing else is said: the slider's."""
    assert parameter.slider is not None
    low, high = parameter.slider
    return max(low, parameter.low), min(high, parameter.high)


def check_range(parameter: Parameter, given: Range, key: str) -> None:
    """Refuse a range that cannot be searched.

    Raises
    ------
    InputError
        If it is empty, leaves what the hyperparameter allows, or goes by factors from 0.
    """
    low, high = (parameter.check(end, key) for end in given)
    if not is_number(low) or not is_number(high) or not low < high:
        raise InputError(
            key,
            "from {low:g} to {high:g} is no range; give the smaller number first",
            low=low,
            high=high,
        )
    if parameter.scale == "log" and low <= 0:
        raise InputError(key, "a logarithmic range cannot begin at {low:g}; begin above 0", low=low)


def places(seed: int, budget: int, axis: int) -> Array:
    """Places on a range, 0 to 1, ``(budget,)``; the same for all optimizers."""
    drawn: Array = generator(seed, "race", "search", axis).random(budget)
    return drawn


def values_at(shares: Array, parameter: Parameter, searched: Range) -> Array:
    """The values at places on a range: evenly, or by factors where the slider goes by those."""
    low, high = searched
    if parameter.scale == "log":
        values: Array = low * (high / low) ** shares
    else:
        values = low + (high - low) * shares
    return values.clip(parameter.low, parameter.high)


def edges(
    tried: Mapping[str, Array],
    losses: Array,
    parameters: Mapping[str, Parameter],
    searched: Mapping[str, Range],
) -> dict[str, Edge]:
    """At which end of its range the best value of each hyperparameter was found, if at one.

    It was if no value that was tried lay beyond the best ones, and the range could go on there:
    then nothing tells that the loss would rise again.

    Parameters
    ----------
    tried
        Values by name, ``(values,)`` each.
    losses
        What each of them came to, ``(values,)``; inf for those that diverged.
    parameters, searched
        The hyperparameters of these names, and the ranges that were searched.
    """
    if not len(losses) or not np.isfinite(losses).any():
        return {}
    best = losses == losses.min()
    found: dict[str, Edge] = {}
    for name, values in tried.items():
        parameter, (low, high), at = parameters[name], searched[name], values[best]
        if values.min() == values.max():
            continue  # one value alone has no neighbour to be compared with
        if at.max() <= values.min() and low > parameter.low:
            found[name] = "low"
        elif at.min() >= values.max() and high < parameter.high:
            found[name] = "high"
    return found


def widened(parameter: Parameter, searched: Range, edge: Edge) -> Range:
    """A range that goes on beyond one of its ends, as far as the hyperparameter allows."""
    low, high = searched
    if parameter.scale == "log":
        factor = (high / low) ** WIDER
        grown = (low / factor, high) if edge == "low" else (low, high * factor)
    else:
        more = WIDER * (high - low)
        grown = (low - more, high) if edge == "low" else (low, high + more)
    return max(grown[0], parameter.low), min(grown[1], parameter.high)

"""What a race is: who takes part, with how much effort, and what is told of it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from simulation.errors import InputError, unknown
from simulation.experiment import Experiment
from simulation.maps.race_search import Edge, Range, check_range, tuned, usual_range, widened
from simulation.parameters import Parameter

EFFORT = tuple(
    Parameter(name, default, meaning, low=1, high=most, kind="integer")
    for name, default, most, meaning in (
        ("budget", 64, 100_000, "Values that every optimizer may try."),
        ("starts", 32, 100_000, "Fresh starts that the best values are run from."),
        ("seeds", 1, 1000, "Seeds of noise and minibatches that they are run with, from each."),
    )
)


@dataclass(frozen=True, slots=True)
class Race:
    """What is compared, and with how much effort.

    Parameters
    ----------
    experiment
        Objective, steps, noise and minibatches; its enabled runs take part.
    budget
        Values that every optimizer may try.
    starts, seeds
        Fresh starts, and seeds of noise and minibatches, over which they are ranked.
    ranges
        Ranges that are searched instead of the sliders', by the key of their hyperparameter,
        such as ``runs.0.learning_rate``.

    Raises
    ------
    InputError
        If a number is out of range, no run is enabled, or a range is of something that is not
        searched for.
    """

    experiment: Experiment
    budget: int = 64
    starts: int = 32
    seeds: int = 1
    ranges: Mapping[str, Range] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for parameter in EFFORT:
            parameter.check(getattr(self, parameter.name), parameter.name)
        if not any(run.enabled for run in self.experiment.runs):
            raise InputError("runs", "none is enabled; enable those that take part")
        searched = {
            race_key(index, name): parameter
            for index, run in enumerate(self.experiment.runs)
            if run.enabled
            for name, parameter in tuned(run).items()
        }
        for key, given in self.ranges.items():
            if key not in searched:
                raise InputError(key, unknown(key, searched, "value that is searched for"))
            check_range(searched[key], given, key)

    def searched(self, index: int) -> dict[str, Range]:
        """The ranges that are searched for the values of a run, by name."""
        return {
            name: self.ranges.get(race_key(index, name), usual_range(parameter))
            for name, parameter in tuned(self.experiment.runs[index]).items()
        }

    def widened(self, finishes: Sequence[Finish]) -> Race:
        """The same with wider ranges, where the best values lay at the edge of theirs."""
        ranges = dict(self.ranges)
        for finish in finishes:
            parameters = tuned(self.experiment.runs[finish.run])
            for name, edge in finish.edges.items():
                wider = widened(parameters[name], finish.searched[name], edge)
                ranges[race_key(finish.run, name)] = wider
        return replace(self, ranges=ranges)


def race_key(run: int, name: str) -> str:
    """The key of a hyperparameter in the experiment file."""
    return f"runs.{run}.{name}"


@dataclass(frozen=True, slots=True)
class Finish:
    """How one optimizer did."""

    run: int
    """Its place in the experiment."""
    optimizer: str
    """The run's label, or what its optimizer is called."""
    values: dict[str, float]
    """What was found for the hyperparameters that were searched for."""
    median_loss: float
    """Of the final losses from all starts and seeds, those that diverged counted as inf."""
    low_loss: float
    high_loss: float
    """Quartiles of the same."""
    diverged: int
    runs: int
    """How many were run, all starts and seeds."""
    lost_while_searching: float
    """Share of the values tried that diverged from at least one start."""
    losses: tuple[float, ...] = ()
    """Final losses, rising; those that diverged are inf."""
    reached: int | None = None
    """How many came within a thousandth of their first gap to the minimum, to stay there; not
    known where the objective does not tell its minimum."""
    median_steps: float | None = None
    """Steps that took, the median of all runs; ``None`` if the half of them never did."""
    searched: Mapping[str, Range] = field(default_factory=dict)
    """The ranges that the values were searched over."""
    edges: Mapping[str, Edge] = field(default_factory=dict)
    """Values at the end of their range, and which end: a better one may lie beyond."""
    least: float = -math.inf
    """Losses up to this one are the minimum's to rounding."""

    @property
    def standing(self) -> tuple[float, ...]:
        """What ranks optimizers, the lowest first.

        The median of the final losses, then their upper quartile, losses that differ by rounding
        alone counting as equal; then the steps to the tolerance, and how many diverged.
        """
        steps = math.inf if self.median_steps is None else self.median_steps
        middle, high = (max(loss, self.least) for loss in (self.median_loss, self.high_loss))
        return middle, high, steps, self.diverged


@dataclass
class Watch:
    """Lets somebody follow a race, and end it.

    Parameters
    ----------
    tell
        Called with each optimizer's finish as soon as it is known.
    progress
        Called with the share of the whole race that is over, 0 to 1.
    wanted
        Asked every few steps whether anybody still waits for the result.
    """

    tell: Callable[[Finish], None] = lambda _: None
    progress: Callable[[float], None] = lambda _: None
    wanted: Callable[[], bool] = lambda: True
    lanes: int = 0
    """Runs in all."""
    done: int = 0
    """Runs that are over."""

    def pass_by(self, lanes: int) -> None:
        """Take note of runs that are over."""
        self.done += lanes
        self.progress(self.done / self.lanes)

"""The programs of all experiments; what a slider changes is no part of a program."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from simulation.engine.replay.replays import Replays

if TYPE_CHECKING:
    from simulation.experiment import Experiment

PROGRAMS = Replays()


def function_name(experiment: Experiment) -> Hashable:
    """The same for the same objective and dtype only, wherever the runs start."""
    choice = experiment.objective
    return (choice.id, repr(sorted(choice.parameters.items())), experiment.dtype)

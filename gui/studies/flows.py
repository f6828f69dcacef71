"""What several pages ask of a run and its flow."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from gui.frames import Frame
from gui.worker.background import Wanted
from simulation.engine.history import Record
from simulation.experiment import Experiment, Run
from simulation.objectives.base import Objective
from simulation.theory.flow_paths import FlowPath, flow_beside
from simulation.theory.motions import motion_of
from simulation.theory.placing import placed_objective

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True)
class FlowKey:
    """All that a flow depends on; equal keys have the same flow."""

    experiment: Experiment
    """With one run, and nothing that flows do not know."""

    @classmethod
    def of(cls, experiment: Experiment, run: int) -> FlowKey:
        """The key of one run."""
        bare = replace(experiment.runs[run], label="", colour="", enabled=True)
        return cls(
            replace(
                experiment,
                objective=replace(experiment.objective, start=experiment.start),
                runs=(bare,),
                seed=0,
                starts=None,
                noise=None,
                batch_size=None,
                batch_size_schedule=None,
                dtype="float64",
                device="cpu",
                title="",
            )
        )

    @property
    def run(self) -> Run:
        """The run."""
        return self.experiment.runs[0]

    @property
    def objective(self) -> tuple[str, Mapping[str, Any]]:
        """Which objective it is of, wherever it starts."""
        return self.experiment.objective.id, self.experiment.objective.parameters

    @property
    def start(self) -> Array:
        """Shape ``(dim,)``."""
        return np.array(self.experiment.start)

    def placed(self) -> Objective:
        """The objective, ready to be evaluated; may read data."""
        return placed_objective(self.experiment.objective)

    def follow(self, wanted: Wanted) -> FlowPath | None:
        """The flow of the run, if it has one; pages that ask for the same one get the same."""
        motion = motion_of(self.run)
        if isinstance(motion, str):
            return None
        with _lock:
            known = [path for key, path in _recent if key == self]
        if known:
            return known[0]
        path = flow_beside(motion, self.placed(), self.start, self.experiment.steps, wanted)
        if wanted():  # else it may not be whole
            with _lock:
                _recent.append((self, path))
        return path


MOST_RECENT = 24
"""Flows that are kept for who asks next."""

_recent: deque[tuple[FlowKey, FlowPath]] = deque(maxlen=MOST_RECENT)
_lock = threading.Lock()
"""Windows have a thread each."""


def record_of(frame: Frame | None, experiment: Experiment, run: int) -> Record | None:
    """The record of a run, if the frame is that experiment's and there is something in it."""
    if frame is None or frame.experiment != experiment:
        return None
    record = frame.history.records[run]
    return record if len(record) else None


def is_noisy(experiment: Experiment) -> bool:
    """Whether gradients are not those of the objective itself."""
    return experiment.noise is not None or experiment.batch_size is not None

"""The experiment that a command is about."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

from simulation import files
from simulation.errors import InputError
from simulation.experiment import Experiment
from simulation.presets import find_preset, read_bare


def read_experiment(name: str, assignments: Sequence[str]) -> Experiment:
    """A preset by its id, or a file, after ``KEY=VALUE`` assignments.

    Raises
    ------
    InputError
        If there is none, or a value cannot be used.
    """
    path = Path(name)
    if path.suffix == ".toml" or _is_file(path):
        document = read_bare(path)
    else:
        document = files.to_document(find_preset(name).experiment)
    given = deepcopy(document)
    for assignment in assignments:
        files.set_key(document, assignment)
    experiment = files.from_document(document)
    return _truly_labelled(experiment, given) if assignments else experiment


def _truly_labelled(experiment: Experiment, given: dict[str, Any]) -> Experiment:
    """The experiment without labels that tell of values which were assigned anew."""
    try:
        before = files.from_document(given).runs
    except InputError:  # only the assignments made it an experiment
        return experiment
    pairs = zip(experiment.runs, before, strict=False)
    runs = tuple(run.relabelled_after(old) for run, old in pairs)
    return replace(experiment, runs=runs + experiment.runs[len(runs) :])


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name too long for one
        return False

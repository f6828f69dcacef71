"""The experiment that a command is about."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from simulation import files
from simulation.experiment import Experiment
from simulation.presets import find_preset, strip_lesson


def read_experiment(name: str, assignments: Sequence[str]) -> Experiment:
    """A preset by its id, or a file, after ``KEY=VALUE`` assignments.

    Raises
    ------
    InputError
        If there is none, or a value cannot be used.
    """
    path = Path(name)
    if path.suffix == ".toml" or _is_file(path):
        document = files.read_document(path)
        strip_lesson(document)
    else:
        document = files.to_document(find_preset(name).experiment)
    for assignment in assignments:
        files.set_key(document, assignment)
    return files.from_document(document)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name too long for one
        return False

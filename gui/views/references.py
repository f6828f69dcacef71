"""Numbers that a text prints for a preset, as marks in the curves."""

from __future__ import annotations

import re
from dataclasses import dataclass

from simulation.experiment import Experiment
from simulation.presets import Preset, Published, find_preset


@dataclass(frozen=True, slots=True)
class Reference:
    """A number printed for one step of one run."""

    run: int
    step: int
    quantity: str
    """Which of the quantities that can be plotted."""
    value: float
    printed: str
    """The number as people read it."""


def published_for(preset_id: str | None, experiment: Experiment) -> list[Reference]:
    """What is published for an experiment, as long as it is its preset's."""
    preset = None if preset_id is None else find_preset(preset_id)
    if preset is None or preset.experiment != experiment:
        return []
    return references(preset)


def references(preset: Preset) -> list[Reference]:
    """What is published for ``preset`` and has a place in a curve."""
    steps, dim = preset.experiment.steps, len(preset.experiment.start)
    found = []
    for entry in preset.published:
        placed = _placed(entry, dim)
        if placed is not None:
            step = steps if entry.step < 0 else entry.step
            printed = f"{entry.value:.10g}".replace("-", "−")
            found.append(Reference(entry.run, step, *placed, printed))
    return found


def _placed(entry: Published, dim: int) -> tuple[str, float] | None:
    """The quantity that an entry is a value of, and the value in its curve."""
    if entry.quantity == "loss":
        return "loss", entry.value
    if position := re.fullmatch(r"x([1-9]\d*)", entry.quantity):
        return f"x{int(position[1]) - 1}", entry.value
    if entry.quantity == "grad1" and dim == 1:
        return "gradient-norm", abs(entry.value)
    return None

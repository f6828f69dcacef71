"""Hyperparameters that change, and noise, as expressions of a script."""

from __future__ import annotations

import keyword

import numpy as np

from simulation.experiment import Run
from simulation.export.sources import Sources
from simulation.noise import Noise
from simulation.optimizers.base import LEARNING_RATE, MOMENTUM
from simulation.schedules import Schedule

STEPS = "np.arange(STEPS, dtype=np.float64)"


def values(run: Run, name: str, sources: Sources) -> str:
    """Values of a scheduled hyperparameter, an array ``(STEPS,)``."""
    base = float(run.hyperparameters[name])
    found = factors(run.driving_schedule(name), STEPS, sources)
    if run.keeps_friction(name):
        return f"1 - (1 - {base!r}) * np.sqrt({found})"
    return f"{base!r} * {found}"


def factors(schedule: Schedule, steps: str, sources: Sources) -> str:
    """Call of a schedule's function for ``steps``, itself an expression."""
    function = schedule.declaration.factors
    assert function is not None
    arguments = [steps]
    for name, value in schedule.parameters.items():
        word = keyword.iskeyword(name)
        arguments.append(f"**{{{name!r}: {value!r}}}" if word else f"{name}={value!r}")
    if schedule.parts:
        parts = ", ".join(f"lambda t: {factors(part, 't', sources)}" for part in schedule.parts)
        arguments.append(f"parts=[{parts}]")
    return f"{sources.add(function)}({', '.join(arguments)})"


def strength(noise: Noise, run: Run) -> str:
    """Strength of the noise of each step: a number, or an array ``(STEPS, 1)``."""
    changing = {LEARNING_RATE.name, MOMENTUM.name} & run.schedules.keys()
    if noise.kind in ("gaussian", "linear") or not changing:
        return repr(float(noise.deviations(run, np.zeros(1))[0]))
    kept = _at(run, MOMENTUM.name) if noise.kind == "kramers" else "0.0"
    rate = _at(run, LEARNING_RATE.name)
    # Where the learning rate is 0, nothing moves.
    return (
        f"np.array([{noise.sigma!r} * (2 * (1 - kept) / rate) ** 0.5 if rate else 0.0 "
        f"for rate, kept in np.broadcast({rate}, {kept})])[:, None]"
    )


def _at(run: Run, name: str) -> str:
    return f"{name}_at" if name in run.schedules else repr(float(run.hyperparameters[name]))

"""What a heat bath is made of, and the settings that an experiment asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from simulation.errors import InputError
from simulation.experiment import SEED, Experiment
from simulation.objectives.base import Objective
from simulation.parameters import Parameter
from simulation.theory.langevin import Dynamics
from simulation.theory.placing import gradients_at, losses_at

Array = np.ndarray[Any, np.dtype[Any]]

HEATED = ("langevin", "kramers")
"""Kinds of noise that have a temperature."""
DESCENT = "gradient-descent"
BALLS_OF = ("momentum", "momentum-displacement")
EQUATIONS = ("langevin", "kramers")
STARTS = ("start point", "stationary density")

SIGMA = Parameter(
    "sigma",
    0.5,
    "Strength of the noise; its square is the temperature.",
    low=0.0,
    high=1e6,
    slider=(1e-2, 10.0),
    scale="log",
    symbol="σ",
)
STEP = Parameter(
    "step",
    0.01,
    "Time that one step stands for; without friction it is the learning rate.",
    low=1e-9,
    high=1e6,
    slider=(1e-4, 1.0),
    scale="log",
    symbol="γ",
)
FRICTION = Parameter(
    "friction",
    1.0,
    "Drag on the balls; friction × step is at most 2. Momentum 0 is Langevin's equation.",
    low=1e-6,
    high=1e6,
    slider=(1e-2, 10.0),
    scale="log",
    symbol="λ",
)
BALLS = Parameter(
    "balls",
    10_000,
    "How many there are; more make a smoother histogram and fewer frames.",
    low=1,
    high=1_000_000,
    slider=(1000, 1_000_000),
    scale="log",
    kind="integer",
)
STEPS_SHARE = 0.05
NEARBY = 1e-5
"""Distance, as a share of a position, over which curvature is measured."""
LARGEST = 1e12
PARAMETERS = {each.name: each for each in (SIGMA, STEP, FRICTION, BALLS, SEED)}


@dataclass(frozen=True, slots=True)
class BathSettings:
    """What an ensemble is made of.

    ``equation`` is one of :data:`EQUATIONS`; ``friction`` is used by Kramers' only.
    ``start`` is one of :data:`STARTS`.
    """

    equation: str = "langevin"
    sigma: float = SIGMA.default
    step: float = STEP.default
    friction: float = FRICTION.default
    balls: int = BALLS.default
    seed: int = SEED.default
    start: str = STARTS[0]

    @property
    def dynamics(self) -> Dynamics:
        """Law of motion, or ``InputError``."""
        return Dynamics(
            self.sigma, self.step, self.friction if self.equation == "kramers" else None
        )


def is_heated(experiment: Experiment) -> bool:
    """Whether the experiment's own noise has a temperature."""
    return experiment.noise is not None and experiment.noise.kind in HEATED


def dynamics_of(experiment: Experiment, run: int, sigma: float) -> Dynamics | None:
    """The law that a run obeys with noise of the strength ``sigma``, if it is known."""
    chosen = experiment.runs[run]
    values = chosen.hyperparameters
    if chosen.optimizer not in (DESCENT, *BALLS_OF):
        return None
    momentum = values["momentum"] if chosen.optimizer in BALLS_OF else 0.0
    try:
        return Dynamics.of_optimizer(sigma, values["learning_rate"], momentum)
    except InputError:  # without friction, or standing still
        return None


def settings_of(experiment: Experiment, run: int, before: BathSettings) -> BathSettings:
    """Settings that follow an experiment; what it does not say stays as it was."""
    settings = replace(before, seed=experiment.seed)
    if experiment.noise is not None and is_heated(experiment):
        settings = replace(settings, sigma=experiment.noise.sigma)
    dynamics = dynamics_of(experiment, run, settings.sigma)
    if dynamics is None:
        return settings
    settings = replace(settings, step=dynamics.step)
    if dynamics.friction is None:
        return replace(settings, equation="langevin")
    return replace(settings, equation="kramers", friction=dynamics.friction)


def suggested(objective: Objective, start: Sequence[float]) -> tuple[float, float]:
    """σ and γ with which balls neither stick to the bottom nor leave the picture.

    The temperature is a tenth of the height of the start over the lowest known minimum, the
    step a twentieth of one over the greatest curvature there and at the start.

    Parameters
    ----------
    objective
        Placed on the CPU in float64.
    start
        Of the balls, ``(dim,)``.
    """
    points = [np.array(start)]
    if objective.minima:
        points.append(np.array(objective.minima[0].position))
    steepest = max(_curvature(objective, point) for point in points)
    step = _rounded(STEPS_SHARE / steepest) if 0 < steepest < LARGEST else STEP.default
    if not objective.minima:
        return SIGMA.default, step
    height = float(losses_at(objective, points[0][:, None])[0]) - objective.minima[0].value
    sigma = _rounded((height / 10) ** 0.5) if 0 < height < LARGEST else SIGMA.default
    return sigma, step


def _rounded(number: float) -> float:
    return float(f"{number:.2g}")


def _curvature(objective: Objective, point: Array) -> float:
    """Largest absolute eigenvalue of the Hessian, from differences of the gradient."""
    near = NEARBY * (1 + np.abs(point))
    sides = [point[:, None] + sign * np.diag(near) for sign in (1, -1)]
    ahead, behind = (gradients_at(objective, each) for each in sides)
    hessian = (ahead - behind) / (2 * near)
    return float(np.linalg.norm(hessian, 2)) if np.isfinite(hessian).all() else float("inf")

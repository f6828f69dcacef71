"""Noise on gradients: what is drawn, how strong, and that it can be drawn again.

Every kind adds σₜ ξ to the gradient that a step sees, ξ ~ N(0, 1) for each coordinate. Only
the strength σₜ differs. The recorded loss and gradient stay those of the objective itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from simulation.errors import InputError, unknown
from simulation.parameters import Parameter, check_fields
from simulation.seeds import generator
from simulation.wording import all_of

Array = np.ndarray[Any, np.dtype[Any]]


class Run(Protocol):
    """What noise needs to know of a run."""

    @property
    def optimizer(self) -> str:
        """Name of the optimizer."""

    def values(self, name: str, steps: Array) -> Array:
        """Hyperparameter ``name`` in force for ``steps``, ``(n,)``."""


BLOCK = 256
"""Steps whose noise is drawn at once, from a generator of their own: any step's noise can be
had without that of the steps before it."""

KINDS = {
    "gaussian": "σₜ = σ",
    "linear": "σₜ = σ / √draws: the gradient of u·x, u the mean of so many normal vectors",
    "langevin": "σₜ = σ √(2/η): gradient descent becomes dθ = −∇L dt + √2 σ dW",
    "kramers": "σₜ = σ √(2(1−β)/η): momentum becomes θ̈ + λθ̇ = −∇L + √(2λ) σ dW/dt",
}
"""Kinds of noise and their strength; η is the learning rate and β the momentum in force.

Langevin and Kramers noise keep the temperature σ² whatever the step size is (Su Jianlin 2018,
with the factors that he leaves out). The Kramers strength is for the accumulated and the
displacement form, whose friction λ and time step γ follow from η = γ²/(1 + λγ/2) and
β = (1 − λγ/2)/(1 + λγ/2); with β = 0 it is the Langevin strength.
"""

KRAMERS_OPTIMIZERS = ("momentum", "momentum-displacement")

PARAMETERS = (
    Parameter("kind", "gaussian", "What sets the strength.", kind="choice", choices=tuple(KINDS)),
    Parameter(
        "sigma",
        1.0,
        "Strength; for Langevin and Kramers noise its square is the temperature.",
        low=0.0,
        high=1e12,
        slider=(1e-3, 10.0),
        scale="log",
        symbol="σ",
    ),
    Parameter(
        "draws",
        1,
        "Normal vectors that linear noise averages, as a batch of so many examples would.",
        low=1,
        high=1_000_000,
        slider=(1, 1000),
        scale="log",
        kind="integer",
    ),
    Parameter("shared", True, "Whether all runs get the same noise, or each its own.", kind="flag"),
)


@dataclass(frozen=True, slots=True)
class Noise:
    """Noise on the gradients of an experiment.

    Raises
    ------
    InputError
        If a value is not allowed.
    """

    kind: str = "gaussian"
    sigma: float = 1.0
    draws: int = 1
    shared: bool = True

    def __post_init__(self) -> None:
        if isinstance(self.kind, str) and self.kind not in KINDS:
            raise InputError("noise.kind", unknown(self.kind, KINDS, "kind of noise"))
        check_fields(self, PARAMETERS, "noise")

    def check_run(self, run: Run, key: str) -> None:
        """Raise ``InputError`` if the strength has no meaning for this run's optimizer."""
        if self.kind == "langevin" and run.optimizer != "gradient-descent":
            raise InputError(
                key,
                "Langevin noise is for gradient-descent, not {optimizer}; "
                "take kramers or gaussian noise, or another optimizer",
                optimizer=run.optimizer,
            )
        if self.kind == "kramers" and run.optimizer not in KRAMERS_OPTIMIZERS:
            raise InputError(
                key,
                "Kramers noise is for {names}, not {optimizer}; "
                "take gaussian noise, or another optimizer",
                names=all_of(KRAMERS_OPTIMIZERS),
                optimizer=run.optimizer,
            )

    def deviations(self, run: Run, steps: Array) -> Array:
        """Strength σₜ of the noise of each step, ``(n,)``; a step that stands still has none."""
        if self.kind == "gaussian":
            return np.full(len(steps), self.sigma)
        if self.kind == "linear":
            return np.full(len(steps), self.sigma / self.draws**0.5)
        learning_rate = run.values("learning_rate", steps)
        kept = run.values("momentum", steps) if self.kind == "kramers" else 0.0
        with np.errstate(divide="ignore"):
            strength = self.sigma * np.sqrt(2 * (1 - kept) / learning_rate)
        return np.where(learning_rate > 0, strength, 0.0)


class Kicks:
    """The noise of some runs, step by step.

    Parameters
    ----------
    noise, seed
        What to draw, from which seed.
    runs
        The runs and their places in the experiment, which tell their noise apart.
    dim
        Coordinates of a position.
    """

    def __init__(self, noise: Noise, seed: int, runs: Sequence[tuple[int, Run]], dim: int) -> None:
        self._noise = noise
        self._seed = seed
        self._runs = runs
        self._dim = dim
        self._cache: tuple[int, Array] = (-1, np.empty(0))

    def steps(self, first: int, count: int) -> Array:
        """What is added to the gradients of ``count`` steps: ``(count, dim, runs)``."""
        numbers = np.arange(first, first + count)
        normal = np.concatenate(
            [
                self._block(block)[
                    max(first - block * BLOCK, 0) : max(first + count - block * BLOCK, 0)
                ]
                for block in range(first // BLOCK, (first + count - 1) // BLOCK + 1)
            ]
        )
        strength = [self._noise.deviations(run, numbers) for _, run in self._runs]
        kicks: Array = normal * np.stack(strength, axis=1)[:, None, :]
        return kicks

    def _block(self, block: int) -> Array:
        """Normal draws of one block, ``(BLOCK, dim, runs)``."""
        if self._cache[0] != block:
            shape = (BLOCK, self._dim)
            if self._noise.shared:
                draws = generator(self._seed, "noise", block).standard_normal(shape)
                drawn = np.repeat(draws[:, :, None], len(self._runs), axis=2)
            else:
                drawn = np.stack(
                    [
                        generator(self._seed, "noise", block, place).standard_normal(shape)
                        for place, _ in self._runs
                    ],
                    axis=2,
                )
            self._cache = (block, drawn)
        return self._cache[1]

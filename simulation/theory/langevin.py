"""Gradient descent and momentum in a heat bath: Langevin's and Kramers' equations in steps."""

from __future__ import annotations

import math
from dataclasses import dataclass

from simulation.errors import InputError
from simulation.theory.friction import to_dynamics, to_optimizer


@dataclass(frozen=True, slots=True)
class Dynamics:
    """A stochastic differential equation and the step with which it is followed.

    Without friction it is Langevin's, dθ = −∇L dt + √2 σ dW, by Euler–Maruyama, and γ is the
    learning rate. With friction λ it is Kramers', θ̈ + λθ̇ = −∇L + √(2λ) σ Ẇ, by the leapfrog
    that momentum is (Brünger, Brooks & Karplus 1984)::

        (w₊ − w₋) / γ = −∇L(θ) − λ (w₊ + w₋) / 2 + √(2λ/γ) σ ξ,    θ ← θ + γ w₊

    Both are one rule, with u = γ w₊ and ξ ~ N(0, 1) for each coordinate and step::

        u ← β u − α ∇L(θ) + σ √(2 α (1 − β)) ξ,    θ ← θ + u

    Both leave the density ∝ exp(−L/σ²) in θ as γ → 0: its moments are off by O(γ) with
    Euler–Maruyama and by O(γ²) with the leapfrog. Su Jianlin 2018 gives the equations without
    the √2 and √(2λ); with these, and no others, the temperature is σ².

    Parameters
    ----------
    sigma
        σ, the square root of the temperature; not negative.
    step
        γ, the time that one step stands for; positive.
    friction
        λ, positive; ``None`` for Langevin's equation.

    Raises
    ------
    InputError
        If a number is out of range, or the momentum would be negative.
    """

    sigma: float
    step: float
    friction: float | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.sigma < math.inf:
            raise InputError("sigma", "give a number that is not negative")
        if not 0 < self.step < math.inf:
            raise InputError("step", "give a positive number")
        if self.friction is not None:
            if not 0 < self.friction < math.inf:
                raise InputError("friction", "give a positive number")
            to_optimizer(self.friction, self.step)  # which refuses what is too much of it

    @classmethod
    def of_optimizer(cls, sigma: float, learning_rate: float, momentum: float) -> Dynamics:
        """What an optimizer follows; Langevin's equation if its momentum is 0.

        Raises
        ------
        InputError
            If the momentum is not in [0, 1): with 1 there is no friction and no temperature.
        """
        if momentum == 0:
            return cls(sigma, learning_rate)
        if not 0 < momentum < 1:
            raise InputError("momentum", "give a number from 0 to less than 1")
        friction, step = to_dynamics(learning_rate, momentum)
        return cls(sigma, step, friction)

    @property
    def temperature(self) -> float:
        """σ²."""
        return self.sigma * self.sigma

    @property
    def learning_rate(self) -> float:
        """α; the step itself for Langevin's equation."""
        return self._optimizer[0]

    @property
    def momentum(self) -> float:
        """β; 0 for Langevin's equation."""
        return self._optimizer[1]

    @property
    def kick(self) -> float:
        """Standard deviation of what noise adds to each coordinate in a step."""
        return self.sigma * math.sqrt(2 * self.learning_rate * (1 - self.momentum))

    @property
    def _optimizer(self) -> tuple[float, float]:
        if self.friction is None:
            return self.step, 0.0
        return to_optimizer(self.friction, self.step)

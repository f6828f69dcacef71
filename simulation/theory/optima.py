"""The learning rate and momentum that shrink errors fastest on a given spectrum."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np

from simulation.experiment import Run
from simulation.optimizers.base import LEARNING_RATE, MOMENTUM
from simulation.theory.probing import NoRecursion, recursion_of, rule_of
from simulation.theory.spectra import FLAT
from simulation.theory.stability import Family, family_of, worst_rates

Array = np.ndarray[Any, np.dtype[Any]]

Reason = Literal["foreign", "bends", "changes", "scheduled", "flat", "none"]
"""Why there is no best value: see ``NoRecursion``; a schedule sets it; a curvature is not
positive, so that nothing brings its direction home; or nothing is known to set."""

CANDIDATES = 33
"""Learning rates that are compared at once."""
ROUNDS = 9
MOMENTA, PASSES = 17, 14
"""Momenta that are compared at once, and how often those around the best are looked at
closer, eight times each: to 2e-13."""
MOST_CURVATURES = 64
REACH = (0.1, 40.0)
"""Learning rates looked at, as multiples of 1/λ_max and of √κ/λ_max: the best one of
heavy ball is below 4/λ_max, of averages that weigh (1 − β) below √κ/λ_max."""


@dataclass(frozen=True, slots=True)
class Optimum:
    """The fastest values, and how fast they are."""

    learning_rate: float
    momentum: float
    rate: float


def fastest(family: Family, eigenvalues: Array, *, fixed_momentum: float | None = None) -> Optimum:
    """Minimise the largest spectral radius over the spectrum.

    For heavy ball this finds η = (2/(√λ_min + √λ_max))² and β = ((√κ − 1)/(√κ + 1))²
    (Polyak 1964), for gradient descent 2/(λ_min + λ_max), for Nesterov's look-ahead
    4/(3 λ_max + λ_min) (Lessard, Recht & Packard 2016, table 1); being a search, it serves every
    other linear rule as well. For each of many learning rates the best momentum is found
    by looking closer and closer: the radius falls up to critical damping of the flattest
    direction and rises after it. So is then the best learning rate.

    Parameters
    ----------
    family
        The method.
    eigenvalues
        All positive.
    fixed_momentum
        Search the learning rate alone.
    """
    curvatures = _few(eigenvalues)
    low, high = float(curvatures[0]), float(curvatures[-1])
    left = float(np.log(REACH[0] / high))
    right = float(np.log(REACH[1] * np.sqrt(high / low) / high))
    for _ in range(ROUNDS):
        grid = np.linspace(left, right, CANDIDATES)
        _, rates = _best_momenta(family, np.exp(grid), curvatures, fixed_momentum)
        best = int(rates.argmin())
        left, right = float(grid[max(best - 1, 0)]), float(grid[min(best + 1, CANDIDATES - 1)])
    # As many digits as the search has found.
    learning_rate = float(f"{np.exp((left + right) / 2):.9g}")
    momenta, rates = _best_momenta(family, np.array([learning_rate]), curvatures, fixed_momentum)
    return Optimum(learning_rate, float(momenta[0]), float(rates[0]))


def _best_momenta(
    family: Family, learning_rates: Array, curvatures: Array, fixed: float | None
) -> tuple[Array, Array]:
    """The best momentum for each learning rate, and its rate: ``(n,)`` each."""
    if fixed is not None:
        momenta = np.full(len(learning_rates), fixed)
        return momenta, worst_rates(family, learning_rates, momenta, curvatures)

    places = np.linspace(0, 1, MOMENTA)
    low, high = np.zeros((len(learning_rates), 1)), np.ones((len(learning_rates), 1))
    rows = np.arange(len(learning_rates))
    for _ in range(PASSES):
        momenta = low + (high - low) * places
        flat = np.repeat(learning_rates, MOMENTA), momenta.ravel()
        rates = worst_rates(family, *flat, curvatures).reshape(momenta.shape)
        best = rates.argmin(axis=1)
        low = momenta[rows, np.maximum(best - 1, 0), None]
        high = momenta[rows, np.minimum(best + 1, MOMENTA - 1), None]
    return momenta[rows, best], rates[rows, best]


def _few(eigenvalues: Array) -> Array:
    """Distinct eigenvalues, evenly thinned where there are many; both ends stay."""
    distinct = np.unique(eigenvalues)
    places = np.linspace(0, len(distinct) - 1, min(len(distinct), MOST_CURVATURES))
    few: Array = distinct[places.round().astype(int)]
    return few


def best_for(run: Run, eigenvalues: Array) -> Optimum | Reason:
    """The fastest learning rate and momentum of a run's method, its other values as they are."""
    recursion = recursion_of(run)
    if isinstance(recursion, NoRecursion):
        return recursion.reason
    if {LEARNING_RATE.name, MOMENTUM.name} & set(run.schedules):
        return "scheduled"
    if not eigenvalues[0] > FLAT * abs(eigenvalues[-1]):
        return "flat"
    rule = rule_of(run.declaration)
    family = None if rule is None else family_of(rule, run.hyperparameters)
    if family is None or rate_is_lost(family):
        return "none"
    has_momentum = MOMENTUM.name in run.hyperparameters
    return fastest(family, eigenvalues, fixed_momentum=None if has_momentum else 0.0)


def rate_is_lost(family: Family) -> bool:
    """Whether the method climbs, however it is set: torch's SGD can be told to maximize."""
    small = np.array([1e-3])
    return bool(worst_rates(family, small, np.array([0.0]), np.array([1.0]))[0] >= 1)


def with_optimum(run: Run, optimum: Optimum) -> Run:
    """The run with the fastest values."""
    values = {LEARNING_RATE.name: optimum.learning_rate, MOMENTUM.name: optimum.momentum}
    known = {name: value for name, value in values.items() if name in run.hyperparameters}
    return replace(run, hyperparameters={**run.hyperparameters, **known})

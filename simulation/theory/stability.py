"""Where in the plane of learning rate and momentum a method is stable, and how fast."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from simulation.errors import InputError
from simulation.optimizers.base import LEARNING_RATE, MOMENTUM, Rule
from simulation.optimizers.momentum import MOMENTUM_ACCUMULATED
from simulation.optimizers.nesterov import NESTEROV, NESTEROV_MIDPOINT
from simulation.theory.linear_forms import rate, roots
from simulation.theory.probing import NoRecursion, later_form, probe
from simulation.theory.regimes import regimes

Array = np.ndarray[Any, np.dtype[Any]]
Form = Literal["heavy-ball", "look-ahead", "midpoint", "implicit"]
Family = Callable[[Array, Array, Array], Array]
"""Learning rates ``(n,)``, momenta ``(n,)`` and curvatures ``(k,)`` to R, ``(n, k, m, m)``."""


TRIED = np.array([0.1]), np.array([0.5])
"""A learning rate and a momentum with which a rule shows whether it is linear."""


@dataclass(frozen=True, slots=True)
class Textbook:
    """What is known in closed form of a method on one eigenvalue, by a = ηλ and β."""

    limit: Callable[[Array], Array]
    """β to the largest stable ηλ."""
    critical: Callable[[Array], Array]
    """ηλ to the β of critical damping; nan where no β makes the roots one."""


def _critical_heavy_ball(a: Array) -> Array:
    curve: Array = (1 - np.sqrt(a)) ** 2
    return curve


def _critical_look_ahead(a: Array) -> Array:
    root = np.sqrt(a)
    return np.where(a <= 1, (1 - root) / (1 + root), np.nan)


def _critical_midpoint(a: Array) -> Array:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(a < 2, (1 - np.sqrt(a)) ** 2 / (1 - a / 2), np.nan)


def _critical_implicit(a: Array) -> Array:
    curve: Array = (1 + a / 2) * (1 - np.sqrt(a / (1 + a / 2))) ** 2
    return curve


TEXTBOOK: Mapping[Form, Textbook] = {
    "heavy-ball": Textbook(lambda beta: 2 + 2 * beta, _critical_heavy_ball),
    "look-ahead": Textbook(lambda beta: (2 + 2 * beta) / (1 + 2 * beta), _critical_look_ahead),
    "midpoint": Textbook(lambda beta: 2 + 0 * beta, _critical_midpoint),
    "implicit": Textbook(lambda beta: np.inf + 0 * beta, _critical_implicit),
}
"""From the characteristic polynomials, s² − T s + D with a = ηλ:

============  ==========================  ==============
form          T                           D
============  ==========================  ==============
heavy ball    1 + β − a                   β
look-ahead    (1 + β)(1 − a)              β (1 − a)
midpoint      1 + β (1 − a/2) − a         β (1 − a/2)
implicit      1 + (β − a) / (1 + a/2)     β / (1 + a/2)
============  ==========================  ==============

Stable is what has abs(T) < 1 + D and abs(D) < 1 (Jury); critical what has T² = 4 D.
Sources: Polyak 1964; Nesterov 1983; Su Jianlin 2018, equations 17 to 20 for the last two.
"""


def implicit(learning_rates: Array, momenta: Array, curvatures: Array) -> Array:
    """R of Su Jianlin's implicit midpoint scheme, equations (17) to (19), a :data:`Family`.

    v′ = β v − α ∇L((θ + θ′)/2), θ′ = θ + v′. Solving it takes an equation a step, which is why
    nobody runs it; on a quadratic it is v′ = (β v − αλ θ) / (1 + αλ/2).
    """
    step = learning_rates[:, None] * curvatures
    share = 1 / (1 + step / 2)
    kept = momenta[:, None] * share
    pulled = -step * share
    rows = [np.stack([kept, pulled], -1), np.stack([kept, 1 + pulled], -1)]
    return np.stack(rows, axis=-2)


def family_of(rule: Rule, values: Mapping[str, Any]) -> Family | None:
    """The rule with any learning rate and momentum, its other hyperparameters as in ``values``.

    Gradient descent, which has no momentum, is the line β = 0 of the heavy ball. ``None`` for
    a rule that is no constant linear recursion, or has no learning rate.
    """
    names = [p.name for p in rule.hyperparameters]
    if LEARNING_RATE.name not in names:
        return None
    if MOMENTUM.name not in names:
        # Only where its one number is the learning rate can it be the heavy ball's edge.
        if len(names) > 1:
            return None
        rule, values = MOMENTUM_ACCUMULATED, {}
    if isinstance(probe(rule, _with(values, *TRIED)), NoRecursion):
        return None

    def matrices(learning_rates: Array, momenta: Array, curvatures: Array) -> Array:
        form = later_form(rule, _with(values, learning_rates, momenta))
        if form is None:
            raise InputError("optimizer", "{id} is not linear here", id=rule.id)
        return form.spread().matrix(curvatures)

    return matrices


def textbook_family(form: Form) -> Family:
    """One of the methods of :data:`TEXTBOOK` with any learning rate and momentum."""
    if form == "implicit":
        return implicit
    rule = {
        "heavy-ball": MOMENTUM_ACCUMULATED,
        "look-ahead": NESTEROV,
        "midpoint": NESTEROV_MIDPOINT,
    }[form]
    family = family_of(rule, {})
    assert family is not None
    return family


def _with(values: Mapping[str, Any], learning_rates: Array, momenta: Array) -> dict[str, Any]:
    return {**values, LEARNING_RATE.name: learning_rates, MOMENTUM.name: momenta}


@dataclass(frozen=True, slots=True)
class StabilityMap:
    """Rate and regime over learning rate and momentum."""

    learning_rates: Array
    """``(nx,)``."""
    momenta: Array
    """``(ny,)``."""
    rates: Array
    """Largest spectral radius over the curvatures, ``(ny, nx)``."""
    regimes: Array
    """:class:`Regime` of the slowest curvature, ``(ny, nx)``."""


def stability_map(
    family: Family, learning_rates: Array, momenta: Array, curvatures: Array
) -> StabilityMap:
    """Rate and regime at each node of a grid, the worst over ``curvatures`` of shape ``(k,)``."""
    x, y = (grid.ravel() for grid in np.meshgrid(learning_rates, momenta))
    found = roots(family(x, y, curvatures))
    worst = np.abs(found[..., 0]).argmax(axis=1)
    slowest = found[np.arange(len(x)), worst]
    shape = (len(momenta), len(learning_rates))
    return StabilityMap(
        learning_rates,
        momenta,
        np.abs(slowest[:, 0]).reshape(shape),
        regimes(slowest).reshape(shape),
    )


def worst_rates(family: Family, learning_rates: Array, momenta: Array, curvatures: Array) -> Array:
    """Largest spectral radius over ``curvatures`` for pairs of values: ``(n,)``."""
    found: Array = rate(family(learning_rates, momenta, curvatures)).max(axis=1)
    return found

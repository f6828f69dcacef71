"""Where a linear rule is after any number of steps, without taking them."""

from __future__ import annotations

from typing import Any

import numpy as np

from simulation.theory.linear_forms import Recursion
from simulation.theory.spectra import Spectrum

Array = np.ndarray[Any, np.dtype[Any]]


@np.errstate(over="ignore", invalid="ignore")
def iterates(recursion: Recursion, spectrum: Spectrum, start: Array, steps: Array) -> Array:
    """Positions after each of ``steps`` on a quadratic, ``(dim, n)``.

    Those of a rule that diverges are infinite or not a number once no float holds them.

    In the eigenbasis z of the Hessian the state deviates from where it comes to rest by
    d_t = Rᵗ⁻¹ d₁. Rᵗ is a product of R, R², R⁴, …: any step costs as many small products as
    its number has binary digits, and nothing is divided by the distance of two eigenvalues,
    which vanishes at critical damping.

    Parameters
    ----------
    recursion
        Of one set of hyperparameters, which stay what they are.
    spectrum
        Of a quadratic.
    start
        ``(dim,)``.
    steps
        Whole numbers ``(n,)``.

    Raises
    ------
    numpy.linalg.LinAlgError
        If the rule comes to rest nowhere: with weight decay against a curvature as large.
    """
    curvatures = spectrum.eigenvalues
    origin = spectrum.directions.T @ spectrum.minimum
    matrices = recursion.later.matrix(curvatures)
    rest = _rest(recursion, matrices, curvatures, origin)
    begun = recursion.start * (spectrum.directions.T @ start)[:, None]
    once = np.einsum("dij,dj->di", recursion.first.matrix(curvatures), begun)
    once += recursion.first.offset(curvatures, origin)
    later = _powers(matrices, once - rest, np.maximum(np.asarray(steps) - 1, 0))
    deviations = np.where(np.asarray(steps)[:, None] == 0, (begun - rest)[:, -1], later[..., -1])
    moved = spectrum.directions @ (deviations.T + (rest[:, -1] - origin)[:, None])
    positions: Array = moved + spectrum.minimum[:, None]
    return positions


def resting_place(recursion: Recursion, spectrum: Spectrum) -> Array:
    """Where the rule comes to rest on a quadratic, ``(dim,)``.

    At the minimum or, with weight decay, short of it.
    """
    curvatures = spectrum.eigenvalues
    origin = spectrum.directions.T @ spectrum.minimum
    rest = _rest(recursion, recursion.later.matrix(curvatures), curvatures, origin)
    place: Array = spectrum.minimum + spectrum.directions @ (rest[:, -1] - origin)
    return place


def disagreement(theory: Array, measured: Array, rest: Array) -> float:
    """Largest distance of two trajectories ``(dim, n)``, over how far out the run has been.

    Relative to the largest distance from ``rest``, ``(dim,)``, up to the same step: so what
    converged is compared with where it started, and what diverges with how far it came.
    Rows that are not finite are passed over.
    """
    with np.errstate(over="ignore", invalid="ignore"):
        errors = np.abs(theory - measured).max(axis=0)
        reach = np.maximum.accumulate(np.abs(measured - rest[:, None]).max(axis=0))
        shares = errors / np.where(reach > 0, reach, 1.0)
    finite = shares[np.isfinite(shares)]
    return float(finite.max()) if len(finite) else np.nan


def _rest(recursion: Recursion, matrices: Array, curvatures: Array, origin: Array) -> Array:
    """The state that a step leaves as it is, ``(dim, m)``."""
    size = matrices.shape[-1]
    if recursion.later.keeps_place:
        at_minimum: Array = np.eye(size)[-1] * origin[:, None]
        return at_minimum
    offsets = recursion.later.offset(curvatures, origin)
    found: Array = np.linalg.solve(np.eye(size) - matrices, offsets[..., None])[..., 0]
    return found


def _powers(matrices: Array, vectors: Array, exponents: Array) -> Array:
    """Rᵏ d for each exponent k: ``(dim, m, m)``, ``(dim, m)``, ``(n,)`` to ``(n, dim, m)``."""
    found = np.repeat(vectors[None], len(exponents), axis=0)
    power, left = matrices, exponents.astype(np.int64)
    while left.any():
        odd = (left & 1).astype(bool)
        found[odd] = np.einsum("dij,ndj->ndi", power, found[odd])
        power, left = power @ power, left >> 1
    return found

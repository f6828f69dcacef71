"""A linear update rule as a matrix: what one eigenvalue of the Hessian makes of a step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True)
class LinearForm:
    """One step of a rule that is linear in its state: s ← A s + B g, with g read at C s.

    The state s is what the rule remembers and, last, the position. On a quadratic each
    coordinate of the eigenbasis moves by itself with g = λ (C s − x*), so that one form
    serves every eigenvalue.

    Leading axes, if any, are different values of the hyperparameters.

    Source: Lessard, Recht & Packard 2016, "Analysis and design of optimization algorithms via
    integral quadratic constraints", section 2.
    """

    transition: Array
    """A, ``(…, m, m)``."""
    response: Array
    """B, ``(…, m)``."""
    reading: Array
    """C, ``(…, m)``: the point where the gradient is taken."""

    def matrix(self, curvature: Array | float) -> Array:
        """R = A + λ B C, which carries the state from one step to the next.

        ``curvature`` is λ of a shape that broadcasts with the leading axes ``(…,)``.
        """
        step = self.response[..., :, None] * self.reading[..., None, :]
        matrix: Array = self.transition + np.asarray(curvature)[..., None, None] * step
        return matrix

    def offset(self, curvature: Array | float, minimum: Array | float) -> Array:
        """What a minimum at x* ≠ 0 adds to the state each step, −λ x* B: ``(…, m)``."""
        shift: Array = -np.asarray(np.multiply(curvature, minimum))[..., None] * self.response
        return shift

    @property
    def keeps_place(self) -> bool:
        """Whether only the gradient moves a ball at rest, wherever the origin is.

        Weight decay pulls towards the origin.
        """
        here = np.zeros(self.response.shape[-1])
        here[-1] = 1.0
        moved = self.transition[..., :, -1] - here
        return bool((moved == 0).all() and (self.reading[..., -1] == 1).all())

    def at(self, place: int) -> LinearForm:
        """The form of one of several values of the hyperparameters."""
        return LinearForm(self.transition[place], self.response[place], self.reading[place])

    def spread(self) -> LinearForm:
        """The same with one more axis, for eigenvalues, behind the leading ones."""
        return LinearForm(
            self.transition[..., None, :, :],
            self.response[..., None, :],
            self.reading[..., None, :],
        )


@dataclass(frozen=True, slots=True)
class Recursion:
    """What a linear rule does from its first step on."""

    names: tuple[str, ...]
    """The numbers of the state: what is remembered, and last ``x``."""
    start: Array
    """State before the first step of a ball at x = 1, ``(…, m)``."""
    first: LinearForm
    """The first step; torch's SGD does not dampen it."""
    later: LinearForm
    """Every step after it."""

    def at(self, place: int) -> Recursion:
        """That of one of several values of the hyperparameters."""
        return Recursion(self.names, self.start[place], self.first.at(place), self.later.at(place))


def roots(matrices: Array) -> Array:
    """Eigenvalues, largest modulus first: ``(…, m, m)`` to complex ``(…, m)``.

    Of 2 × 2 matrices by the quadratic formula, of which the root that would cancel comes from
    the product of both; other sizes by LAPACK. Both are exact to rounding but for a double
    root, which is found to the square root of it.
    """
    if matrices.shape[-1] != 2:
        found = np.linalg.eigvals(matrices).astype(complex)
        order = np.argsort(-np.abs(found), axis=-1, kind="stable")
        return np.take_along_axis(found, order, axis=-1)
    return np.stack(quadratic_roots(*_trace_and_determinant(matrices)), axis=-1)


def discriminant(matrices: Array) -> Array:
    """Of the characteristic polynomial of 2 × 2 matrices, ``(…,)``: negative where it rings."""
    trace, determinant = _trace_and_determinant(matrices)
    found: Array = trace * trace - 4 * determinant
    return found


def rate(matrices: Array) -> Array:
    """Spectral radius, by which errors shrink in the long run: ``(…, m, m)`` to ``(…,)``."""
    found: Array = np.abs(roots(matrices)[..., 0])
    return found


def _trace_and_determinant(matrices: Array) -> tuple[Array, Array]:
    (a, b), (c, d) = np.moveaxis(matrices, (-2, -1), (0, 1))
    return a + d, a * d - b * c


def quadratic_roots(trace: Array | float, determinant: Array | float) -> tuple[Array, Array]:
    """Roots of s² − trace s + determinant, largest modulus first."""
    root = np.sqrt(np.asarray(trace * trace - 4 * determinant, dtype=complex))
    larger = (trace + np.where(np.less(trace, 0), -1, 1) * root) / 2
    with np.errstate(divide="ignore", invalid="ignore"):
        smaller = np.where(larger == 0, 0, determinant / larger)
    return larger, smaller

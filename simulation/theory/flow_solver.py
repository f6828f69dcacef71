"""Flows integrated numerically: an eighth-order Runge–Kutta method with tight tolerances.

Source: Hairer, Nørsett & Wanner 1993, Solving Ordinary Differential Equations I: DOP853, in
scipy.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import numpy as np

from simulation.theory.flows import Array, Ending, Flow, Piece, Solution, Wanted, always

RELATIVE, ABSOLUTE = 1e-11, 1e-12
"""Tolerances of a step; the absolute one is of the start's largest coordinate."""
MOST_EVALUATIONS = 60_000
"""Gradients that a flow may take, a second or two; a stiff one would want many more."""
RESTS = 1e-10
"""A flow this near a minimum, of the start's largest coordinate, is at rest."""
REST_INTERVAL = 32
"""Steps of the solver between two looks whether it is."""
DIFFERENCE = 1e-5
"""Of the start's largest coordinate: between the gradients that tell a curvature."""
LARGEST_CURVATURE = 1e6
"""Assumed to look no closer at flows that are far from rest."""
FARTHEST = 1e100
"""Coordinates beyond this have left all bounds."""

Slope = Callable[[float, Array], Array]


class _Spent(Exception):  # noqa: N818
    """The evaluations are used up."""


class _Escaped(Exception):  # noqa: N818
    """The flow has left all bounds."""


def integrate(
    flow: Flow, times: Array, wanted: Wanted = always, budget: int | None = None
) -> Solution:
    """Follow a flow to ``times``, ``(n,)``, ascending.

    It takes at most ``budget`` gradients, ``MOST_EVALUATIONS`` unless one is given.
    """
    import torch

    follower = _Follower(flow, times, wanted, MOST_EVALUATIONS if budget is None else budget)
    ending: Ending = "complete"
    with np.errstate(all="ignore"), torch.inference_mode():
        try:
            for piece in flow.pieces or (Piece(float(times[-1]), 0.0),):
                follower.follow(piece)
            follower.follow(Piece(float(times[-1]), piece.friction))  # times may go on beyond
        except _Spent:
            ending = "costly"
        except _Escaped:
            ending = "escaped"
        return follower.solution(ending)


class _Follower:
    """Where a flow is, the samples taken of it and what they have cost."""

    def __init__(self, flow: Flow, times: Array, wanted: Wanted, budget: int) -> None:
        self._objective = flow.objective
        self._dim = len(flow.start)
        self._times = times
        self._wanted = wanted
        self._left = budget
        parts = [flow.start, flow.velocity] if flow.has_mass else [flow.start]
        self._state = np.concatenate(parts)
        self._now = 0.0
        self._states = np.empty((len(self._state), len(times)))
        self._filled = 0
        self._scale = max(float(np.abs(flow.start).max()), 1e-6)
        self._take(0.0, self._stay)

    def follow(self, piece: Piece) -> None:
        """Go on to the end of a piece."""
        from scipy.integrate import DOP853

        if piece.end <= self._now or self._complete or not self._wanted():
            return
        solver: Any = DOP853(
            self._slope(piece.friction),
            self._now,
            self._state,
            piece.end,
            rtol=RELATIVE,
            atol=ABSOLUTE * self._scale,
        )
        for count in itertools.count(1):
            if solver.status != "running" or not self._wanted():
                break
            solver.step()
            if solver.status == "failed" or not np.abs(solver.y).max() < FARTHEST:
                raise _Escaped
            self._take(solver.t, lambda moments: solver.dense_output()(moments))
            self._state = solver.y
            if count % REST_INTERVAL == 0 and self._rests():
                self._take(np.inf, self._stay)
                break
        self._now = piece.end

    def solution(self, ending: Ending) -> Solution:
        """What there is of the flow."""
        states = self._states[:, : self._filled]
        positions = states[: self._dim]
        if len(states) > self._dim:
            return Solution(positions, states[self._dim :], ending)
        return Solution(positions, -self._gradients(positions), ending)

    @property
    def _complete(self) -> bool:
        return self._filled == len(self._times)

    def _stay(self, moments: Array) -> Array:
        """The state there is now, at all moments."""
        return np.repeat(self._state[:, None], len(moments), 1)

    def _rests(self) -> bool:
        """Whether it is so slow, and so near a minimum, that nothing will be seen to move.

        Solvers for flows that are not stiff go on in small steps there, for ever.
        """
        x, velocity = self._state[: self._dim], self._state[self._dim :]
        gradient = np.abs(self._gradients(x[:, None])).max()
        if not gradient <= RESTS * self._scale * LARGEST_CURVATURE:
            return False
        aside = DIFFERENCE * self._scale * np.eye(self._dim)
        slopes = self._gradients(x[:, None] + aside) - self._gradients(x[:, None] - aside)
        curvature = np.linalg.eigvalsh((slopes + slopes.T) / (4 * DIFFERENCE * self._scale))[0]
        if not curvature > 0:
            return False
        near = RESTS * self._scale
        speed = np.abs(velocity).max(initial=0.0)
        return bool(gradient <= near * curvature and speed <= near * np.sqrt(curvature))

    def _take(self, until: float, states_at: Callable[[Array], Array]) -> None:
        """Fill in the samples up to a time."""
        passed = int(np.searchsorted(self._times, until, "right"))
        if passed > self._filled:
            new = slice(self._filled, passed)
            self._states[:, new] = states_at(self._times[new])
            self._filled = passed

    def _slope(self, friction: float) -> Slope:
        """Time derivative of the state: θ, or θ and θ̇ of a ball."""
        dim = self._dim

        def gradient(x: Array) -> Array:
            self._left -= 1
            if self._left < 0:
                raise _Spent
            column: Array = self._gradients(x[:, None])[:, 0]
            return column

        def newton(_: float, state: Array) -> Array:
            velocity = state[dim:]
            return np.concatenate([velocity, -friction * velocity - gradient(state[:dim])])

        return newton if len(self._state) > dim else lambda _, x: -gradient(x)

    def _gradients(self, positions: Array) -> Array:
        """Gradient at each column, ``(dim, n)``."""
        import torch

        gradients: Array = self._objective.gradient(torch.from_numpy(positions)).numpy()
        return gradients

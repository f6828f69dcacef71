"""Which flow a run follows, and how much of the flow's time each of its steps takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np

from simulation.errors import InputError
from simulation.experiment import Run
from simulation.theory.friction import dynamics, to_dynamics, to_optimizer

Array = np.ndarray[Any, np.dtype[Any]]

Kind = Literal["descent", "ball"]
"""Gradient flow θ̇ = −∇L, or the damped Newton equation θ̈ + λθ̇ = −∇L."""

Absence = Literal["other", "options", "still"]
"""Why a run has no flow: it is neither gradient descent nor a ball; weight decay, dampening or
ascent is in play; it never moves."""

BALLS = ("momentum", "momentum-displacement")
NESTEROV = ("nesterov", "nesterov-midpoint", "nesterov-shifted")
"""Rules that read the slope ahead. They tend to the same ball's motion as steps get smaller."""
AVERAGED = "momentum-averaged"
DESCENT = "gradient-descent"
SGD = ("sgd", "torch.optim.SGD")
_UNSUPPORTED = ("dampening", "weight_decay", "maximize")


@dataclass(frozen=True, slots=True)
class Motion:
    """A run as a discretised flow."""

    run: Run
    kind: Kind
    looks_ahead: bool = False
    """Whether the slope is read ahead: then the run nears the flow to first order only."""

    def rates(self, steps: Array) -> tuple[Array, Array]:
        """α and β of u ← βu − α∇L for the updates that leave ``steps``, ``(n,)`` each."""
        learning_rates = self.run.values("learning_rate", steps)
        if self.kind == "descent":
            return learning_rates, np.zeros(len(steps))
        momenta = self.run.values("momentum", steps)
        share = 1 - momenta if self.run.optimizer == AVERAGED else 1.0
        return learning_rates * share, momenta

    def pace(self, steps: Array) -> tuple[Array, Array]:
        """Time that the updates from ``steps`` on take, and the friction meanwhile, ``(n,)``.

        A step of gradient descent takes its learning rate; nothing is said of its friction.
        """
        rates, momenta = self.rates(steps)
        if self.kind == "descent":
            return rates, np.zeros(len(steps))
        frictions, time_steps = dynamics(rates, momenta)
        return time_steps, frictions

    def clock(self, steps: int) -> Array:
        """Time at each step from the start on, ``(steps + 1,)``: the sum of the steps' own."""
        if self.is_constant:
            (time_step,), _ = self.pace(np.zeros(1))
            return np.arange(steps + 1) * float(time_step)
        time_steps, _ = self.pace(np.arange(steps))
        return np.concatenate([[0.0], np.cumsum(time_steps)])

    @property
    def is_constant(self) -> bool:
        """Whether all steps take the same time with the same friction."""
        return not self.run.schedules.keys() & {"learning_rate", "momentum"}


def motion_of(run: Run) -> Motion | Absence:
    """The flow that a run follows, or why there is none."""
    values = run.hyperparameters
    if run.optimizer == DESCENT:
        return Motion(run, "descent")
    if run.optimizer in (*BALLS, *NESTEROV):
        return Motion(run, "ball", run.optimizer in NESTEROV)
    if run.optimizer == AVERAGED:
        return "still" if values["momentum"] == 1 else Motion(run, "ball")
    if run.optimizer not in SGD:
        return "other"
    if any(values[name] or name in run.schedules for name in _UNSUPPORTED):
        return "options"
    if values["momentum"] == 0 and "momentum" not in run.schedules:
        return Motion(run, "descent")
    return Motion(run, "ball", values["nesterov"])


def dynamics_of(run: Run) -> tuple[float | None, float] | None:
    """Friction and time step of a run without its schedules; no friction without momentum.

    ``None`` if the run has no flow.
    """
    motion = motion_of(run)
    if not isinstance(motion, Motion):
        return None
    rates, momenta = Motion(replace(run, schedules={}), motion.kind).rates(np.zeros(1))
    if motion.kind == "descent":
        return None, float(rates[0])
    return to_dynamics(float(rates[0]), float(momenta[0]))


def with_dynamics(run: Run, *, friction: float | None, time_step: float) -> Run:
    """The run with learning rate and momentum set so that it has this friction and time step.

    ``friction`` is ``None`` for gradient descent, whose learning rate is its time step.

    Raises
    ------
    InputError
        If there is no such learning rate and momentum, or the run has no flow.
    """
    if not isinstance(motion_of(run), Motion):
        raise InputError("optimizer", "friction and time step are those of momentum; choose it")
    if friction is None:
        changed = {"learning_rate": time_step}
    else:
        rate, momentum = to_optimizer(friction, time_step)
        changed = {"learning_rate": _own_rate(run.optimizer)(rate, momentum), "momentum": momentum}
    return replace(run, hyperparameters={**run.hyperparameters, **changed})


def _own_rate(optimizer: str) -> Callable[[float, float], float]:
    """From α and β to the learning rate as the form writes it."""
    if optimizer != AVERAGED:
        return lambda rate, _: rate

    def averaged(rate: float, momentum: float) -> float:
        if momentum == 1:
            raise InputError(
                "friction", "without friction the averaged form never moves; give more than 0"
            )
        return rate / (1 - momentum)

    return averaged

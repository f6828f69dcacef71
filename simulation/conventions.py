"""One trajectory in three conventions: what textbooks and frameworks each call momentum.

Accumulated (v ← βv + g, x ← x − ηv), displacement (v ← βv + ηg, x ← x − v) and averaged
momentum (v ← βv + (1−β)g, x ← x − ηv) give the same iterates from rest when the learning
rates are matched: η, η and η/(1−β). Since the velocity is in other units, so is what is read
off it. With a changing learning rate the displacement form parts from the other two.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from simulation.errors import InputError

if TYPE_CHECKING:
    from simulation.experiment import Run

ACCUMULATED, DISPLACEMENT, AVERAGED = "momentum", "momentum-displacement", "momentum-averaged"

CONVENTIONS = (ACCUMULATED, DISPLACEMENT, AVERAGED)
"""Optimizers that are one method in different conventions."""

_TO_ACCUMULATED: dict[str, Callable[[float, float], float]] = {
    ACCUMULATED: lambda rate, _: rate,
    DISPLACEMENT: lambda rate, _: rate,
    AVERAGED: lambda rate, momentum: rate * (1 - momentum),
}
_FROM_ACCUMULATED: dict[str, Callable[[float, float], float]] = {
    ACCUMULATED: lambda rate, _: rate,
    DISPLACEMENT: lambda rate, _: rate,
    AVERAGED: lambda rate, momentum: rate / (1 - momentum),
}


def equivalent_learning_rate(
    learning_rate: float, momentum: float, convention: str, target: str
) -> float:
    """Learning rate with which ``target`` gives the iterates of ``convention``.

    Raises
    ------
    InputError
        If there is none: the averaged form with momentum 1 never moves.
    """
    if AVERAGED in (convention, target) and convention != target and momentum == 1:
        raise InputError(
            "momentum", "the averaged form with momentum 1 never moves; give a smaller momentum"
        )
    accumulated = _TO_ACCUMULATED[convention](learning_rate, momentum)
    return _FROM_ACCUMULATED[target](accumulated, momentum)


def express(run: Run, target: str) -> Run:
    """The run with the same trajectory in the convention ``target``.

    Raises
    ------
    InputError
        If the run's optimizer is none of :data:`CONVENTIONS`, or a schedule makes the two
        conventions different methods.
    """
    if run.optimizer not in CONVENTIONS or target not in CONVENTIONS:
        raise InputError(
            "optimizer", "only {names} are conventions of one another", names=", ".join(CONVENTIONS)
        )
    if run.optimizer == target:
        return run
    scheduled = set(run.schedules)
    if DISPLACEMENT in (run.optimizer, target) and "learning_rate" in scheduled:
        raise InputError(
            "schedules.learning_rate",
            "with a changing learning rate the displacement form is another method",
        )
    if AVERAGED in (run.optimizer, target) and "momentum" in scheduled:
        raise InputError(
            "schedules.momentum", "with a changing momentum the averaged form is another method"
        )
    values = dict(run.hyperparameters)
    values["learning_rate"] = equivalent_learning_rate(
        values["learning_rate"], values["momentum"], run.optimizer, target
    )
    return replace(run, optimizer=target, hyperparameters=values)

"""Every optimizer there is. A new one is a declaration in its own file and a line here."""

from __future__ import annotations

from simulation.errors import InputError, unknown
from simulation.optimizers import (
    adabelief,
    adadelta,
    adafactor,
    adagrad,
    adam,
    adamax,
    asgd,
    momentum,
    nadam,
    nesterov,
    quasi_hyperbolic,
    radam,
    rmsprop,
    rprop,
    sgd,
    sign,
    torch_optim,
)
from simulation.optimizers.base import Optimizer

OPTIMIZERS: dict[str, Optimizer] = {
    optimizer.id: optimizer
    for optimizer in (
        momentum.GRADIENT_DESCENT,
        momentum.MOMENTUM_ACCUMULATED,
        momentum.MOMENTUM_DISPLACEMENT,
        momentum.MOMENTUM_AVERAGED,
        nesterov.NESTEROV,
        nesterov.NESTEROV_MIDPOINT,
        nesterov.NESTEROV_SHIFTED,
        sgd.SGD,
        quasi_hyperbolic.QHM,
        sign.SIGN_SGD,
        sign.SIGNUM,
        sign.LION,
        adagrad.ADAGRAD,
        rmsprop.RMSPROP,
        adadelta.ADADELTA,
        adam.ADAM,
        adam.ADAMW,
        adam.SPARSE_ADAM,
        adamax.ADAMAX,
        nadam.NADAM,
        radam.RADAM,
        quasi_hyperbolic.QHADAM,
        adabelief.ADABELIEF,
        adafactor.ADAFACTOR,
        asgd.ASGD,
        rprop.RPROP,
        torch_optim.TORCH_SGD,
    )
}


UNDECLARED = tuple(name for name in torch_optim.TORCH_NAMES if name not in OPTIMIZERS)
"""Torch's own optimizers that are declared when they are first asked for."""


def find_optimizer(name: str, key: str) -> Optimizer:
    """The optimizer called ``name``: one of the catalog, or a class by its import path.

    Raises
    ------
    ConsentNeeded
        If it is to be imported from outside and the user has not been asked.
    InputError
        If there is none; ``key`` is named.
    """
    if name in OPTIMIZERS:
        return OPTIMIZERS[name]
    if "." in name:
        return torch_optim.torch_class(name, key)
    raise InputError(key, unknown(name, OPTIMIZERS, "optimizer"))

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


def find_optimizer(name: str, key: str) -> Optimizer:
    """The optimizer called ``name``, or ``InputError`` that names ``key``."""
    if name not in OPTIMIZERS:
        raise InputError(key, unknown(name, OPTIMIZERS, "optimizer"))
    return OPTIMIZERS[name]

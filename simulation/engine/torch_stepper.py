"""Advancing one run through torch.optim itself, as the reference for our own rules."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from simulation.engine.sampling import GradientSource
from simulation.errors import InputError
from simulation.optimizers.torch_optim import TorchClass

if TYPE_CHECKING:
    from torch import Tensor


class TorchStepper:
    """Steps one run with an optimizer of torch's, gradients handed in.

    Raises
    ------
    InputError
        If torch refuses the hyperparameters; its own words are kept.
    """

    def __init__(
        self, optimizer: TorchClass, hyperparameters: Mapping[str, Any], x: Tensor, key: str
    ) -> None:
        module, _, name = optimizer.id.rpartition(".")
        keywords = dict(hyperparameters)
        keywords["lr"] = keywords.pop("learning_rate")
        self._parameter = x[:, 0].clone()
        try:
            make = getattr(importlib.import_module(module), name)
            self._optimizer = make([self._parameter], **keywords)
        except ValueError as error:
            raise InputError(key, f"{optimizer.id} refuses these values: {error}") from error

    def advance(self, source: GradientSource, first: int, count: int) -> Tensor:
        import torch

        positions = []
        for gradient in source.steps(first, count):
            self._parameter.grad = gradient(self._parameter[:, None])[:, 0]
            self._optimizer.step()
            positions.append(self._parameter.clone())
        return torch.stack(positions)[:, :, None]

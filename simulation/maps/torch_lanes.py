"""Lanes that torch's own optimizers step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from simulation.engine.sampling import GradientSource
from simulation.engine.torch_stepper import TorchStepper
from simulation.lane_sums import summed
from simulation.maps.lanes import Lanes, kept, kicks
from simulation.objectives.base import Objective
from simulation.optimizers.torch_optim import TorchClass
from simulation.seeds import generator

if TYPE_CHECKING:
    from torch import Tensor


class TorchSteps:
    """Lanes that torch's own optimizers step, one by one."""

    def __init__(
        self, lanes: Lanes, objective: Objective, source: GradientSource, x: Tensor
    ) -> None:
        import torch

        experiment, index = lanes.experiment, lanes.run
        optimizer = lanes.chosen.declaration
        assert isinstance(optimizer, TorchClass)
        seed = int(generator(experiment.seed, "torch", index).integers(2**63))
        with torch.inference_mode(False):  # its parameters are normal tensors
            self._members = [
                TorchStepper(
                    optimizer.torch_form,
                    lanes.chosen,
                    objective,
                    x[:, lane : lane + 1].clone(),
                    seed=seed,
                    key=f"runs.{index}",
                )
                for lane in range(x.shape[1])
            ]
        self._kicks = None
        if experiment.noise is not None:
            self._kicks = kicks(lanes, experiment.noise, x)
        self._objective = objective
        self._source = source
        self._number = 0
        self.x = x
        self.loss = objective.value(x)

    def step(self) -> None:
        import torch

        source: GradientSource = self._source
        if self._kicks is not None:
            source = _Kicked(source, next(self._kicks)[:, :1])
        with torch.inference_mode(False):
            after = [each.advance(source, self._number, 1)[0] for each in self._members]
        self.x = torch.cat(after, 1)
        self.loss = self._objective.value(self.x)
        self._number += 1

    def moving(self) -> None:
        return None

    def keep(self, indices: Tensor) -> None:
        self._members = [self._members[index] for index in indices.tolist()]
        self.x, self.loss = kept(self.x, indices), kept(self.loss, indices)


class _Kicked:
    """A source with one kick on its gradients."""

    def __init__(self, source: GradientSource, kick: Tensor) -> None:
        self._source = source
        self._kick = kick

    def steps(self, first: int, count: int) -> Iterator[Any]:
        for gradient in self._source.steps(first, count):
            yield lambda x, gradient=gradient: gradient(x) + self._kick

    def loss(self, step: int) -> Any:
        loss = self._source.loss(step)
        return lambda x: loss(x) + summed(self._kick * x)

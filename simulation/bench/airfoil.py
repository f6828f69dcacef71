"""Epochs of minibatch training on the airfoil data, beside the textbook's loop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from simulation.bench.timing import Comparison, Peer, Task
from simulation.datasets import AIRFOIL_ROWS, airfoil
from simulation.experiment import MAX_RUNS, Experiment, ObjectiveChoice, Run
from simulation.seeds import generator

if TYPE_CHECKING:
    from torch import Tensor

BATCH_SIZE = 10
LEARNING_RATE = 0.005
MOMENTUM = 0.9
SEED = 0


def comparisons(*, small: bool = False) -> Iterator[Comparison]:
    """One run, 64 and 4,096, each with minibatches of 10 reshuffled every epoch."""
    epochs = 1 if small else 4
    peer = _textbook(epochs)
    for runs, goal in ((1, 8), (64, 400), (4096, None)):
        named = "1 run" if runs == 1 else f"{runs:,} runs"
        recorded = "" if runs <= MAX_RUNS else ", not recorded"
        ours = _recorded if runs <= MAX_RUNS else _stepped
        yield Comparison(
            f"airfoil epoch of a run, batch {BATCH_SIZE}, {named}{recorded}",
            ours(runs, epochs),
            (Peer(peer, goal),),
        )


def _experiment(runs: int, epochs: int) -> Experiment:
    run = Run("momentum", {"learning_rate": LEARNING_RATE, "momentum": MOMENTUM})
    return Experiment(
        ObjectiveChoice("airfoil"),
        (run,) * runs,
        steps=epochs * AIRFOIL_ROWS // BATCH_SIZE,
        seed=SEED,
        batch_size=BATCH_SIZE,
        device="cpu",
    )


def _recorded(runs: int, epochs: int) -> Task:
    """The runner itself: after every step it records loss and gradient over all the data."""
    experiment = _experiment(runs, epochs)

    def prepare() -> Callable[[], Any]:
        from simulation.engine.runner import Runner

        runner = Runner(experiment)
        return lambda: runner.run().records[-1].positions[:, -1]

    return Task("ours", runs * epochs, prepare)


def _stepped(runs: int, epochs: int) -> Task:
    """More runs than an experiment may have, by the stepper alone."""
    experiment = _experiment(1, epochs)

    def prepare() -> Callable[[], Any]:
        import torch

        from simulation.engine.compiled_stepper import CompiledStepper
        from simulation.engine.replay.programs import function_name
        from simulation.engine.sampling import Minibatches
        from simulation.objectives.regression import AirfoilRegression
        from simulation.optimizers.momentum import MOMENTUM_ACCUMULATED

        device = torch.device("cpu")
        objective = AirfoilRegression("half-mse").place(torch.float64, device)
        x = torch.tensor(experiment.start, dtype=torch.float64)[:, None].repeat(1, runs)
        numbers = {
            name: x.new_full((runs,), value)
            for name, value in experiment.runs[0].hyperparameters.items()
        }
        name = function_name(experiment)
        stepper = CompiledStepper(name, MOMENTUM_ACCUMULATED, numbers, {}, x)
        batches = Minibatches(objective, BATCH_SIZE, SEED, device)

        def call() -> Tensor:
            steps_an_epoch = experiment.steps // epochs
            for epoch in range(epochs):
                positions = stepper.advance(batches, epoch * steps_an_epoch, steps_an_epoch)
            return positions[-1, :, -1]

        return call

    return Task("ours", runs * epochs, prepare)


class _Orders:
    """Sampler that hands a ``DataLoader`` the order in which we take the examples.

    That spares it the drawing, and makes its result comparable with ours.
    """

    def __init__(self, epochs: int) -> None:
        self._orders = [
            generator(SEED, "minibatch", epoch).permutation(AIRFOIL_ROWS).tolist()
            for epoch in range(epochs)
        ]
        self._epoch = -1

    def __iter__(self) -> Iterator[int]:
        self._epoch += 1
        return iter(self._orders[self._epoch])

    def __len__(self) -> int:
        return AIRFOIL_ROWS


def _textbook(epochs: int) -> Task:
    """Loss and update by hand, gradients by autograd, as books teach it."""

    def prepare() -> Callable[[], Any]:
        import torch
        from torch.utils.data import DataLoader, TensorDataset

        features, target = (torch.tensor(array) for array in airfoil())
        loader = DataLoader(
            TensorDataset(features, target[:, None]),
            batch_size=BATCH_SIZE,
            sampler=_Orders(epochs),
        )
        *weights, bias = _experiment(1, epochs).start
        w = torch.tensor(weights, dtype=torch.float64)[:, None].requires_grad_()
        b = torch.tensor([bias], dtype=torch.float64, requires_grad=True)
        velocities = [torch.zeros_like(w), torch.zeros_like(b)]

        def call() -> Tensor:
            for _ in range(epochs):
                for rows, labels in loader:
                    loss = ((torch.mm(rows, w) + b - labels) ** 2 / 2).mean()
                    loss.backward()
                    with torch.no_grad():
                        for parameter, velocity in zip((w, b), velocities, strict=True):
                            assert parameter.grad is not None
                            velocity[:] = MOMENTUM * velocity + parameter.grad
                            parameter[:] -= LEARNING_RATE * velocity
                            parameter.grad.zero_()
            return torch.cat([w.detach()[:, 0], b.detach()])

        return call

    return Task("DataLoader, autograd and updates by hand", epochs, prepare)

"""Steps of one optimizer on a two-dimensional bowl, beside torch's own optimizers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from simulation.bench.timing import Comparison, Peer, Task
from simulation.experiment import Experiment, ObjectiveChoice, Run

if TYPE_CHECKING:
    import torch
    from torch import Tensor

START = (-5.0, -2.0)
COEFFICIENTS = (0.1, 2.0)
"""Of the ill-conditioned bowl, Σ aᵢ xᵢ²."""

LEARNING_RATE = 1e-3
"""Small enough that no coordinate comes so close to 0 that arithmetic gets slow."""
MOMENTUM = 0.5

MANY_RUNS = 512


def comparisons(*, small: bool = False) -> Iterator[Comparison]:
    """Momentum and Adam, for one run and for many."""
    steps, steps_of_many = (20, 20) if small else (10_000, 2_000)
    momentum = Run("momentum", {"learning_rate": LEARNING_RATE, "momentum": MOMENTUM})
    autograd = Task("torch.optim.SGD and autograd", steps, partial(_autograd_loop, steps))
    sgd = Task("torch.optim.SGD, gradient handed in", steps, partial(_sgd_loop, steps))
    yield Comparison(
        "step of momentum, 1 run",
        _ours(momentum, 1, steps),
        (Peer(autograd, goal=15), Peer(sgd, goal=3)),
    )
    yield Comparison(
        f"run-step of momentum, {MANY_RUNS} runs",
        _ours(momentum, MANY_RUNS, steps_of_many),
        (Peer(autograd), Peer(sgd)),
    )
    adam = Run("adam", {"learning_rate": LEARNING_RATE})
    peer = Task("torch.optim.Adam, gradient handed in", steps, partial(_adam_loop, steps))
    yield Comparison("step of Adam, 1 run", _ours(adam, 1, steps), (Peer(peer, goal=1),))
    yield Comparison(
        f"run-step of Adam, {MANY_RUNS} runs",
        _ours(adam, MANY_RUNS, steps_of_many),
        (Peer(peer, goal=300),),
    )


def _ours(run: Run, runs: int, steps: int) -> Task:
    """The runner itself: it also records positions, losses and gradients, the peers nothing."""
    choice = ObjectiveChoice("ill-conditioned", start=START)
    experiment = Experiment(choice, (run,) * runs, steps, device="cpu")

    def prepare() -> Callable[[], Any]:
        from simulation.engine.runner import Runner

        runner = Runner(experiment)
        return lambda: runner.run().records[-1].positions[:, -1]

    return Task("ours", runs * steps, prepare)


def _autograd_loop(steps: int) -> Callable[[], Tensor]:
    import torch

    x = _parameter()
    optimizer = torch.optim.SGD([x], lr=LEARNING_RATE, momentum=MOMENTUM)
    a1, a2 = COEFFICIENTS

    def loop() -> Tensor:
        for _ in range(steps):
            optimizer.zero_grad()
            loss = a1 * x[0] ** 2 + a2 * x[1] ** 2
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
        return x.detach()

    return loop


def _sgd_loop(steps: int) -> Callable[[], Tensor]:
    import torch

    x = _parameter()
    return _handed_in(x, torch.optim.SGD([x], lr=LEARNING_RATE, momentum=MOMENTUM), steps)


def _adam_loop(steps: int) -> Callable[[], Tensor]:
    import torch

    x = _parameter()
    return _handed_in(x, torch.optim.Adam([x], lr=LEARNING_RATE), steps)


def _handed_in(x: Tensor, optimizer: torch.optim.Optimizer, steps: int) -> Callable[[], Tensor]:
    twice_a = 2 * x.new_tensor(COEFFICIENTS)

    def loop() -> Tensor:
        position = x.detach()  # shares memory with x, and has no graph
        for _ in range(steps):
            x.grad = twice_a * position
            optimizer.step()
        return position

    return loop


def _parameter() -> Tensor:
    import torch

    return torch.tensor(START, dtype=torch.float64, requires_grad=True)

"""What one run's step costs as more runs share a tensor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from simulation.bench.timing import Comparison, Peer, Task

if TYPE_CHECKING:
    from torch import Tensor

LANES = (10, 100, 1000, 10_000, 100_000)
STEPS = 2000


def comparisons(*, small: bool = False) -> Iterator[Comparison]:
    """Momentum by the stepper alone, nothing recorded, beside one run alone."""
    alone = _task("one run alone", 1, small=small)
    for lanes in LANES:
        work = f"run-step of momentum, {lanes:,} runs, not recorded"
        yield Comparison(work, _task("ours", lanes, small=small), (Peer(alone),))


def _task(name: str, runs: int, *, small: bool) -> Task:
    # The more lanes, the fewer steps, so that each measurement takes milliseconds.
    steps = 10 if small else max(20, STEPS // (1 + runs // 100))
    return Task(name, runs * steps, partial(_stepper, runs, steps))


def _stepper(runs: int, steps: int) -> Callable[[], Tensor]:
    import torch

    from simulation.engine.sampling import FullGradient
    from simulation.engine.steppers import LANE_MULTIPLE, LaneStepper
    from simulation.objectives.bowls import IllConditioned
    from simulation.optimizers.momentum import MOMENTUM_ACCUMULATED

    device = torch.device("cpu")
    source = FullGradient(IllConditioned().place(torch.float64, device))
    lanes = -(-runs // LANE_MULTIPLE) * LANE_MULTIPLE
    x = torch.tensor([-5.0, -2.0], dtype=torch.float64)[:, None].repeat(1, lanes)
    numbers = {"learning_rate": x.new_full((lanes,), 1e-3), "momentum": x.new_full((lanes,), 0.5)}
    stepper = LaneStepper(MOMENTUM_ACCUMULATED, numbers, {}, x)

    def call() -> Tensor:
        for first in range(0, steps, 10):  # few at a time: they stay in memory until they end
            positions = stepper.advance(source, first, 10)
        return positions[-1, :, 0]

    return call

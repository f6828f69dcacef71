"""A map: one run from every point of a grid, beside optax compiled by jax."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from simulation.bench.timing import Comparison, Peer, Task

if TYPE_CHECKING:
    from torch import Tensor

COEFFICIENTS = (0.1, 2.0)
BOUNDS = ((-5.5, 1.0), (-3.0, 1.0))
LEARNING_RATE = 0.01
MOMENTUM = 0.5
STEPS = 200
TILE = 16384
"""Runs stepped together: what a step touches stays in the cache, and is large enough that
threads seldom wait for each other's hold of the interpreter."""
GOAL = 1 / 0.6
RUNS = (1, 10, 100, 1000, 10_000, 100_000, 1_000_000)
FEWEST_RUN_STEPS = 200_000
"""Run-steps that are timed together where runs are few."""

Array = np.ndarray[Any, np.dtype[np.float64]]


def comparisons(*, small: bool = False) -> Iterator[Comparison]:
    """Momentum from each point, on all cores; jax after compilation.

    First where all runs end, the trajectories alone; then a map as the program makes it, with
    all its metrics noted at every step. Last, what a run's step costs when there are more.
    """
    side = 16 if small else 256
    starts = _grid(side)
    size = f"{side} × {side} × {STEPS} steps of momentum"
    needs = ("jax", "optax")
    peer = Task("optax, vmap and scan, jitted by jax", 1, partial(_optax, starts), needs)
    ours = Task("ours", 1, partial(_ends, starts, STEPS))
    yield Comparison(f"map {size}: where they end", ours, (Peer(peer, GOAL),))
    losses = Task(peer.name, 1, partial(_optax_losses, starts), needs)
    ours = Task("ours", 1, partial(_metrics, side))
    yield Comparison(f"map {size}: all metrics", ours, (Peer(losses),))
    for runs in RUNS[: 3 if small else None]:
        steps = max(20, FEWEST_RUN_STEPS // runs // (100 if small else 1))
        points = np.ascontiguousarray(np.resize(starts, (2, runs)))
        task = Task("ours", runs * steps, partial(_first_end, points, steps))
        alone = Task("one run, step by step", steps, partial(_alone, points[:, :1], steps))
        yield Comparison(f"run-step of momentum in a map of {runs:,}", task, (Peer(alone),))


def _grid(side: int) -> Array:
    """Start points ``(2, side²)``."""
    axes = [np.linspace(low, high, side) for low, high in BOUNDS]
    return np.stack([axis.ravel() for axis in np.meshgrid(*axes)])


def _ends(starts: Array, steps: int) -> Callable[[], Tensor]:
    """What maps step with, without their notes: a tile at a time on every core.

    Torch is to be single-threaded, as commands have it: with threads of its own, each of its
    operations would wait for the slowest core.
    """
    import torch

    from simulation.engine.replay.programs import PROGRAMS

    step = _step()
    count = starts.shape[1]
    tiles = torch.from_numpy(starts).chunk(-(-count // TILE), dim=1)

    def run(tile: Tensor) -> Tensor:
        with torch.inference_mode():
            x = tile.contiguous()
            values: Sequence[Tensor] = (x, torch.zeros_like(x))
            program = PROGRAMS.program("bench", step, values, 2)
            if program is None:
                for _ in range(steps):
                    values = step(*values)
                return values[0]
            replay = program.start(values)
            replay(steps)
            return replay.inputs[0]

    def call() -> Tensor:
        with ThreadPoolExecutor(min(len(tiles), os.cpu_count() or 1)) as pool:
            return torch.cat(list(pool.map(run, tiles)), dim=1)

    return call


def _first_end(starts: Array, steps: int) -> Callable[[], Tensor]:
    """The same, to be compared with what is done for the first run alone."""
    run = _ends(starts, steps)
    return lambda: run()[:, 0]


def _alone(starts: Array, steps: int) -> Callable[[], Tensor]:
    """The same step as it is written, for one run."""
    import torch

    step = _step()

    def call() -> Tensor:
        with torch.inference_mode():
            x = torch.from_numpy(starts)
            state = torch.zeros_like(x)
            for _ in range(steps):
                x, state = step(x, state)
        return x[:, 0]

    return call


def _step() -> Callable[..., list[Tensor]]:
    """Position and velocity to the next ones, by the rule and the objective of the engine."""
    import torch

    from simulation.objectives.bowls import IllConditioned
    from simulation.optimizers.base import Velocity
    from simulation.optimizers.momentum import MOMENTUM_ACCUMULATED

    update = MOMENTUM_ACCUMULATED.update
    gradient = IllConditioned().place(torch.float64, torch.device("cpu")).gradient
    rate = torch.tensor(LEARNING_RATE, dtype=torch.float64)
    momentum = torch.tensor(MOMENTUM, dtype=torch.float64)

    def step(x: Tensor, velocity: Tensor) -> list[Tensor]:
        x, state = update(x, gradient(x), Velocity(velocity), rate, momentum)
        return [x, *state]

    return step


def _metrics(side: int) -> Callable[[], Array]:
    """The map itself; returns the final losses, start by start."""
    from simulation.experiment import Experiment, ObjectiveChoice, Run
    from simulation.maps.axes import Axis
    from simulation.maps.computation import MapComputation
    from simulation.maps.specification import Map

    run = Run("momentum", {"learning_rate": LEARNING_RATE, "momentum": MOMENTUM})
    experiment = Experiment(ObjectiveChoice("ill-conditioned"), (run,), steps=STEPS)
    x, y = (Axis(f"objective.start.{i}", *ends, side) for i, ends in enumerate(BOUNDS))
    map_ = Map(experiment, x, y)

    def call() -> Array:
        losses: Array = MapComputation(map_, progressive=False).run().columns["final_loss"].ravel()
        return losses

    return call


def _optax_losses(starts: Array) -> Callable[[], Array]:
    """Losses where the runs of optax end."""
    run = _optax(starts)
    a1, a2 = COEFFICIENTS

    def call() -> Array:
        x1, x2 = np.asarray(run())
        losses: Array = a1 * x1**2 + a2 * x2**2
        return losses

    return call


def _optax(starts: Array) -> Callable[[], Array]:
    import jax
    import optax

    a1, a2 = COEFFICIENTS
    optimizer = optax.sgd(LEARNING_RATE, momentum=MOMENTUM)
    gradient = jax.grad(lambda x: a1 * x[0] ** 2 + a2 * x[1] ** 2)

    def step(carry: Any, _: None) -> Any:
        x, state = carry
        updates, state = optimizer.update(gradient(x), state)
        return (optax.apply_updates(x, updates), state), None

    def run(start: Any) -> Any:
        (x, _), _ = jax.lax.scan(step, (start, optimizer.init(start)), length=STEPS)
        return x

    with jax.enable_x64(True):
        compiled = jax.jit(jax.vmap(run, in_axes=1, out_axes=1)).lower(starts).compile()
        placed = jax.device_put(starts)

    return lambda: compiled(placed).block_until_ready()

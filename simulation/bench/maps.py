"""A map: one run from every point of a grid, beside optax compiled by jax."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
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
TILE = 8192
"""Lanes stepped together: what a step touches stays in the cache, and is large enough that
threads seldom wait for each other's hold of the interpreter."""

Array = np.ndarray[Any, np.dtype[np.float64]]


def comparisons(*, small: bool = False) -> Iterator[Comparison]:
    """Momentum from each point, on all cores; jax after compilation."""
    side = 16 if small else 256
    starts = _grid(side)
    peer = Task(
        "optax, vmap and scan, jitted by jax", 1, partial(_optax, starts), needs=("jax", "optax")
    )
    yield Comparison(
        f"map {side} × {side} × {STEPS} steps of momentum",
        Task("ours", 1, partial(_tiles, starts)),
        (Peer(peer, goal=1 / 0.6),),
    )


def _grid(side: int) -> Array:
    """Start points ``(2, side²)``."""
    axes = [np.linspace(low, high, side) for low, high in BOUNDS]
    return np.stack([axis.ravel() for axis in np.meshgrid(*axes)])


def _tiles(starts: Array) -> Callable[[], Tensor]:
    """The rule and the objective of the engine, a tile at a time on every core.

    Torch is to be single-threaded, as commands have it: with threads of its own, each of its
    operations would wait for the slowest core.
    """
    import torch

    from simulation.objectives.bowls import IllConditioned
    from simulation.optimizers.momentum import MOMENTUM_ACCUMULATED

    init, update = MOMENTUM_ACCUMULATED.init, MOMENTUM_ACCUMULATED.update
    gradient = IllConditioned().place(torch.float64, torch.device("cpu")).gradient
    rate = torch.tensor(LEARNING_RATE, dtype=torch.float64)
    momentum = torch.tensor(MOMENTUM, dtype=torch.float64)
    tiles = torch.from_numpy(starts).chunk(-(-starts.shape[1] // TILE), dim=1)

    def run(tile: Tensor) -> Tensor:
        with torch.inference_mode():
            x = tile.contiguous()
            state = init(x)
            for _ in range(STEPS):
                x, state = update(x, gradient(x), state, rate, momentum)
            return x

    def call() -> Tensor:
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            return torch.cat(list(pool.map(run, tiles)), dim=1)

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

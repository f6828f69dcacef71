"""Every run from many starts besides: bounded records for the eye, not for the tables."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from simulation.devices import torch_device, torch_dtype
from simulation.engine.history import Strided
from simulation.engine.noisy import NoisyGradient
from simulation.engine.outcome import CONVERGED_RATIO
from simulation.engine.past import same_runs
from simulation.engine.sampling import GradientSource, gradient_source
from simulation.engine.scheduled import Scheduled
from simulation.engine.steppers import LANE_MULTIPLE, LaneStepper, Stepper, lane_values
from simulation.errors import InputError
from simulation.experiment import Experiment, Run
from simulation.noise import Kicks, Noise
from simulation.optimizers.base import Rule
from simulation.seeds import generator

if TYPE_CHECKING:
    from torch import Tensor

Array = np.ndarray[Any, np.dtype[Any]]

MEMORY_BUDGET = 2**27
"""Bytes that the positions of all companions of an experiment may take."""
CHUNK_BYTES = 2**20
LARGEST_CHUNK = 256
KICK_BLOCK = 16
"""Steps whose noise is drawn at once, where each companion has its own."""


class Cloud(Strided):
    """Where the companions of one run have been."""

    def __init__(self, steps: int, stride: int, dim: int, count: int) -> None:
        super().__init__(steps, stride)
        self.count = count
        self._positions = np.empty((-(-steps // stride) + 1, dim, count), np.float32)
        self.converged: int | None = None
        """How many end with a gradient below ``CONVERGED_RATIO`` of their first one, no higher
        than they began; ``None`` until that is known."""

    @property
    def positions(self) -> Array:
        """Positions after each recorded step, ``(rows, dim, count)`` in float32."""
        return self._positions[: self._length]

    def append(self, first: int, positions: Array) -> None:
        """Add what some steps gave, ``(steps, dim, count)``, from step number ``first`` on."""
        numbers = np.arange(first, first + len(positions))
        kept = np.flatnonzero((numbers % self.stride == 0) | (numbers == self.steps))
        new = self._length + len(kept)
        with np.errstate(over="ignore"):  # beyond float32 is far out of sight
            self._positions[self._length : new] = positions[kept]
        self._length = new


@dataclass(slots=True)
class _Flock:
    """The companions of one run on their way."""

    cloud: Cloud
    stepper: Stepper
    source: GradientSource
    step: int = 0


class Companions:
    """Steps the companions of all enabled runs of an experiment that has ``starts``.

    They see the gradients that their run sees: the same minibatches, and the same noise, unless
    each run has noise of its own; then so has each companion. Runs of torch's own classes have
    none, since these step one parameter at a time.

    Parameters
    ----------
    experiment
        What to compute.
    known
        Clouds that are complete already, by the place of their run: see :func:`usable_clouds`.

    Raises
    ------
    InputError
        If start and end alone would take more than the memory budget, or the device or the
        data cannot be used.
    """

    def __init__(self, experiment: Experiment, known: Mapping[int, Cloud] | None = None) -> None:
        import torch

        assert experiment.starts is not None
        self.experiment = experiment
        self._known = dict(known or {})
        places = [place for place, run in enumerate(experiment.runs) if has_companions(run)]
        points = experiment.starts.points(experiment.start, experiment.seed)
        self._dim, self._count = points.shape
        self._stride = self._find_stride(len(places))
        dtype = torch_dtype(experiment.dtype)
        self._device = torch_device(experiment.device, self._count * len(places))
        self._objective = experiment.objective.build().place(dtype, self._device)
        self._source = gradient_source(experiment, self._objective, self._device)
        lanes = -(-self._count // LANE_MULTIPLE) * LANE_MULTIPLE
        padded = np.pad(points, ((0, 0), (0, lanes - self._count)), mode="edge")
        self._start = torch.tensor(padded, dtype=dtype, device=self._device)
        in_cache = CHUNK_BYTES // (dtype.itemsize * self._dim * lanes)
        self._chunk = max(1, min(in_cache, LARGEST_CHUNK))
        self._flocks = {place: self._flock(place) for place in places if place not in self._known}
        clouds = self._known | {place: flock.cloud for place, flock in self._flocks.items()}
        self.clouds = tuple(clouds.get(place) for place in range(len(experiment.runs)))
        """One for each run, ``None`` for one that has no companions."""

    @property
    def done(self) -> bool:
        """Whether all steps are taken."""
        return all(flock.cloud.converged is not None for flock in self._flocks.values())

    def advance(self, seconds: float) -> None:
        """Compute for about ``seconds``, or until all steps are taken."""
        deadline = time.perf_counter() + seconds
        while not self.done:
            for flock in self._flocks.values():
                if flock.cloud.converged is None:
                    self._take_steps(flock)
            if time.perf_counter() >= deadline:
                return

    def _take_steps(self, flock: _Flock) -> None:
        steps = self.experiment.steps
        count = min(self._chunk, steps - flock.step)
        positions = flock.stepper.advance(flock.source, flock.step, count)
        flock.cloud.append(flock.step + 1, positions[..., : self._count].cpu().numpy())
        flock.step += count
        if flock.step == steps:
            flock.cloud.converged = self._count_converged(positions[-1])

    def _count_converged(self, last: Tensor) -> int:
        import torch

        first, objective = self._start, self._objective
        with torch.inference_mode():
            allowed = CONVERGED_RATIO * objective.gradient(first).norm(dim=0)
            settled = objective.gradient(last).norm(dim=0) <= allowed
            fallen = objective.value(last) <= objective.value(first)
            return int((settled & fallen)[: self._count].sum())

    def _flock(self, place: int) -> _Flock:
        run, x = self.experiment.runs[place], self._start
        rule = run.declaration
        assert isinstance(rule, Rule)
        numbers, flags = lane_values(rule, [run], x.shape[1], x)
        cloud = Cloud(self.experiment.steps, self._stride, self._dim, self._count)
        cloud.append(0, x[None, :, : self._count].cpu().numpy())
        stepper = LaneStepper(rule, numbers, flags, x, Scheduled([run]))
        return _Flock(cloud, stepper, self._noisy_source(place))

    def _noisy_source(self, place: int) -> GradientSource:
        noise, run = self.experiment.noise, self.experiment.runs[place]
        if noise is None:
            return self._source
        if noise.shared:
            kicks = Kicks(noise, self.experiment.seed, [(place, run)], self._dim)
            return NoisyGradient(self._source, kicks, self._start)
        shape = (self._dim, self._start.shape[1])
        own = _OwnKicks(noise, self.experiment.seed, place, run, shape)
        return NoisyGradient(self._source, own, self._start)

    def _find_stride(self, runs: int) -> int:
        """Smallest stride between recorded steps that keeps all clouds within the budget."""
        bytes_a_row = 4 * self._dim * self._count * max(runs, 1)
        rows_after_start: int = MEMORY_BUDGET // bytes_a_row - 1
        if rows_after_start < 1:
            raise InputError(
                "starts.count",
                "{count:,} starts of {runs} runs with {dim} coordinates do not fit into memory; "
                "give at most {most:,}",
                count=self._count,
                runs=runs,
                dim=self._dim,
                most=MEMORY_BUDGET * self._count // (2 * bytes_a_row),
            )
        return max(1, -(-self.experiment.steps // rows_after_start))


class _OwnKicks:
    """Noise of which each companion has its own, step by step.

    ``shape`` is that of their positions, ``(dim, lanes)``.
    """

    def __init__(
        self, noise: Noise, seed: int, place: int, run: Run, shape: tuple[int, int]
    ) -> None:
        self._noise = noise
        self._seed = seed
        self._place = place
        self._run = run
        self._shape = shape

    def steps(self, first: int, count: int) -> Array:
        """What is added to the gradients of ``count`` steps: ``(count, dim, lanes)``."""
        numbers = np.arange(first, first + count)
        blocks = range(first // KICK_BLOCK, (first + count - 1) // KICK_BLOCK + 1)
        draws = np.concatenate([self._block(block) for block in blocks])
        skipped = first - blocks.start * KICK_BLOCK
        strength = self._noise.deviations(self._run, numbers)
        kicks: Array = draws[skipped : skipped + count] * strength[:, None, None]
        return kicks

    def _block(self, block: int) -> Array:
        draw = generator(self._seed, "companions", block, self._place)
        return draw.standard_normal((KICK_BLOCK, *self._shape))


def has_companions(run: Run) -> bool:
    """Whether a run is computed from many starts, where an experiment has them."""
    return run.enabled and isinstance(run.declaration, Rule)


def usable_clouds(old: Companions, new: Experiment) -> dict[int, Cloud]:
    """Clouds that are complete and belong to runs of ``new`` as well, by their places there."""
    before = old.experiment
    if (before.starts, before.steps) != (new.starts, new.steps):
        return {}
    found = {place: old.clouds[was] for place, was in same_runs(before, new).items()}
    return {
        place: cloud
        for place, cloud in found.items()
        if cloud is not None and cloud.converged is not None
    }

"""Computes an experiment ahead, a slice of work at a time; no threads inside."""

from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulation.devices import torch_device, torch_dtype
from simulation.engine.cuda_graphs import GraphStepper
from simulation.engine.history import History, RecordBlock, disabled_record, stride_for
from simulation.engine.noisy import NoisyGradient
from simulation.engine.outcome import Outcome, judge
from simulation.engine.sampling import FullGradient, GradientSource, Minibatches
from simulation.engine.scheduled import Scheduled
from simulation.engine.steppers import LANE_MULTIPLE, LaneStepper, Stepper
from simulation.engine.torch_stepper import TorchStepper
from simulation.experiment import Experiment, Run
from simulation.noise import Kicks
from simulation.objectives.base import DataObjective, Objective
from simulation.optimizers.base import Rule
from simulation.optimizers.torch_optim import TorchClass
from simulation.seeds import generator

if TYPE_CHECKING:
    from torch import Tensor

FIRST_CHUNK = 32
LARGEST_CHUNK = 4096
CHUNK_SECONDS = 0.004
CHUNK_BYTES = 2**20
"""Positions of a chunk on a CPU: what is still in the cache when they are recorded."""


@dataclass(frozen=True, slots=True)
class _Group:
    """Runs that one stepper advances, and where their rows go."""

    stepper: Stepper
    source: GradientSource
    block: RecordBlock
    lanes: int
    """Lanes of the stepper, padding included."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """All that a runner needs to go on where another stopped; can be pickled."""

    step: int
    steppers: tuple[Any, ...]
    blocks: tuple[Any, ...]


class Runner:
    """Steps all enabled runs of an experiment and records them.

    The same experiment on the same machine gives the same numbers, bit for bit, however
    the work is cut into slices.

    Raises
    ------
    InputError
        If the device, the data or an optimizer's values cannot be used.
    """

    def __init__(self, experiment: Experiment) -> None:
        import torch

        self.experiment = experiment
        self.step = 0
        """Steps taken so far."""
        self.seconds = 0.0
        """Time spent stepping."""
        self._enabled = sum(run.enabled for run in experiment.runs)
        self._dtype = torch_dtype(experiment.dtype)
        self._device = torch_device(experiment.device, self._enabled)
        self.objective: Objective = experiment.objective.build().place(self._dtype, self._device)
        self._start = torch.tensor(experiment.start, dtype=self._dtype, device=self._device)
        self._source = self._gradient_source()
        members = _share_lanes(experiment.runs)
        self._groups = [self._make_group(indices) for indices in members]
        self.history = self._make_history(members)
        self._chunk = FIRST_CHUNK
        self._largest_chunk = self._find_largest_chunk()
        self._record_start()

    @property
    def device(self) -> str:
        """Where it computes, such as ``cpu``."""
        return str(self._device)

    @property
    def done(self) -> bool:
        """Whether all steps are taken."""
        return self.step >= self.experiment.steps

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """How each run stands, in the order of the experiment."""
        return tuple(judge(record) for record in self.history.records)

    @property
    def steps_per_second(self) -> float:
        """Steps of one run times the number of enabled runs, a second."""
        return self.step * self._enabled / self.seconds if self.seconds else 0.0

    def advance(self, seconds: float) -> None:
        """Compute for about ``seconds``, or until all steps are taken."""
        deadline = time.perf_counter() + seconds
        while not self.done:
            began = time.perf_counter()
            count = min(self._chunk, self.experiment.steps - self.step)
            for group in self._groups:
                positions = group.stepper.advance(group.source, self.step, count)
                self._record(group, self.step + 1, positions)
            self.step += count
            now = time.perf_counter()
            self.seconds += now - began
            if now - began < CHUNK_SECONDS / 2:
                self._chunk = min(2 * self._chunk, self._largest_chunk)
            elif now - began > 2 * CHUNK_SECONDS:
                self._chunk = max(self._chunk // 2, 1)
            if now >= deadline:
                return

    def run(self) -> History:
        """Compute to the end and return the history."""
        self.advance(float("inf"))
        return self.history

    def checkpoint(self) -> Checkpoint:
        """Return a copy of where it is."""
        return Checkpoint(
            self.step,
            tuple(group.stepper.save() for group in self._groups),
            tuple(group.block.save() for group in self._groups),
        )

    def resume(self, checkpoint: Checkpoint) -> None:
        """Go on from a checkpoint of the same experiment, as if never interrupted."""
        self.step = checkpoint.step
        saved = zip(self._groups, checkpoint.steppers, checkpoint.blocks, strict=True)
        for group, stepper, block in saved:
            group.stepper.restore(stepper)
            group.block.restore(block)

    def stepping(self, run: int) -> tuple[Stepper, GradientSource]:
        """What moves an enabled run, by its index: for whoever replays single steps."""
        record = self.history.records[run]
        (group,) = (group for group in self._groups if record in group.block.records)
        return group.stepper, group.source

    def _gradient_source(self) -> GradientSource:
        batch_size, objective = self.experiment.batch_size, self.objective
        if batch_size is not None and isinstance(objective, DataObjective):
            return Minibatches(
                objective,
                batch_size,
                self.experiment.seed,
                self._device,
                replacement=self.experiment.sampling == "replacement",
                schedule=self.experiment.batch_size_schedule,
            )
        return FullGradient(objective)

    def _make_history(self, members: list[list[int]]) -> History:
        records = {
            index: record
            for indices, group in zip(members, self._groups, strict=True)
            for index, record in zip(indices, group.block.records, strict=True)
        }
        none = disabled_record(self.objective.dim)
        return History(
            tuple(records.get(index, none) for index in range(len(self.experiment.runs)))
        )

    def _make_group(self, indices: list[int]) -> _Group:
        runs = [self.experiment.runs[index] for index in indices]
        steps, dim = self.experiment.steps, self.objective.dim
        block = RecordBlock(steps, stride_for(steps, self._enabled, dim), len(runs), dim)
        optimizer = runs[0].declaration
        stepper: Stepper
        if isinstance(optimizer, TorchClass):
            key = f"runs.{indices[0]}"
            x = self._start[:, None]
            stepper = TorchStepper(
                optimizer.torch_form,
                runs[0],
                self.objective,
                x,
                seed=int(generator(self.experiment.seed, "torch", indices[0]).integers(2**63)),
                key=key,
            )
            return _Group(stepper, self._noisy_source(indices, x), block, 1)
        assert isinstance(optimizer, Rule)
        lanes = -(-len(runs) // LANE_MULTIPLE) * LANE_MULTIPLE
        padded = runs + [runs[-1]] * (lanes - len(runs))
        numbers, flags = {}, {}
        for parameter in optimizer.hyperparameters:
            column = [run.hyperparameters[parameter.name] for run in padded]
            if parameter.kind == "number":
                numbers[parameter.name] = self._start.new_tensor(column)
            else:
                flags[parameter.name] = column[0]
        x = self._start[:, None].expand(-1, lanes).contiguous()
        make = GraphStepper if self._device.type == "cuda" else LaneStepper
        stepper = make(optimizer, numbers, flags, x, Scheduled(runs))
        return _Group(stepper, self._noisy_source(indices, x), block, lanes)

    def _find_largest_chunk(self) -> int:
        if self._device.type != "cpu":
            return LARGEST_CHUNK
        lanes = max((group.lanes for group in self._groups), default=1)
        in_cache = CHUNK_BYTES // (self._dtype.itemsize * self.objective.dim * lanes)
        return max(FIRST_CHUNK, min(LARGEST_CHUNK, in_cache))

    def _noisy_source(self, indices: list[int], x: Tensor) -> GradientSource:
        """Gradients for runs at positions ``x``, with the experiment's noise on them."""
        noise = self.experiment.noise
        if noise is None:
            return self._source
        runs = [(index, self.experiment.runs[index]) for index in indices]
        kicks = Kicks(noise, self.experiment.seed, runs, self.objective.dim)
        return NoisyGradient(self._source, kicks, x)

    def _record_start(self) -> None:
        for group in self._groups:
            self._record(group, 0, self._start[None, :, None].expand(1, -1, group.lanes))

    def _record(self, group: _Group, first: int, positions: Tensor) -> None:
        """Record ``positions`` of shape ``(count, dim, lanes)``, from step ``first`` on."""
        import torch

        runs = len(group.block.records)
        positions = positions[..., :runs]
        count, dim, _ = positions.shape
        columns = count * runs
        with torch.inference_mode():
            flat = positions.transpose(0, 1).reshape(dim, columns)
            # Padded like lanes, and in one memory layout: what is recorded must not depend on
            # how work is cut into chunks.
            flat = torch.nn.functional.pad(flat, (0, -columns % LANE_MULTIPLE)).contiguous()
            losses = self.objective.value(flat)[:columns].view(count, runs)
            gradients = self.objective.gradient(flat)[:, :columns].reshape(dim, count, runs)
            finite = _where_finite(losses, positions)
        tensors = (positions, losses, gradients, finite)
        group.block.append(first, *(tensor.cpu().numpy() for tensor in tensors))


def _where_finite(losses: Tensor, positions: Tensor) -> Tensor:
    """Whether loss and position are finite, of the shape of ``losses``: ``(count, runs)``."""
    import torch

    if (losses.sum() + positions.sum()).isfinite():  # nearly always, and cheaper than to look
        return torch.ones((), dtype=torch.bool, device=losses.device).expand_as(losses)
    return losses.isfinite() & positions.isfinite().all(1)


def _share_lanes(runs: tuple[Run, ...]) -> list[list[int]]:
    """Indices of the enabled runs, grouped by what runs must share to be lanes of one tensor."""
    members: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, run in enumerate(runs):
        if not run.enabled:
            continue
        optimizer = run.declaration
        if isinstance(optimizer, Rule):
            declared = [p.name for p in optimizer.hyperparameters if p.kind != "number"]
            key = (run.optimizer, *(run.hyperparameters[name] for name in declared))
        else:
            key = (run.optimizer, index)
        members[key].append(index)
    return list(members.values())

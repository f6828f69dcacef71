"""Computes an experiment ahead, a slice of work at a time; no threads inside."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulation.devices import torch_device, torch_dtype
from simulation.engine.compiled_stepper import CompiledStepper
from simulation.engine.history import History, RecordBlock, disabled_record, stride_for
from simulation.engine.interruption import Interruptible
from simulation.engine.noisy import NoisyGradient
from simulation.engine.outcome import Outcome, judge
from simulation.engine.past import Past, joined, lane_of, share_lanes
from simulation.engine.replay.programs import function_name
from simulation.engine.sampling import GradientSource, gradient_source
from simulation.engine.scheduled import Scheduled
from simulation.engine.steppers import LANE_MULTIPLE, Stepper, lane_values
from simulation.engine.torch_stepper import TorchStepper
from simulation.experiment import Experiment
from simulation.noise import Kicks
from simulation.objectives.base import Objective
from simulation.optimizers.base import Rule
from simulation.optimizers.torch_optim import TorchClass
from simulation.seeds import generator

if TYPE_CHECKING:
    from torch import Tensor

FIRST_CHUNK = 32
LARGEST_CHUNK = 4096
CHUNK_SECONDS = 0.004
"""A chunk that takes less is doubled, one that takes twice as long is halved."""
UNWATCHED_SECONDS = 0.03
"""The same where no slice has an end: each chunk costs some 0.2 ms an optimizer besides."""
PATIENCE_SECONDS = 0.5
CHUNK_BYTES = 2**20
"""Positions of a chunk on a CPU: what is still in the cache when they are recorded."""


@dataclass(slots=True)
class _Group:
    """Runs that one stepper advances, and where their rows go."""

    runs: list[int]
    """Their places in the experiment."""
    stepper: Stepper
    source: GradientSource
    block: RecordBlock
    lanes: int
    """Lanes of the stepper, padding included."""
    step: int
    """Steps taken so far."""


class Runner:
    """Steps all enabled runs of an experiment and records them.

    The same experiment on the same machine gives the same numbers, bit for bit, however
    the work is cut into slices, and whether or not a run goes on where it was left.

    Parameters
    ----------
    experiment
        What to compute.
    pasts
        Runs that have been computed before, by their place, with the same numbers: they go on
        from there, and the record of one that was complete stays the same object. See
        :func:`simulation.engine.past.usable_pasts`.
    stopped
        Asked by steps of torch's own optimizers, which may take for ever. Once it is true,
        :meth:`advance` may raise ``Cancelled``; the runner is of no more use then.

    Raises
    ------
    InputError
        If the device, the data or an optimizer's values cannot be used.
    """

    def __init__(
        self,
        experiment: Experiment,
        pasts: Mapping[int, Past] | None = None,
        *,
        stopped: Callable[[], bool] | None = None,
    ) -> None:
        import torch

        self.experiment = experiment
        self._stopped = stopped
        self.seconds = 0.0
        """Time spent stepping."""
        self._taken = 0
        self._enabled = sum(run.enabled for run in experiment.runs)
        self._dtype = torch_dtype(experiment.dtype)
        self._device = torch_device(experiment.device, self._enabled)
        self.objective: Objective = experiment.objective.build().place(self._dtype, self._device)
        self._start = torch.tensor(experiment.start, dtype=self._dtype, device=self._device)
        self._source = gradient_source(experiment, self.objective, self._device)
        pasts = pasts or {}
        self._done = {run: past for run, past in pasts.items() if past.step == experiment.steps}
        left = {run: past for run, past in pasts.items() if run not in self._done}
        self._groups = [
            self._make_group(runs, left) for runs in share_lanes(experiment.runs, self._done, left)
        ]
        self.history = self._make_history()
        self._chunk = FIRST_CHUNK
        self._largest_chunk = self._find_largest_chunk()

    @property
    def step(self) -> int:
        """Steps that all runs have taken so far."""
        return min((group.step for group in self._groups), default=self.experiment.steps)

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
        """Steps taken a second, those of all runs added up; 0 if there was nothing to do."""
        return self._taken / self.seconds if self.seconds else 0.0

    def advance(self, seconds: float) -> None:
        """Compute for about ``seconds``, or until all steps are taken."""
        deadline = time.perf_counter() + seconds
        least = CHUNK_SECONDS if math.isfinite(seconds) else UNWATCHED_SECONDS
        while not self.done:
            began = time.perf_counter()
            self._take_steps(self._chunk)
            now = time.perf_counter()
            self.seconds += now - began
            if now - began < least:
                self._chunk = min(2 * self._chunk, self._largest_chunk)
            elif now - began > 2 * least:
                self._chunk = max(self._chunk // 2, 1)
            if now >= deadline:
                return

    def run(self) -> History:
        """Compute to the end and return the history."""
        self.advance(float("inf"))
        return self.history

    def pasts(self) -> dict[int, Past]:
        """What each enabled run has come to, by its place: another runner can go on from it."""
        pasts = dict(self._done)
        for group in self._groups:
            saved = group.stepper.save()
            for lane, run in enumerate(group.runs):
                state = lane_of(saved, lane) if group.lanes > 1 else saved
                pasts[run] = Past(group.step, self.history.records[run], state)
        return pasts

    def stepping(self, run: int) -> tuple[Stepper, GradientSource]:
        """What moves an enabled run, by its index: for whoever replays single steps."""
        (group,) = (group for group in self._groups if run in group.runs)
        return group.stepper, group.source

    def _take_steps(self, most: int) -> None:
        """Let the runs that have taken the fewest steps take up to ``most`` of them."""
        first = self.step
        behind = [group for group in self._groups if group.step == first]
        ahead = [group.step for group in self._groups if group.step > first]
        count = min(most, min(ahead, default=self.experiment.steps) - first)
        for group in behind:
            positions = group.stepper.advance(group.source, first, count)
            self._record(group, first + 1, positions)
            group.step += count
            self._taken += count * len(group.runs)

    def _make_history(self) -> History:
        records = {run: past.record for run, past in self._done.items()}
        for group in self._groups:
            records |= dict(zip(group.runs, group.block.records, strict=True))
        none = disabled_record(self.objective.dim)
        return History(
            tuple(records.get(index, none) for index in range(len(self.experiment.runs)))
        )

    def _make_group(self, indices: list[int], pasts: Mapping[int, Past]) -> _Group:
        steps, dim = self.experiment.steps, self.objective.dim
        block = RecordBlock(steps, stride_for(steps, self._enabled, dim), len(indices), dim)
        group = self._start_group(indices, block)
        if indices[0] not in pasts:
            self._record(group, 0, self._start[None, :, None].expand(1, -1, group.lanes))
            return group
        gone = [pasts[index] for index in indices]
        group.step = gone[0].step
        group.block.take_over([past.record for past in gone], group.step)
        states = [past.state for past in gone]
        group.stepper.restore(joined(states, group.lanes) if group.lanes > 1 else states[0])
        return group

    def _start_group(self, indices: list[int], block: RecordBlock) -> _Group:
        runs = [self.experiment.runs[index] for index in indices]
        optimizer = runs[0].declaration
        stepper: Stepper
        if isinstance(optimizer, TorchClass):
            x = self._start[:, None]
            stepper = TorchStepper(
                optimizer.torch_form,
                runs[0],
                self.objective,
                x,
                seed=int(generator(self.experiment.seed, "torch", indices[0]).integers(2**63)),
                key=f"runs.{indices[0]}",
            )
            source = self._noisy_source(indices, x)
            if self._stopped is not None:
                source = Interruptible(source, self._stopped, PATIENCE_SECONDS)
            return _Group(indices, stepper, source, block, 1, 0)
        assert isinstance(optimizer, Rule)
        lanes = -(-len(runs) // LANE_MULTIPLE) * LANE_MULTIPLE
        numbers, flags = lane_values(optimizer, runs, lanes, self._start)
        x = self._start[:, None].expand(-1, lanes).contiguous()
        stepper = CompiledStepper(
            function_name(self.experiment), optimizer, numbers, flags, x, Scheduled(runs)
        )
        return _Group(indices, stepper, self._noisy_source(indices, x), block, lanes, 0)

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
            losses, gradients = self.objective.value_and_gradient(flat)
            losses = losses[:columns].view(count, runs)
            gradients = gradients[:, :columns].reshape(dim, count, runs)
            finite = _where_finite(losses, positions)
        tensors = (positions, losses, gradients, finite)
        group.block.append(first, *(tensor.cpu().numpy() for tensor in tensors))


def _where_finite(losses: Tensor, positions: Tensor) -> Tensor:
    """Whether loss and position are finite, of the shape of ``losses``: ``(count, runs)``."""
    import torch

    if (losses.sum() + positions.sum()).isfinite():  # nearly always, and cheaper than to look
        return torch.ones((), dtype=torch.bool, device=losses.device).expand_as(losses)
    return losses.isfinite() & positions.isfinite().all(1)

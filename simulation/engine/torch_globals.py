"""What torch keeps globally and an optimizer may rely on, as one run needs it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import torch
    from torch import Tensor


class TorchGlobals:
    """The default dtype and the random state of one run, kept apart from everyone else's.

    ASGD and NAdam keep some numbers in the default dtype: in a float64 run they would be
    rounded to float32. Optimizers that draw use the global generators.

    Parameters
    ----------
    dtype, device
        Those of the run.
    seed
        Where its random draws begin.
    """

    def __init__(self, dtype: torch.dtype, device: torch.device, seed: int) -> None:
        import torch

        self._dtype = dtype
        self._cuda = [device] if device.type == "cuda" else []
        with torch.random.fork_rng(devices=self._cuda):
            torch.manual_seed(seed)  # noqa: TID251 - forked; the seed is from simulation.seeds
            self.random_state = self._random_state()
            """States of the generators, of the CPU first; tensors of bytes."""

    @contextmanager
    def in_force(self) -> Iterator[None]:
        """Inside, torch's globals are this run's; afterwards they are what they were."""
        import torch

        before = torch.get_default_dtype()
        with torch.random.fork_rng(devices=self._cuda):
            cpu, *cuda = self.random_state
            torch.set_rng_state(cpu)
            for device, state in zip(self._cuda, cuda, strict=True):
                torch.cuda.set_rng_state(state, device)
            torch.set_default_dtype(self._dtype)
            try:
                yield
            finally:
                torch.set_default_dtype(before)
                self.random_state = self._random_state()

    def _random_state(self) -> list[Tensor]:
        import torch

        return [torch.get_rng_state(), *(torch.cuda.get_rng_state(d) for d in self._cuda)]

"""What is noted of every lane at every step, so that all metrics can be told afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from torch import Tensor

SAMPLES = 32
"""Losses kept of a run for its rate: one of every so many steps."""
FEW_ROWS = 6
"""Coordinates up to which they are summed one by one, which is faster than a reduction."""

Array = np.ndarray[Any, np.dtype[Any]]


class Notes:
    """Notes on lanes, updated in place after each step.

    Parameters
    ----------
    x, loss
        Where they start, ``(dim, lanes)`` and ``(lanes,)``.
    steps
        How many steps they will take.
    threshold
        Loss of each lane that counts as reached, ``(lanes,)``.
    """

    def __init__(self, x: Tensor, loss: Tensor, steps: int, threshold: Tensor) -> None:
        self.stride = -(-steps // SAMPLES)
        self.taken = 0
        nothing = loss.new_zeros(loss.shape)
        self._number = loss.new_zeros(())
        self._x = x.clone()
        self._loss = loss.clone()
        self._moved = x.clone()
        self._free = loss.clone()
        self._rose = nothing.clone()
        self._threshold = threshold
        probe = x.sum(0) + loss
        self._poison = probe - probe  # 0, or nan where something is not finite
        self._above = nothing.clone()
        self._survived = nothing.clone()
        self._rises = nothing.clone()
        self._path = nothing.clone()
        self._climb = nothing.clone()
        self._lowest = loss.clone()
        self._samples = loss.new_full((steps // self.stride, len(loss)), float("nan"))
        self._calls = list(self._updates())

    def note(self, x: Tensor, loss: Tensor) -> None:
        """Take down where a step has led."""
        import torch

        self.taken += 1
        torch.sub(x, self._x, out=self._moved)
        torch.gt(loss, self._loss, out=self._rose)
        self._x.copy_(x)
        self._loss.copy_(loss)
        for call in self._calls:
            call()
        if self.taken % self.stride == 0:
            self._samples[self.taken // self.stride - 1] = loss

    def _updates(self) -> Iterator[Callable[[], Any]]:
        """What follows from the new position, loss and displacement.

        Comparisons write 0 and 1 as numbers: that is several times as fast as truth values.
        """
        import torch

        free, number, loss = self._free, self._number, self._loss
        yield partial(number.add_, 1)
        yield partial(self._rises.add_, self._rose)
        yield partial(self._moved.mul_, self._moved)
        yield from _summed(self._moved, free)
        yield free.sqrt_
        yield partial(self._path.add_, free)
        yield from _summed(self._x, free)
        yield partial(free.add_, loss)
        yield partial(free.sub_, free)
        yield partial(self._poison.add_, free)
        yield partial(torch.eq, self._poison, 0, out=free)
        yield partial(self._survived.add_, free)
        yield partial(torch.gt, loss, self._threshold, out=free)
        yield partial(free.mul_, number)
        yield partial(torch.maximum, self._above, free, out=self._above)
        yield partial(torch.minimum, self._lowest, loss, out=self._lowest)
        yield partial(torch.sub, loss, self._lowest, out=free)
        yield partial(torch.maximum, self._climb, free, out=self._climb)

    def diverged(self) -> Tensor:
        """Which lanes have been somewhere that is not finite, ``(lanes,)``."""
        return self._poison.ne(0)

    def stop(self, still: Tensor, steps: int) -> None:
        """Let time pass to the end for lanes that will not move any more."""
        self._survived += still * float(steps - self.taken)
        self._above[still & self._loss.gt(self._threshold)] = float(steps)
        left = self._samples[self.taken // self.stride :]
        left.copy_(self._loss.where(still, left))

    def keep(self, indices: Tensor) -> None:
        """Go on with these lanes only."""
        for name, tensor in vars(self).items():
            if getattr(tensor, "ndim", 0):
                setattr(self, name, tensor.index_select(-1, indices))
        self._calls = list(self._updates())

    def read(self) -> dict[str, Array]:
        """All notes in float64: ``(lanes,)``, x ``(dim, lanes)``, samples ``(samples, lanes)``."""
        names = ("x", "loss", "above", "survived", "rises", "path", "climb", "lowest", "samples")
        notes = {name: getattr(self, f"_{name}").cpu().numpy() for name in names}
        return {name: note.astype(np.float64, copy=True) for name, note in notes.items()}


def _summed(tensor: Tensor, out: Tensor) -> Iterator[Callable[[], Any]]:
    """Calls that sum ``(dim, lanes)`` over the coordinates into ``out``."""
    import torch

    rows = tensor.unbind()
    if len(rows) > FEW_ROWS:
        yield partial(torch.sum, tensor, 0, out=out)
    elif len(rows) == 1:
        yield partial(out.copy_, rows[0])
    else:
        yield partial(torch.add, rows[0], rows[1], out=out)
        for row in rows[2:]:
            yield partial(out.add_, row)

"""What is noted of every lane at every step, so that all metrics can be told afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from simulation.lane_sums import summed

if TYPE_CHECKING:
    from torch import Tensor

SAMPLES = 32
"""Losses kept of a run for its rate: one of every so many steps."""

Array = np.ndarray[Any, np.dtype[Any]]


class Notes(NamedTuple):
    """Notes on lanes, ``(lanes,)`` each but the first."""

    step: Tensor
    """How many steps were taken, ``()``."""
    poison: Tensor
    """0, or nan for good once something was not finite."""
    survived: Tensor
    """Steps after which all was finite."""
    above: Tensor
    """The last step after which the loss was above the threshold."""
    rises: Tensor
    """Steps that led to a greater loss."""
    path: Tensor
    """Length of the way."""
    climb: Tensor
    """The greatest rise of the loss above the lowest one before it."""
    lowest: Tensor
    """The lowest loss."""


def first_notes(x: Tensor, loss: Tensor) -> Notes:
    """Notes at the start: positions ``(dim, lanes)``, their losses ``(lanes,)``."""
    nothing = loss.new_zeros(loss.shape)
    return Notes(
        step=loss.new_zeros(()),
        poison=_poison(x, loss),
        survived=nothing.clone(),
        above=nothing.clone(),
        rises=nothing.clone(),
        path=nothing.clone(),
        climb=nothing.clone(),
        lowest=loss.clone(),
    )


def noted(
    notes: Notes, before: tuple[Tensor, Tensor], after: tuple[Tensor, Tensor], threshold: Tensor
) -> Notes:
    """Notes after a step; a pure function that can be recorded.

    Parameters
    ----------
    before, after
        Positions ``(dim, lanes)`` and losses ``(lanes,)``.
    threshold
        Loss of each lane that counts as reached, ``(lanes,)``.
    """
    (old_x, old_loss), (x, loss) = before, after
    step = notes.step + 1
    poison = notes.poison + _poison(x, loss)
    lowest = loss.where(loss < notes.lowest, notes.lowest)
    climb = loss - lowest
    return Notes(
        step=step,
        poison=poison,
        survived=notes.survived + poison.eq(0).to(loss.dtype),
        above=step.where(loss > threshold, notes.above),
        rises=notes.rises + loss.gt(old_loss).to(loss.dtype),
        path=notes.path + _length(x - old_x),
        climb=climb.where(climb > notes.climb, notes.climb),
        lowest=lowest,
    )


def _poison(x: Tensor, loss: Tensor) -> Tensor:
    """0, or nan where something is not finite."""
    probe = summed(x) + loss
    return probe - probe


def _length(vectors: Tensor) -> Tensor:
    """Norms of ``(dim, lanes)``.

    The inverse of the inverse root: unlike the root, torch rounds it as the processor does.
    """
    return (summed(vectors * vectors) ** -0.5).reciprocal()


class Record:
    """Notes on all lanes of a tile, also on those that were set down on the way.

    Parameters
    ----------
    steps
        How many steps the lanes will take.
    loss
        Of all lanes at the start, ``(lanes,)``.
    """

    def __init__(self, steps: int, loss: Tensor) -> None:
        self.steps = steps
        self.stride = -(-steps // SAMPLES)
        self._samples = loss.new_full((steps // self.stride, len(loss)), float("nan"))
        self._places = np.arange(len(loss))
        """Which lane each of those that are left was at the start."""
        self._read: dict[str, Array] = {}

    @property
    def left(self) -> int:
        """How many lanes are still on their way."""
        return len(self._places)

    def sample(self, taken: int, loss: Tensor) -> None:
        """Keep the loss after ``taken`` steps, if it is one of those to be kept."""
        if taken % self.stride == 0:
            self._samples[taken // self.stride - 1] = loss

    def stand(self, still: Tensor, notes: Notes, loss: Tensor, threshold: Tensor) -> None:
        """Let time pass to the end for lanes that will not move any more."""
        taken = int(notes.step)
        notes.survived.add_(still * float(self.steps - taken))
        notes.above[still & loss.gt(threshold)] = float(self.steps)
        left = self._samples[taken // self.stride :]
        left.copy_(loss.where(still, left))

    def take(self, x: Tensor, loss: Tensor, notes: Notes) -> None:
        """Write down what is known of the lanes that are left."""
        known = {"x": x, "loss": loss, "samples": self._samples, **notes._asdict()}
        del known["step"], known["poison"]
        for name, tensor in known.items():
            note = tensor.cpu().numpy().astype(np.float64, copy=True)
            if name not in self._read:
                self._read[name] = note
            else:
                self._read[name][..., self._places] = note

    def keep(self, indices: Tensor) -> None:
        """Go on with these lanes only."""
        self._samples = self._samples.index_select(-1, indices)
        self._places = self._places[indices.cpu().numpy()]

    def read(self) -> dict[str, Array]:
        """All notes in float64: ``(lanes,)``, x ``(dim, lanes)``, samples ``(samples, lanes)``."""
        return self._read

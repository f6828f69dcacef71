"""How a run ended, as a value with a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from simulation.engine.history import Record
from simulation.wording import said

CONVERGED_RATIO = 1e-6
"""A run has converged when its gradient norm stays below this share of the first one."""

SQUARE_ROOTS = 1e-150, 1e150
"""Norms between these have squares that a float holds to all its digits."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a run and, where it has one, the step at which it was decided."""

    kind: Literal["diverged", "growing", "converged", "descending", "disabled"]
    step: int | None
    sentence: str


def judge(record: Record) -> Outcome:
    """Say how the recorded run ended."""
    if not len(record):
        return Outcome("disabled", None, "disabled")
    if record.diverged_at is not None:
        step = record.diverged_at
        return Outcome("diverged", step, said("diverged at step {step}", step=step))
    first, last = float(record.losses[0]), float(record.losses[-1])
    if last > first:
        return Outcome(
            "growing",
            None,
            said("growing: loss {last:.4g}, from {first:.4g}", last=last, first=first),
        )
    settled = _settled_row(_norms(record.gradients))
    if settled is not None:
        step = int(record.step_numbers[settled])
        return Outcome("converged", step, said("converged at step {step}", step=step))
    return Outcome(
        "descending", None, said("loss {last:.4g}, from {first:.4g}", last=last, first=first)
    )


def _settled_row(gradient_norms: np.ndarray) -> int | None:
    """First row from which all gradient norms are small against the first, if that has a size."""
    if not np.isfinite(gradient_norms[0]):
        return None
    return first_row_staying(gradient_norms <= CONVERGED_RATIO * gradient_norms[0])


def _norms(gradients: np.ndarray) -> np.ndarray:
    """Norm of each column of ``(dim, rows)``, also of those whose squares no float holds."""
    with np.errstate(over="ignore", invalid="ignore"):
        norms: np.ndarray = np.sqrt(np.einsum("dn,dn->n", gradients, gradients))
        lost = ~((norms > SQUARE_ROOTS[0]) & (norms < SQUARE_ROOTS[1]))
        if lost.any():
            sizes = np.abs(gradients[:, lost]).max(axis=0)
            scale = np.where((sizes > 0) & np.isfinite(sizes), sizes, 1.0)
            norms[lost] = np.linalg.norm(gradients[:, lost] / scale, axis=0) * scale
    return norms


def first_row_staying(condition: np.ndarray) -> int | None:
    """First row from which ``condition`` holds to the end, ``None`` if it ends false."""
    false_rows = np.flatnonzero(~condition)
    row = int(false_rows[-1]) + 1 if len(false_rows) else 0
    return row if row < len(condition) else None

"""Published results beside what this program computes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from simulation.engine.history import Record
from simulation.engine.outcome import first_row_staying
from simulation.engine.runner import Runner
from simulation.errors import InputError
from simulation.presets import Preset, Published


@dataclass(frozen=True, slots=True)
class Check:
    """One published number and the computed one."""

    preset: str
    what: str
    published: str
    computed: str
    allowed: str
    """How far they may differ, in words."""
    passed: bool


def verify(preset: Preset) -> Iterator[Check]:
    """Compute a preset and compare every number published for it."""
    seeds = max((entry.seeds for entry in preset.published), default=0)
    records = [
        Runner(replace(preset.experiment, seed=preset.experiment.seed + offset)).run().records
        for offset in range(seeds)
    ]
    for entry in preset.published:
        values = [_read(history[entry.run], entry, preset.id) for history in records[: entry.seeds]]
        yield (
            _check_range(preset, entry, values) if entry.high else _check(preset, entry, values[0])
        )


def _check(preset: Preset, entry: Published, computed: float) -> Check:
    if entry.ulps:
        allowed = f"{entry.ulps} ulp"
        margin = entry.ulps * float(np.spacing(np.float32(abs(entry.value))))
    else:
        allowed = f"± {entry.tolerance:g}" if entry.tolerance else "exact"
        margin = entry.tolerance
    return Check(
        preset.id,
        _what(preset, entry),
        _number(entry.value, entry),
        _number(computed, entry),
        allowed,
        abs(computed - entry.value) <= margin,
    )


def _check_range(preset: Preset, entry: Published, computed: list[float]) -> Check:
    """Compare a result that depends on the seed.

    It agrees when the published figure could be one of ours, and ours fill the same range
    as the reference's seeds: within three standard deviations each way.
    """
    spread = 3 * float(np.std(computed, ddof=1))
    centre = float(np.mean(computed))
    low, high = min(computed), max(computed)
    figure_fits = centre - spread <= entry.value <= centre + spread
    range_fits = entry.low - spread <= low and high <= entry.high + spread
    return Check(
        preset.id,
        f"{_what(preset, entry)}, {entry.seeds} seeds",
        f"{entry.value:g} ({entry.low:g}…{entry.high:g})",
        f"{centre:.4f} ({low:.4f}…{high:.4f})",
        "± 3 std. dev.",
        figure_fits and range_fits,
    )


def _what(preset: Preset, entry: Published) -> str:
    run = f" of run {entry.run}" if len(preset.experiment.runs) > 1 else ""
    if entry.quantity == "stays_below":
        return f"step from which the loss{run} stays below {entry.threshold:g}"
    if entry.quantity == "grows":
        return f"loss{run} grows"
    step = preset.experiment.steps if entry.step < 0 else entry.step
    return f"{entry.quantity.replace('_', ' ')}{run} at step {step}"


def _number(value: float, entry: Published) -> str:
    if entry.quantity == "grows":
        return "yes" if value else "no"
    return f"{value:.17g}" if entry.ulps else f"{value:.10g}"


def _read(record: Record, entry: Published, preset: str) -> float:
    step = record.steps if entry.step < 0 else entry.step
    row = record.row_of(step)
    name, index = entry.quantity.rstrip("0123456789"), entry.quantity.lstrip("xgrad")
    if name in ("x", "grad") and index.isdigit():
        array = record.positions if name == "x" else record.gradients
        return float(array[int(index) - 1, row])
    if entry.quantity not in _QUANTITIES:
        raise InputError(
            f"{preset}: published", "no quantity is called {name!r}", name=entry.quantity
        )
    return _QUANTITIES[entry.quantity](record, row, entry)


def _stays_below(record: Record, row: int, entry: Published) -> float:
    del row
    first = first_row_staying(record.losses < entry.threshold)
    return float("nan") if first is None else float(record.step_numbers[first])


def _contraction(record: Record, row: int, entry: Published) -> float:
    del entry
    x = record.positions[0]
    return float(abs(x[row] / x[row - 1]))


_QUANTITIES: dict[str, Callable[[Record, int, Published], float]] = {
    "loss": lambda record, row, _: float(record.losses[row]),
    "half_loss": lambda record, row, _: float(record.losses[row]) / 2,
    "grows": lambda record, row, _: float(not record.losses[row] <= record.losses[0]),
    "stays_below": _stays_below,
    "contraction": _contraction,
}

"""The result of a race as a table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from simulation.maps.race_rules import Finish, Race, race_key
from simulation.writing import replacing


def rows(finishes: Sequence[Finish]) -> list[dict[str, Any]]:
    """One row an optimizer, the best first, as the command prints it and files hold it."""
    return [_row(rank, finish) for rank, finish in enumerate(finishes, 1)]


def write_csv(finishes: Sequence[Finish], path: Path) -> None:
    """Write that table as CSV.

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    import pyarrow as pa
    import pyarrow.csv

    with replacing(path) as file:
        pyarrow.csv.write_csv(pa.Table.from_pylist(rows(finishes)), pa.PythonFile(file, "w"))


def warnings(race_: Race, finishes: Sequence[Finish]) -> list[str]:
    """A sentence on each best value that was found at the edge of its range."""
    wider = race_.widened(finishes).ranges
    told = []
    for finish in finishes:
        for name in finish.edges:
            key = race_key(finish.run, name)
            low, high = wider[key]
            told.append(
                f"{finish.optimizer}: {name}: best value at the edge of the range: widen it, with "
                f"--range {key}={low:g}:{high:g}"
            )
    return told


def _row(rank: int, finish: Finish) -> dict[str, Any]:
    values = {name: finish.values.get(name) for name in ("learning_rate", "momentum")}
    values["learning_rate"] = values["learning_rate"] or finish.values.get("lr")
    return {
        "rank": rank,
        "run": finish.run,
        "optimizer": finish.optimizer,
        **values,
        "median_loss": finish.median_loss,
        "low_quartile": finish.low_loss,
        "high_quartile": finish.high_loss,
        "reached": finish.reached,
        "median_steps": finish.median_steps,
        "diverged": finish.diverged,
        "runs": finish.runs,
        "diverged_searching": finish.lost_while_searching,
        "at_edge": " ".join(finish.edges),
    }

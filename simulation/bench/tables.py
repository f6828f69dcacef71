"""Trajectories as CSV, beside numpy's writer and the csv module.

The peers write a tenth of the rows, since all of them would take a minute.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import numpy as np

from simulation.bench.timing import Comparison, Peer, Task
from simulation.experiment import Experiment, ObjectiveChoice, Run

if TYPE_CHECKING:
    from simulation.engine.history import History

RUNS = 10


def comparisons(*, small: bool = False) -> Iterator[Comparison]:
    """All that is recorded of some runs: 13 columns, a row for each run and step."""
    rows, few = (1000, 1000) if small else (1_000_000, 100_000)
    with TemporaryDirectory() as folder:
        path = Path(folder)
        experiment, history = _trajectories(rows)
        yield Comparison(
            f"CSV row, of {rows:,}",
            Task("ours", rows, partial(_ours, experiment, history, path / "ours.csv")),
            tuple(
                Peer(
                    Task(f"{name}, of {few:,}", few, partial(write, *_trajectories(few), path)), 10
                )
                for name, write in (
                    ("numpy.savetxt, numbers only", _savetxt),
                    ("csv.writer", _csv_writer),
                )
            ),
        )


def _trajectories(rows: int) -> tuple[Experiment, History]:
    from simulation.engine.runner import Runner

    runs = tuple(
        Run("momentum", {"learning_rate": 1e-5 * (1 + index), "momentum": 0.5})
        for index in range(RUNS)
    )
    objective = ObjectiveChoice("ill-conditioned", start=(-5.0, -2.0))
    experiment = Experiment(objective, runs, steps=rows // RUNS - 1, device="cpu")
    return experiment, Runner(experiment).run()


def _ours(experiment: Experiment, history: History, path: Path) -> Callable[[], Path]:
    from simulation.export.tables import write_csv

    def call() -> Path:
        write_csv(experiment, history, path)
        return path

    return call


def _savetxt(experiment: Experiment, history: History, folder: Path) -> Callable[[], Path]:
    """Seventeen digits, so that the numbers read back are the same; no columns of text."""
    columns = [c for c in _columns(experiment, history) if c.dtype.kind in "fi"]
    table = np.column_stack(columns)
    path = folder / "savetxt.csv"

    def call() -> Path:
        np.savetxt(path, table, fmt="%.17g", delimiter=",")
        return path

    return call


def _csv_writer(experiment: Experiment, history: History, folder: Path) -> Callable[[], Path]:
    columns = _columns(experiment, history)
    path = folder / "writer.csv"

    def call() -> Path:
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(zip(*(c.tolist() for c in columns), strict=True))
        return path

    return call


def _columns(experiment: Experiment, history: History) -> list[np.ndarray[Any, np.dtype[Any]]]:
    import pyarrow as pa

    from simulation.export.tables import trajectory_tables

    table = pa.concat_tables(trajectory_tables(experiment, history))
    filled = (column for column in table.columns if column.null_count < len(column))
    return [column.to_numpy() for column in filled]

"""Trajectories as CSV and Parquet: one row per run and step, step 0 is the start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet

from simulation import files
from simulation.engine.history import History, Record
from simulation.epochs import Epochs
from simulation.experiment import Experiment, Run
from simulation.export.csv_text import write_tables
from simulation.export.targets import says, sidecar
from simulation.writing import replacing


def trajectory_tables(
    experiment: Experiment, history: History, steps: range | None = None
) -> list[pa.Table]:
    """One table a run that was computed, all with the same columns.

    Of recorded steps only those in ``steps``, or all of them.

    ``run``, ``label``, ``optimizer``, ``step``, ``epoch`` (null without data),
    ``learning_rate`` (in force for the step that leaves this row), ``x1…xd``, ``loss``,
    ``grad1…gradd`` (full gradient), ``dx1…dxd`` (x minus the recorded x before; 0 in step 0).
    """
    epochs = experiment.epochs
    return [
        _run_table(index, run, record, epochs, steps)
        for index, (run, record) in enumerate(zip(experiment.runs, history.records, strict=True))
        if len(record)
    ]


def write_csv(
    experiment: Experiment, history: History, path: Path, steps: range | None = None
) -> None:
    """Write ``path`` and, beside it, ``NAME.toml`` with the experiment that made it.

    Shortest decimals that read back to the same number, ``inf``, ``-inf`` and ``nan`` as
    such, UTF-8, LF. Both files are written whole or not at all. Only rows whose step is in
    ``steps``, if that is given.

    Raises
    ------
    InputError
        If a file cannot be written.
    """
    tables = trajectory_tables(experiment, history, steps)

    def write(file: IO[bytes]) -> None:
        write_tables(file, tables)

    _write_with_sidecar(experiment, path, write)


def write_parquet(
    experiment: Experiment, history: History, path: Path, steps: range | None = None
) -> None:
    """The same table as Parquet, with the same ``NAME.toml`` beside it."""
    tables = trajectory_tables(experiment, history, steps)

    def write(file: IO[bytes]) -> None:
        pyarrow.parquet.write_table(pa.concat_tables(tables), pa.PythonFile(file, "w"))

    _write_with_sidecar(experiment, path, write)


def _write_with_sidecar(
    experiment: Experiment, path: Path, write: Callable[[IO[bytes]], None]
) -> None:
    with replacing(path) as file:
        write(file)
        if not says(sidecar(path), experiment):
            files.save(experiment, sidecar(path), drawn_start=True)


def _run_table(
    index: int, run: Run, record: Record, epochs: Epochs | None, wanted: range | None
) -> pa.Table:
    steps = record.step_numbers
    kept: Any = slice(None)
    if wanted is not None:
        kept = np.isin(steps, np.arange(wanted.start, wanted.stop, wanted.step))
    steps = steps[kept]
    rows = len(steps)
    columns: dict[str, Any] = {
        "run": np.full(rows, index, np.int32),
        "label": _repeated(run.title, rows),
        "optimizer": _repeated(run.optimizer, rows),
        "step": steps,
        "epoch": pa.nulls(rows, pa.float64()) if epochs is None else epochs.elapsed(steps),
        "learning_rate": run.values("learning_rate", steps)
        if "learning_rate" in run.hyperparameters
        else pa.nulls(rows, pa.float64()),
    }
    columns |= _numbered("x", record.positions[:, kept])
    columns["loss"] = record.losses[kept]
    columns |= _numbered("grad", record.gradients[:, kept])
    with np.errstate(invalid="ignore"):  # inf − inf is nan, as it should be
        moved = np.diff(record.positions, axis=1, prepend=record.positions[:, :1])
    # Cut only now: in the first row kept it is still the difference to the row before that.
    columns |= _numbered("dx", moved[:, kept])
    return pa.table(columns)


def _numbered(name: str, array: np.ndarray) -> dict[str, np.ndarray]:
    return {f"{name}{i + 1}": row for i, row in enumerate(array)}


def _repeated(text: str, rows: int) -> pa.Array:
    """A column that holds one text in all rows.

    Made of its parts: a cast would take the half of Arrow that is left out of the package.
    """
    content = text.encode()
    ends = np.arange(rows + 1, dtype=np.int64) * len(content)
    return pa.LargeStringArray.from_buffers(rows, pa.py_buffer(ends), pa.py_buffer(content * rows))

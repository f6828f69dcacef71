"""Trajectories as CSV and Parquet: one row per run and step, step 0 is the start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import numpy as np
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from simulation import files
from simulation.engine.history import History, Record
from simulation.errors import InputError
from simulation.experiment import Experiment, Run
from simulation.export.targets import sidecar


def trajectory_tables(experiment: Experiment, history: History) -> list[pa.Table]:
    """One table a run that was computed, all with the same columns.

    ``run``, ``label``, ``optimizer``, ``step``, ``epoch`` (null without data),
    ``learning_rate`` (in force for the step that leaves this row), ``x1…xd``, ``loss``,
    ``grad1…gradd`` (full gradient), ``dx1…dxd`` (x minus the recorded x before; 0 in step 0).
    """
    steps_per_epoch = experiment.steps_per_epoch
    return [
        _run_table(index, run, record, steps_per_epoch)
        for index, (run, record) in enumerate(zip(experiment.runs, history.records, strict=True))
        if len(record)
    ]


def write_csv(experiment: Experiment, history: History, path: Path) -> None:
    """Write ``path`` and, beside it, ``NAME.toml`` with the experiment that made it.

    Shortest decimals that read back to the same number, ``inf``, ``-inf`` and ``nan`` as
    such, UTF-8, LF. Both files are written whole or not at all.

    Raises
    ------
    InputError
        If a file cannot be written.
    """
    tables = trajectory_tables(experiment, history)

    def write(file: IO[bytes]) -> None:
        options = pyarrow.csv.WriteOptions(include_header=False, quoting_style="needed")
        if tables:
            file.write((",".join(tables[0].column_names) + "\n").encode())
        for table in tables:
            pyarrow.csv.write_csv(table, pa.PythonFile(file, "w"), options)

    _write_with_sidecar(experiment, path, write)


def write_parquet(experiment: Experiment, history: History, path: Path) -> None:
    """The same table as Parquet, with the same ``NAME.toml`` beside it."""
    tables = trajectory_tables(experiment, history)

    def write(file: IO[bytes]) -> None:
        pyarrow.parquet.write_table(pa.concat_tables(tables), pa.PythonFile(file, "w"))

    _write_with_sidecar(experiment, path, write)


def _write_with_sidecar(
    experiment: Experiment, path: Path, write: Callable[[IO[bytes]], None]
) -> None:
    with files.replacing(path) as file:
        write(file)
        if not _says(sidecar(path), experiment):
            files.save(experiment, sidecar(path))


def _says(path: Path, experiment: Experiment) -> bool:
    """Whether ``path`` already holds this experiment, perhaps with the user's own comments."""
    try:
        return files.from_document(files.read_document(path)) == experiment
    except InputError:
        return False


def _run_table(index: int, run: Run, record: Record, steps_per_epoch: int | None) -> pa.Table:
    rows = len(record)
    steps = record.step_numbers
    columns: dict[str, Any] = {
        "run": np.full(rows, index, np.int32),
        "label": _repeated(run.title, rows),
        "optimizer": _repeated(run.optimizer, rows),
        "step": steps,
        "epoch": pa.nulls(rows, pa.float64())
        if steps_per_epoch is None
        else steps / steps_per_epoch,
        "learning_rate": np.full(rows, float(run.hyperparameters["learning_rate"])),
    }
    columns |= _numbered("x", record.positions)
    columns["loss"] = record.losses
    columns |= _numbered("grad", record.gradients)
    with np.errstate(invalid="ignore"):  # inf − inf is nan, as it should be
        moved = np.diff(record.positions, axis=1, prepend=record.positions[:, :1])
    columns |= _numbered("dx", moved)
    return pa.table(columns)


def _numbered(name: str, array: np.ndarray) -> dict[str, np.ndarray]:
    return {f"{name}{i + 1}": row for i, row in enumerate(array)}


def _repeated(text: str, rows: int) -> pa.Array:
    """A column that holds one text in all rows, stored once."""
    return pa.DictionaryArray.from_arrays(np.zeros(rows, np.int8), [text]).cast(pa.string())

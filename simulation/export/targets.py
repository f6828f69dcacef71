"""Where a table may be written, checked before anything is computed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from simulation import files
from simulation.errors import InputError
from simulation.experiment import Experiment
from simulation.writing import check_writable, real

TABLES = (".csv", ".parquet")
"""Endings of the names of tables that have their experiment beside them."""


def sidecar(path: Path) -> Path:
    """Where the experiment of a table lies."""
    return path.with_suffix(".toml")


def says(path: Path, experiment: Experiment) -> bool:
    """Whether ``path`` already holds this experiment, perhaps with the user's own comments."""
    try:
        said = files.from_document(files.read_document(path))
    except InputError:
        return False
    drawn = files.to_document(experiment, drawn_start=True)
    return files.to_document(said, drawn_start=True) == drawn


def check_sidecars(outputs: Sequence[Path], experiment: Experiment) -> None:
    """Refuse tables beside which an experiment lies that is not theirs.

    That of a table which is replaced, too, may be replaced with it.

    Raises
    ------
    InputError
        If the experiment written beside a table would replace another one: that of a table
        that stays, or a file of the user's own.
    """
    written = {real(path) for path in outputs}
    for path in outputs:
        beside = sidecar(path)
        tables = {real(path.with_suffix(suffix)) for suffix in TABLES}
        of_tables = {table for table in tables if table.is_file()}
        replaced = bool(of_tables) and of_tables <= written
        if beside.is_file() and not replaced and not says(beside, experiment):
            raise InputError(
                str(path),
                "the experiment written beside it would replace {beside}, which is another one; "
                "choose another name",
                beside=beside.name,
            )


def check_target(path: Path, source: Path | None) -> None:
    """Refuse a table that could not be written, or whose sidecar would replace ``source``.

    Raises
    ------
    InputError
        If its folder does not exist, no file can be put there, ``path`` is a ``.toml`` file, or
        it lies beside ``source``, the user's own experiment file, under the same name.
    """
    if not path.parent.is_dir():
        raise InputError(str(path), "its folder does not exist; create it or choose another")
    check_writable(path)
    if path.suffix == ".toml":
        raise InputError(str(path), "is the name of an experiment file; give a name for the table")
    if source is not None and real(sidecar(path)) == real(source):
        raise InputError(
            str(path),
            "the experiment written beside it would replace {source}; choose another name",
            source=source,
        )

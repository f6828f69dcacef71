"""Where a table may be written, checked before anything is computed."""

from __future__ import annotations

from pathlib import Path

from simulation.errors import InputError
from simulation.writing import check_writable


def sidecar(path: Path) -> Path:
    """Where the experiment of a table lies."""
    return path.with_suffix(".toml")


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
    if source is not None and sidecar(path).resolve() == source.resolve():
        raise InputError(
            str(path),
            "the experiment written beside it would replace {source}; choose another name",
            source=source,
        )

"""Finished tiles on disk, so that an interrupted map goes on where it was."""

from __future__ import annotations

import hashlib
import shutil
import time
import zipfile
from pathlib import Path
from typing import Any

import numpy as np

from simulation import files
from simulation.errors import InputError
from simulation.maps.axes import Array
from simulation.maps.judging import Columns
from simulation.maps.metrics import METRICS
from simulation.maps.results import MapResults
from simulation.maps.specification import Map
from simulation.writing import replacing

SUFFIX = ".tiles"
IDENTITY = "map.txt"
KEPT_CELLS = 2**16
KEPT_SECONDS = 2.0
"""Tiles are written together, after so many cells or seconds."""


class TileStore:
    """The folder that holds the finished tiles of one map, beside its output.

    Parameters
    ----------
    output
        The file that the map is for; the folder is called like it, with ``.tiles`` behind.
    map_
        The map.
    """

    def __init__(self, output: Path, map_: Map) -> None:
        self.folder = output.with_name(output.name + SUFFIX)
        self._map = map_
        self._waiting: list[tuple[Array, Columns]] = []
        self._since = time.monotonic()

    def load(self, results: MapResults) -> int:
        """Fill in what is there already; returns the number of cells.

        Raises
        ------
        InputError
            If the folder holds tiles of another map, or cannot be used.
        """
        if self.folder.exists():
            if self._said() != identity(self._map):
                raise InputError(
                    str(self.folder),
                    "holds what is finished of another map; give --restart to throw that away, or "
                    "another name for the output",
                )
            for path in sorted(self.folder.glob("*.npz")):
                self._load(path, results)
        else:
            try:
                self.folder.mkdir()
            except OSError as error:
                raise InputError(
                    str(self.folder), "cannot be written: {reason}", reason=error.strerror
                ) from error
            with replacing(self.folder / IDENTITY) as file:
                file.write(identity(self._map).encode())
        return int(results.done.sum())

    def take(self, cells: Array, columns: Columns) -> None:
        """Keep a finished tile."""
        self._waiting.append((cells, columns))
        waiting = sum(len(each) for each, _ in self._waiting)
        if waiting >= KEPT_CELLS or time.monotonic() - self._since > KEPT_SECONDS:
            self.flush()

    def flush(self) -> None:
        """Write what is not written yet."""
        if self._waiting:
            cells = np.concatenate([each for each, _ in self._waiting])
            columns = {
                name: np.concatenate([each[name] for _, each in self._waiting]) for name in METRICS
            }
            with replacing(self.folder / f"{cells[0]:010d}-{len(cells)}.npz") as file:
                arrays: dict[str, Any] = {"cells": cells, **columns}
                np.savez(file, **arrays)
        self._waiting = []
        self._since = time.monotonic()

    def remove(self) -> None:
        """Throw all of it away."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _said(self) -> str:
        try:
            return (self.folder / IDENTITY).read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            return ""

    def _load(self, path: Path, results: MapResults) -> None:
        try:
            with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
                columns = {name: stored[name] for name in METRICS}
                results.put(stored["cells"], columns)
        except (OSError, ValueError, KeyError, IndexError, zipfile.BadZipFile):
            path.unlink(missing_ok=True)  # its cells are computed again


def identity(map_: Map) -> str:
    """A line that is the same for the same map only."""
    said = [files.dumps(map_.experiment, drawn_start=True)]
    said += [repr(each) for each in (map_.x, map_.y, map_.run, map_.tolerance, map_.target)]
    said.append(",".join(METRICS))
    return hashlib.sha256("\n".join(said).encode()).hexdigest()

"""Maps as CSV and Parquet: one row a cell, all metrics."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet

from simulation import files
from simulation.export.csv_text import write_tables
from simulation.export.targets import sidecar
from simulation.maps.metrics import METRICS, OUTCOMES
from simulation.maps.results import MapResults
from simulation.maps.specification import Map
from simulation.writing import replacing

CHUNK_CELLS = 2**18
"""Cells that are turned into text together: what that takes does not grow with the map."""


def write_csv(map_: Map, results: MapResults, path: Path) -> None:
    """Write ``path`` and, beside it, ``NAME.toml`` with the experiment.

    Columns: the key of x, the key of y, and every metric; ``outcome`` as a word. Rows go along
    x first, from the lowest values up. Numbers are written as in tables of trajectories.

    Raises
    ------
    InputError
        If a file cannot be written.
    """
    with replacing(path) as file:
        write_tables(file, map_tables(map_, results))
        files.save(map_.experiment, sidecar(path), drawn_start=True)


def write_parquet(map_: Map, results: MapResults, path: Path) -> None:
    """The same table as Parquet, with the same ``NAME.toml`` beside it."""
    with replacing(path) as file:
        writer = None
        for table in map_tables(map_, results):
            writer = writer or pyarrow.parquet.ParquetWriter(pa.PythonFile(file, "w"), table.schema)
            writer.write_table(table)
        if writer is not None:
            writer.close()
        files.save(map_.experiment, sidecar(path), drawn_start=True)


def map_tables(map_: Map, results: MapResults) -> Iterator[pa.Table]:
    """The table in parts of whole rows of the map."""
    rows, columns = map_.shape
    x, y = map_.x_values, map_.y_values
    height = max(1, CHUNK_CELLS // columns)
    words = np.array(OUTCOMES, object)
    for first in range(0, rows, height):
        part = slice(first, min(first + height, rows))
        table = {
            map_.x.key: np.tile(x, part.stop - first),
            map_.y.key: np.repeat(y[part], columns),
        }
        for name in METRICS:
            table[name] = results.columns[name][part].ravel()
        table["outcome"] = words[table["outcome"]]
        yield pa.table(table)

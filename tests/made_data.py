"""A file like the airfoil's that the tests make themselves: they need none, and no network.

The program finds and reads it as it does the published one. Its numbers are drawn, so that
nothing published can be compared with them: tests that do so are marked ``data``.
"""

from __future__ import annotations

import os
from hashlib import sha1
from pathlib import Path

import numpy as np

from simulation import datasets
from simulation.seeds import generator

ROWS = 1503
LIKENESS = {"like the airfoil's": 0.65, "well-conditioned": 0.05, "ill-conditioned": 0.99}
"""Correlation of each feature with the one before it. The eigenvalues of the Gram matrix of r
lie between (1 − r)/(1 + r) and (1 + r)/(1 − r): the airfoil's are 0.17 to 2.10."""
USUAL = "like the airfoil's"

MEANS = (2900.0, 6.8, 0.14, 51.0, 0.011, 125.0)
DEVIATIONS = (3200.0, 5.9, 0.09, 16.0, 0.013, 6.9)
"""Of the columns, so that a column that is not whitened is noticed."""

_PUBLISHED_SHA1 = datasets.AIRFOIL_SHA1
_WEIGHTS = (-0.6, -0.4, -0.5, 0.3, -0.2)


def table(correlation: float) -> np.ndarray:
    """Columns of the file, ``(1503, 6)``; half of the target's variance is noise."""
    draws = generator(0, "made data", correlation).normal(size=(6, ROWS))
    columns = [draws[0]]
    for fresh in draws[1:-1]:
        columns.append(correlation * columns[-1] + (1 - correlation**2) ** 0.5 * fresh)
    explained = np.dot(_WEIGHTS, columns)
    columns.append(explained / explained.std() + draws[-1])
    return np.transpose(columns) * DEVIATIONS + MEANS


def write_made_data(folder: Path) -> dict[str, Path]:
    """Write a file of each kind; returns them by the names of ``LIKENESS``."""
    files = {}
    for name, correlation in LIKENESS.items():
        files[name] = folder / name / datasets.AIRFOIL_FILE
        files[name].parent.mkdir(parents=True)
        np.savetxt(files[name], table(correlation), "%.8g", delimiter="\t", newline="\r\n")
    return files


def use_data(file: Path, *, published: bool = False) -> None:
    """Let the program find ``file``, in this process as the one that it knows by its checksum.

    A program that a test starts finds it too, and refuses what is not the published one.
    """
    os.environ[datasets.DATA_VARIABLE] = str(file.parent)
    checksum = _PUBLISHED_SHA1 if published else sha1(file.read_bytes()).hexdigest()
    if checksum != datasets.AIRFOIL_SHA1:
        datasets.AIRFOIL_SHA1 = checksum
        if datasets._read.cache_info().currsize:  # else nothing has been computed from others
            _forget_other_data()


def _forget_other_data() -> None:
    """Drop what is kept by the objective's name alone: data never change in a program."""
    from simulation.engine.replay.programs import PROGRAMS
    from simulation.maps.cluster import _worker
    from simulation.theory.placing import _placed

    PROGRAMS._programs.clear()
    _placed.cache_clear()
    _worker.cache_clear()

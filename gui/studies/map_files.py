"""Maps written to files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.studies.map_jobs import Job
from simulation.errors import InputError


def ask_where(parent: QWidget) -> Path | None:
    """Where the user wants a map to be written; ``None`` if nowhere."""
    name, _ = QFileDialog.getSaveFileName(
        parent,
        QCoreApplication.translate("MapStudy", "Export the map"),
        "map.csv",
        QCoreApplication.translate("MapStudy", "Table (*.csv *.parquet);;Picture (*.png)"),
    )
    return Path(name) if name else None


def write(job: Job, metric: str, path: Path) -> Path:
    """Write a map as the ending of ``path`` says.

    Raises
    ------
    InputError
        If the ending is none of these, or the file cannot be written.
    """
    from simulation.maps.picture import write_png
    from simulation.maps.tables import write_csv, write_parquet

    ending = path.suffix.lower()
    if ending == ".png":
        write_png(job.map, job.results, metric, path)
    elif ending == ".parquet":
        write_parquet(job.map, job.results, path)
    elif ending == ".csv":
        write_csv(job.map, job.results, path)
    else:
        raise InputError(path.name, "give a name that ends in .png, .csv or .parquet")
    return path

"""Where the airfoil self-noise data is found, and how it is read.

NASA airfoil self-noise: Brooks, Pope & Marcolini 1989; UCI Machine Learning Repository,
data set 291, CC BY 4.0. 1,503 rows of six tab-separated columns: frequency (Hz), angle of
attack (deg), chord length (m), free-stream velocity (m/s), suction-side displacement
thickness (m), and the target, scaled sound pressure level (dB).
"""

from __future__ import annotations

import hashlib
import os
import zipfile
from functools import lru_cache
from pathlib import Path

import numpy as np

from simulation.errors import InputError
from simulation.paths import RESOURCES, user_cache
from simulation.writing import replacing

AIRFOIL_FILE = "airfoil_self_noise.dat"
AIRFOIL_SHA1 = "76e5be1548fd8222e5074cf0faae75edff8cf93f"
AIRFOIL_ROWS = 1500
"""Rows kept after whitening, as the textbook does."""
DATA_VARIABLE = "MOMENTUM_LAB_DATA"
FEATURES = ("frequency", "angle", "chord", "velocity", "thickness")

_MIRROR = "http://d2l-data.s3-accelerate.amazonaws.com/" + AIRFOIL_FILE
_ARCHIVE = "https://archive.ics.uci.edu/static/public/291/airfoil+self+noise.zip"


def airfoil() -> tuple[np.ndarray, np.ndarray]:
    """Features ``(1500, 5)`` and target ``(1500,)``, whitened over all 1,503 rows.

    Raises
    ------
    InputError
        If the file is nowhere to be had, or is not the published one.
    """
    return _read(find_airfoil())


def find_airfoil(*, fetch: bool = True) -> Path:
    """Return the path of the file, checked.

    Looked for in the packaged binary, in the folder that the environment variable
    ``MOMENTUM_LAB_DATA`` names, in the user's cache, then, if ``fetch``, on the network.

    Raises
    ------
    InputError
        If none of them has it; the sentence says what to do.
    """
    folder = os.environ.get(DATA_VARIABLE)
    if folder and not Path(folder).is_dir():
        raise InputError(
            DATA_VARIABLE,
            "{folder} is not a folder; name one with {file}",
            folder=folder,
            file=AIRFOIL_FILE,
        )
    places = [RESOURCES / "data", Path(folder) if folder else None, user_cache()]
    for place in places:
        if place is not None and (place / AIRFOIL_FILE).is_file():
            check_airfoil(place / AIRFOIL_FILE)
            return place / AIRFOIL_FILE
    if not fetch:
        raise InputError(AIRFOIL_FILE, "is not on this computer; it is downloaded when it is used")
    return _fetch()


def check_airfoil(path: Path) -> None:
    """Raise ``InputError`` unless ``path`` holds the published file, byte for byte."""
    try:
        digest = hashlib.sha1(path.read_bytes(), usedforsecurity=False).hexdigest()
    except OSError as error:
        raise InputError(str(path), "cannot be read: {reason}", reason=error.strerror) from error
    if digest != AIRFOIL_SHA1:
        raise InputError(
            str(path),
            "is not the published {file} (SHA-1 {digest}…); give the original file",
            file=AIRFOIL_FILE,
            digest=digest[:10],
        )


def keep_airfoil(path: Path) -> None:
    """Copy a file that the user chose into the cache, after checking it."""
    check_airfoil(path)
    try:
        user_cache().mkdir(parents=True, exist_ok=True)
        content = path.read_bytes()
    except OSError as error:
        raise InputError(
            str(user_cache()), "cannot be used: {reason}", reason=error.strerror
        ) from error
    with replacing(user_cache() / AIRFOIL_FILE) as file:
        file.write(content)


def _fetch() -> Path:
    import pooch

    pooch.get_logger().setLevel("WARNING")  # its progress would mix with what commands print
    known_hash = f"sha1:{AIRFOIL_SHA1}"
    download = pooch.HTTPDownloader(timeout=10)
    try:
        pooch.retrieve(_MIRROR, known_hash, AIRFOIL_FILE, user_cache(), downloader=download)
    except (OSError, ValueError):
        try:
            unzip = pooch.Unzip([AIRFOIL_FILE], extract_dir=".")
            pooch.retrieve(_ARCHIVE, None, "airfoil.zip", user_cache(), unzip, downloader=download)
        except (OSError, ValueError, zipfile.BadZipFile) as error:
            # What came may be no archive but a login page; keep it and pooch reads it forever.
            (user_cache() / "airfoil.zip").unlink(missing_ok=True)
            raise InputError(
                AIRFOIL_FILE,
                "the airfoil data is not on this computer and could not be downloaded; set "
                "{variable} to a folder that holds it, or choose the file in the window",
                variable=DATA_VARIABLE,
            ) from error
    path = user_cache() / AIRFOIL_FILE
    check_airfoil(path)
    return path


@lru_cache(maxsize=2)
def _read(path: Path) -> tuple[np.ndarray, np.ndarray]:
    table = np.loadtxt(path)
    table = ((table - table.mean(0)) / table.std(0))[:AIRFOIL_ROWS]
    return table[:, :-1], table[:, -1]

"""Writing files whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from simulation.errors import InputError


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """Open a temporary file beside ``path`` that takes its place when all went well.

    Raises
    ------
    InputError
        If it cannot be written; the old file, if any, is untouched.
    """
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise InputError(str(path), "cannot be written: {reason}", reason=error.strerror) from error
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        _permit_as_usual(temporary)
        Path(temporary).replace(path)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise InputError(
            str(path), "cannot be written: {reason}", reason=error.strerror or error
        ) from error
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _permit_as_usual(path: str) -> None:
    """Temporary files are private; give this one the mode of any new file."""
    umask = os.umask(0)
    os.umask(umask)
    Path(path).chmod(0o666 & ~umask)

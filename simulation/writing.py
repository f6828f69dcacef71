"""Writing files whole or not at all."""

from __future__ import annotations

import errno
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

    Where ``path`` is a link, what it leads to is replaced and the link stays.

    Raises
    ------
    InputError
        If it cannot be written; the old file, if any, is untouched.
    """
    with _refusing(path):
        target = _target(path)
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        _permit_as_usual(temporary)
        Path(temporary).replace(target)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise InputError(
            str(path), "cannot be written: {reason}", reason=error.strerror or error
        ) from error
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def check_writable(path: Path) -> None:
    """Refuse a place where no file can be put, so that no work is done in vain.

    Raises
    ------
    InputError
        With the reason.
    """
    with _refusing(path), tempfile.TemporaryFile(dir=_target(path).parent):
        pass


def real(path: Path) -> Path:
    """What ``path`` leads to; where links lead in a ring, one of them.

    ``Path.resolve`` raises there before Python 3.13 and does not from then on.
    """
    return Path(os.path.realpath(path))


def _target(path: Path) -> Path:
    """The file that is to be replaced, or made."""
    target = real(path)
    if target.is_symlink():  # one of a ring
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if target.exists() and not target.is_file():  # a device or a pipe would be gone
        raise OSError(errno.EINVAL, "Not a regular file")
    return target


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Say what is wrong with a place in a sentence."""
    try:
        yield
    except (OSError, ValueError) as error:  # a zero in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(str(path), "cannot be written: {reason}", reason=reason) from error


def _permit_as_usual(path: str) -> None:
    """Temporary files are private; give this one the mode of any new file."""
    umask = os.umask(0)
    os.umask(umask)
    Path(path).chmod(0o666 & ~umask)

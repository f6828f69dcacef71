"""Printing what a command found: as a table for people, as JSON for programs."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from simulation.errors import InputError


@contextmanager
def printing() -> Iterator[None]:
    """Around all that prints: what the output cannot take is no crash.

    Characters that its encoding lacks are escaped. Whoever reads only the first lines, as
    ``head`` does, has seen enough.

    Raises
    ------
    InputError
        If the output cannot be written, because a disk is full.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        yield
        if sys.stdout is not None:  # it may be closed
            sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
    except OSError as error:
        if error.errno is None or error.filename is not None:  # about something else
            raise
        _drop_output()
        raise InputError(
            "output", "cannot be written: {reason}", reason=error.strerror or error
        ) from error


def _drop_output() -> None:
    """Leave nothing that Python would try to print once more when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def report(rows: list[dict[str, Any]], *, as_json: bool) -> None:
    """Print rows as a JSON document or as an aligned table."""
    if as_json:
        print_json(rows)
        return
    if not rows:
        return
    cells = [list(rows[0]), *([_cell(value) for value in row.values()] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    for row in cells:
        padded = (text.ljust(width) for text, width in zip(row, widths, strict=True))
        print("  ".join(padded).rstrip())


def print_json(document: Any) -> None:
    """Print one JSON document."""
    json.dump(_jsonable(document), sys.stdout, ensure_ascii=False, indent=2)
    print()


def _cell(value: Any) -> str:
    if isinstance(value, list):
        shown = [f"{entry:.6f}" if abs(entry) < 1e6 else f"{entry:.6g}" for entry in value[:6]]
        return ", ".join(shown) + (", …" if len(value) > 6 else "")
    if isinstance(value, float):
        return f"{value:.6g}"
    text = "" if value is None else str(value)  # a label may hold a line break
    return "".join(letter if letter.isprintable() else "�" for letter in text)


def _jsonable(value: Any) -> Any:
    """Strict JSON has no inf and nan; they become the words that the CSV uses."""
    if isinstance(value, list):
        return [_jsonable(entry) for entry in value]
    if isinstance(value, dict):
        return {key: _jsonable(entry) for key, entry in value.items()}
    if isinstance(value, float) and (value != value or abs(value) == float("inf")):
        return str(value)
    return value

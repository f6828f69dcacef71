"""Printing what a command found: as a table for people, as JSON for programs."""

from __future__ import annotations

import json
import sys
from typing import Any


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
    return f"{value:.6g}" if isinstance(value, float) else "" if value is None else str(value)


def _jsonable(value: Any) -> Any:
    """Strict JSON has no inf and nan; they become the words that the CSV uses."""
    if isinstance(value, list):
        return [_jsonable(entry) for entry in value]
    if isinstance(value, dict):
        return {key: _jsonable(entry) for key, entry in value.items()}
    if isinstance(value, float) and (value != value or abs(value) == float("inf")):
        return str(value)
    return value

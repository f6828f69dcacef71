"""Bundled experiments, each with its lesson and, where one is published, its result."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import MISSING, dataclass, fields
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from simulation import files
from simulation.errors import InputError, join, unknown
from simulation.experiment import Experiment
from simulation.paths import RESOURCES
from simulation.wording import said

FOLDER = RESOURCES / "presets"


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a preset is there to show."""

    order: int
    """Place in the gallery."""
    family: str
    """Heading in the gallery."""
    summary: str
    look_for: str
    """What to watch while it plays."""
    source: str


@dataclass(frozen=True, slots=True)
class Published:
    """One number that a text prints for this experiment; ``verify`` and the curves show it.

    Exactly one of ``tolerance`` (absolute), ``ulps`` (units in the last place of float32)
    and ``low`` with ``high`` (the range over ``seeds`` seeds) says how close is equal.
    """

    run: int
    quantity: str
    value: float
    step: int = -1
    """Step at which it is read; −1 for the last."""
    tolerance: float = 0.0
    ulps: int = 0
    threshold: float = 0.0
    """For ``stays_below``: the loss below which the run stays."""
    low: float = 0.0
    high: float = 0.0
    seeds: int = 1


@dataclass(frozen=True)
class Preset:
    """An experiment of the gallery."""

    id: str
    title: str
    lesson: Lesson
    published: tuple[Published, ...]
    document: Mapping[str, Any]
    """The experiment as its file says it."""

    @cached_property
    def experiment(self) -> Experiment:
        """The experiment, checked when it is wanted.

        Some optimizers only torch can describe, and the gallery is on the screen before
        torch is loaded.
        """
        return files.from_document(deepcopy(dict(self.document)))


@cache
def presets() -> dict[str, Preset]:
    """All bundled presets by id, in the gallery's order."""
    found = [load_preset(path) for path in FOLDER.glob("*.toml")]
    return {preset.id: preset for preset in sorted(found, key=lambda p: p.lesson.order)}


def find_preset(name: str) -> Preset:
    """The preset called ``name``, or ``InputError``."""
    if name not in presets():
        raise InputError("preset", unknown(name, presets(), "preset"))
    return presets()[name]


def load_experiment(path: Path) -> Experiment:
    """The experiment in a file; a preset's lesson and published numbers are passed over.

    Raises
    ------
    InputError
        If the file cannot be read, or says something that cannot be used.
    """
    return files.from_document(read_bare(path))


def read_bare(path: Path) -> dict[str, Any]:
    """The document in a file without what only presets have, which must be right all the same.

    Raises
    ------
    InputError
        If the file cannot be read, or its lesson or a published result cannot be used.
    """
    document = files.read_document(path)
    strip_lesson(document)
    return document


def strip_lesson(
    document: dict[str, Any], where: str = ""
) -> tuple[Lesson | None, tuple[Published, ...]]:
    """Take what only presets have out of a document and return it.

    Raises
    ------
    InputError
        If it cannot be used; its key begins with ``where``.
    """
    lesson, published = document.pop("lesson", None), document.pop("published", [])
    files.expect(published, list, f"{where}published", "a list of [[published]] tables")
    return (
        None if lesson is None else _record(Lesson, lesson, f"{where}lesson"),
        tuple(_record(Published, entry, f"{where}published") for entry in published),
    )


def load_preset(path: Path) -> Preset:
    """The preset in a file; its experiment is checked when it is wanted.

    Raises
    ------
    InputError
        If the file cannot be read, or its lesson or a published result cannot be used.
    """
    document = files.read_document(path)
    files.expect(document.get("lesson"), dict, f"{path.name}: lesson", "a table")
    lesson, published = strip_lesson(document, f"{path.name}: ")
    assert lesson is not None
    return Preset(path.stem, document.get("title", path.stem), lesson, published, document)


def _record(kind: type[Any], table: Any, key: str) -> Any:
    files.expect(table, dict, key, "a table")
    known = {field.name: field for field in fields(kind)}
    for name in table:
        if name not in known:
            raise InputError(key, unknown(name, known, "key"))
    for name, field in known.items():
        allowed, what = _ALLOWED[str(field.type)]
        if name in table or field.default is MISSING:
            files.expect(table.get(name), allowed, join(key, name), what)
    return kind(**table)


_ALLOWED: dict[str, tuple[type | tuple[type, ...], str]] = {
    "int": (int, said("a whole number")),
    "float": ((int, float), said("a number")),
    "str": (str, said("a text")),
}
"""Types of a record's fields, and what they are called."""

"""Courses: each leads through one text, from preset to preset, question before answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, TypeGuard

from simulation.errors import InputError, join, unknown
from simulation.files import expect, read_document
from simulation.parameters import is_text
from simulation.paths import RESOURCES
from simulation.presets import find_preset
from simulation.wording import said

FOLDER = RESOURCES / "courses"
LANGUAGES = ("en", "zh_CN", "ja")


@dataclass(frozen=True, slots=True)
class Wording:
    """A text in every language."""

    texts: Mapping[str, str]

    def told_in(self, language: str) -> str:
        """The text in a language, or in English."""
        return self.texts.get(language, self.texts["en"])


@dataclass(frozen=True, slots=True)
class Stop:
    """One preset on the way: what to do there, what to ask oneself, and the answer."""

    preset: str
    view: str
    """What to look at, by the name of a tab of the window."""
    do: Wording
    question: Wording
    answer: Wording


@dataclass(frozen=True, slots=True)
class Course:
    """A path through one text."""

    id: str
    order: int
    source: str
    """The text it follows."""
    title: Wording
    summary: Wording
    stops: tuple[Stop, ...]


@cache
def courses() -> dict[str, Course]:
    """All bundled courses by id, in their order."""
    found = [load_course(path) for path in FOLDER.glob("*.toml")]
    return {course.id: course for course in sorted(found, key=lambda each: each.order)}


def load_course(path: Path) -> Course:
    """The course in a file.

    Raises
    ------
    InputError
        If a text lacks a language, or a stop names a preset that does not exist.
    """
    document = read_document(path)
    _check_keys(document, Course, path.name)
    stops = document.get("stops", [])
    if not isinstance(stops, list) or not stops:
        raise InputError(path.name, "it has no stops; give at least one [[stops]] table")
    return Course(
        path.stem,
        expect(document.get("order"), int, join(path.name, "order"), "a whole number"),
        expect(document.get("source"), str, join(path.name, "source"), "a text"),
        _wording(document, "title", path.name),
        _wording(document, "summary", path.name),
        tuple(_stop(stop, f"{path.name}: stops.{index}") for index, stop in enumerate(stops)),
    )


def check_views(course: Course, views: Collection[str]) -> None:
    """See that there is every view that a course brings to the front.

    Parameters
    ----------
    views
        Names of those there are.

    Raises
    ------
    InputError
        If a stop names another one.
    """
    for index, stop in enumerate(course.stops):
        if stop.view not in views:
            key = f"{course.id}.toml: stops.{index}.view"
            raise InputError(key, unknown(stop.view, views, "view"))


def _stop(table: Any, key: str) -> Stop:
    _check_keys(expect(table, dict, key, "a table"), Stop, key)
    return Stop(
        find_preset(str(table.get("preset", ""))).id,
        str(table.get("view", "landscape")),
        *(_wording(table, name, key) for name in ("do", "question", "answer")),
    )


def _check_keys(table: Mapping[str, Any], kind: type[Any], key: str) -> None:
    known = [field.name for field in fields(kind) if field.name != "id"]
    for name in table:
        if name not in known:
            raise InputError(join(key, name), unknown(name, known, "key"))


def _wording(table: Mapping[str, Any], name: str, key: str) -> Wording:
    texts = table.get(name)
    if not _is_told(texts):
        raise InputError(join(key, name), said("give it in {names}", names=", ".join(LANGUAGES)))
    return Wording({language: " ".join(text.split()) for language, text in texts.items()})


def _is_told(texts: Any) -> TypeGuard[dict[str, str]]:
    """Whether there is a text in every language, and nothing else."""
    return (
        isinstance(texts, dict)
        and set(texts) == set(LANGUAGES)
        and all(is_text(text) and text for text in texts.values())
    )

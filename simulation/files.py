"""Experiments as TOML: a file is data, reading one never runs code."""

from __future__ import annotations

import os
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import tomlkit

from simulation.errors import InputError, join, unknown
from simulation.experiment import Experiment, ObjectiveChoice, Run

FORMAT = 1
MAX_BYTES = 1_000_000

_SCALARS = ("title", "steps", "seed", "batch_size", "dtype", "device")
_RUN_KEYS = ("optimizer", "label", "enabled", "colour")


def from_document(document: Mapping[str, Any]) -> Experiment:
    """Make an experiment of a parsed file.

    Raises
    ------
    InputError
        For a key that is unknown, missing, of the wrong type or out of range.
    """
    known = ("format", *_SCALARS, "objective", "runs")
    for key in document:
        if key not in known:
            raise InputError(key, unknown(key, known, "key of an experiment"))
    _check_format(document.get("format"))
    scalars = {key: document[key] for key in _SCALARS if key in document}
    runs = _expect(document.get("runs", []), list, "runs", "a list of [[runs]] tables")
    return Experiment(
        objective=_objective(_table(document.get("objective", {}), "objective")),
        runs=tuple(_run(_table(run, f"runs.{i}"), f"runs.{i}") for i, run in enumerate(runs)),
        **scalars,
    )


def to_document(experiment: Experiment) -> dict[str, Any]:
    """The inverse of :func:`from_document`, every default written out."""
    document: dict[str, Any] = {"format": FORMAT}
    document |= {key: getattr(experiment, key) for key in _SCALARS}
    if experiment.batch_size is None:
        del document["batch_size"]
    choice = experiment.objective
    document["objective"] = {"id": choice.id, "start": list(experiment.start)}
    document["objective"] |= {key: _plain(value) for key, value in choice.parameters.items()}
    document["runs"] = [_run_document(run) for run in experiment.runs]
    return document


def set_key(document: dict[str, Any], assignment: str) -> None:
    """Apply ``KEY=VALUE``, such as ``runs.0.momentum=0.9``, to a document in place.

    The value is read as TOML; what is not TOML is taken as a text.
    """
    key, equals, text = assignment.partition("=")
    if not equals or not key:
        raise InputError(assignment, "give --set as KEY=VALUE, such as steps=100")
    try:
        value = tomllib.loads(f"value = {text}")["value"]
    except (ValueError, RecursionError):
        value = text
    *path, last = key.split(".")
    place: Any = document
    for index, name in enumerate(path):
        place = _step_into(place, name, ".".join(path[: index + 1]))
    if isinstance(place, list):
        _step_into(place, last, key)
        place[int(last)] = value
    elif isinstance(place, dict):
        place[last] = value
    else:
        raise InputError(key, "there is no such key in this experiment")


def parse(text: str, name: str) -> dict[str, Any]:
    """Parse TOML; ``name`` stands for the text in the sentence of an ``InputError``."""
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise InputError(name, f"is not valid TOML: {error}") from error


def read_document(path: Path) -> dict[str, Any]:
    """Read and parse a file, or raise ``InputError`` that names it."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror}") from error
    if len(content) > MAX_BYTES:
        raise InputError(str(path), f"is larger than {MAX_BYTES:,} bytes; is it the right file?")
    try:
        text = content.decode("utf-8-sig")  # some editors put a byte order mark first
    except UnicodeDecodeError as error:
        raise InputError(str(path), "is not a text file in UTF-8") from error
    return parse(text, str(path))


def dumps(experiment: Experiment) -> str:
    """The experiment as TOML text."""
    return tomlkit.dumps(to_document(experiment))


def save(experiment: Experiment, path: Path) -> None:
    """Write the experiment to ``path``, whole or not at all."""
    with replacing(path) as file:
        file.write(dumps(experiment).encode())


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
        raise InputError(str(path), f"cannot be written: {error.strerror}") from error
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        _permit_as_usual(temporary)
        Path(temporary).replace(path)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise InputError(str(path), f"cannot be written: {error.strerror or error}") from error
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _permit_as_usual(path: str) -> None:
    """Temporary files are private; give this one the mode of any new file."""
    umask = os.umask(0)
    os.umask(umask)
    Path(path).chmod(0o666 & ~umask)


def _check_format(value: Any) -> None:
    if value is None:
        raise InputError("format", f"is missing; the first line should be: format = {FORMAT}")
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise InputError("format", f"{value!r} is not allowed; give {FORMAT}")
    if value > FORMAT:
        raise InputError(
            "format",
            f"the file is of format {value}, this program reads {FORMAT}; update Momentum Lab",
        )


def _objective(table: Mapping[str, Any]) -> ObjectiveChoice:
    parameters = {key: value for key, value in table.items() if key not in ("id", "start")}
    name = _expect(table.get("id"), str, "objective.id", "the name of an objective")
    return ObjectiveChoice(name, table.get("start"), parameters)


def _run(table: Mapping[str, Any], key: str) -> Run:
    _expect(table.get("optimizer"), str, join(key, "optimizer"), "the name of an optimizer")
    own = {name: table[name] for name in _RUN_KEYS if name in table}
    hyperparameters = {name: value for name, value in table.items() if name not in own}
    return Run(hyperparameters=hyperparameters, **own)


def _run_document(run: Run) -> dict[str, Any]:
    document: dict[str, Any] = {"optimizer": run.optimizer}
    document |= {"label": run.label} if run.label else {}
    document |= {} if run.enabled else {"enabled": False}
    document |= {"colour": run.colour} if run.colour else {}
    return document | dict(run.hyperparameters)


def _table(value: Any, key: str) -> Mapping[str, Any]:
    table: Mapping[str, Any] = _expect(value, dict, key, "a table")
    return table


def _expect(value: Any, kind: type, key: str, what: str) -> Any:
    if value is None:
        raise InputError(key, f"is missing; give {what}")
    if not isinstance(value, kind):
        raise InputError(key, f"{value!r} is not allowed; give {what}")
    return value


def _plain(value: Any) -> Any:
    return [_plain(entry) for entry in value] if isinstance(value, tuple) else value


def _step_into(place: Any, name: str, key: str) -> Any:
    if isinstance(place, list):
        if name not in map(str, range(len(place))):
            raise InputError(key, f"there are {len(place)}, counted from 0")
        return place[int(name)]
    if not isinstance(place, dict) or name not in place:
        raise InputError(key, "there is no such key in this experiment")
    return place[name]

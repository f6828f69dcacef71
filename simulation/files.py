"""Experiments as TOML: a file is data, reading one never runs code."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from simulation.errors import InputError, join, unknown
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.noise import PARAMETERS as NOISE_PARAMETERS
from simulation.noise import Noise
from simulation.parameters import Parameter
from simulation.schedules import Schedule
from simulation.starts import PARAMETERS as STARTS_PARAMETERS
from simulation.starts import Starts
from simulation.wording import said
from simulation.writing import replacing

FORMAT = 1
MAX_BYTES = 1_000_000
DEEPEST_KEY = 50

# The parser's time grows with the square of a key's depth. Possessive: this stays linear.
_DEEP_KEY = re.compile(
    r"""(?<![\w."'-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')\s*+\.\s*+)"""
    f"{{{DEEPEST_KEY}}}"
)
MAX_DEPTH = 4
"""How deep schedules may contain schedules."""

_SCALARS = ("title", "steps", "seed", "batch_size", "sampling", "dtype", "device")
_RUN_KEYS = ("optimizer", "label", "enabled", "colour")


def from_document(document: Mapping[str, Any]) -> Experiment:
    """Make an experiment of a parsed file.

    Raises
    ------
    InputError
        For a key that is unknown, missing, of the wrong type or out of range.
    """
    known = ("format", *_SCALARS, "batch_size_schedule", "objective", "noise", "starts", "runs")
    for key in document:
        if key not in known:
            raise InputError(key, unknown(key, known, "key of an experiment"))
    _check_format(document.get("format"))
    scalars = {key: document[key] for key in _SCALARS if key in document}
    runs = expect(document.get("runs", []), list, "runs", "a list of [[runs]] tables")
    return Experiment(
        objective=_objective(_table(document.get("objective", {}), "objective")),
        noise=_noise(document),
        starts=_starts(document),
        batch_size_schedule=_batch_size_schedule(document),
        runs=tuple(_run(_table(run, f"runs.{i}"), f"runs.{i}") for i, run in enumerate(runs)),
        **scalars,
    )


def to_document(experiment: Experiment, *, drawn_start: bool = False) -> dict[str, Any]:
    """The inverse of :func:`from_document`, every default written out.

    A start that the objective draws from the seed is left to the seed, unless
    ``drawn_start`` asks for its numbers.
    """
    document: dict[str, Any] = {"format": FORMAT}
    document |= {key: getattr(experiment, key) for key in _SCALARS}
    if experiment.batch_size is None:
        del document["batch_size"], document["sampling"]
    if experiment.noise is not None:
        document["noise"] = asdict(experiment.noise)
    if experiment.starts is not None:
        document["starts"] = asdict(experiment.starts)
    if experiment.batch_size_schedule is not None:
        document["batch_size_schedule"] = _schedule_document(experiment.batch_size_schedule)
    choice = experiment.objective
    document["objective"] = {"id": choice.id, "start": list(experiment.start)}
    if choice.start is None and not drawn_start:
        del document["objective"]["start"]
    given = {key: value for key, value in choice.parameters.items() if value is not None}
    document["objective"] |= {key: _plain(value) for key, value in given.items()}
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
    if _DEEP_KEY.search(text):
        raise InputError(name, "has a key of more than {most} levels", most=DEEPEST_KEY)
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise InputError(name, "is not valid TOML: {reason}", reason=str(error)) from error


def read_document(path: Path) -> dict[str, Any]:
    """Read and parse a file, or raise ``InputError`` that names it."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # no name may hold a zero
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(str(path), "cannot be read: {reason}", reason=reason) from error
    if len(content) > MAX_BYTES:
        raise InputError(
            str(path), "is larger than {most:,} bytes; is it the right file?", most=MAX_BYTES
        )
    try:
        text = content.decode("utf-8-sig")  # some editors put a byte order mark first
    except UnicodeDecodeError as error:
        raise InputError(str(path), "is not a text file in UTF-8") from error
    return parse(text, str(path))


def dumps(experiment: Experiment, *, drawn_start: bool = False) -> str:
    """The experiment as TOML text; see :func:`to_document`."""
    import tomlkit

    return tomlkit.dumps(to_document(experiment, drawn_start=drawn_start))


def save(experiment: Experiment, path: Path, *, drawn_start: bool = False) -> None:
    """Write the experiment to ``path``, whole or not at all; see :func:`to_document`."""
    with replacing(path) as file:
        file.write(dumps(experiment, drawn_start=drawn_start).encode())


def expect(value: Any, kind: type | tuple[type, ...], key: str, what: str) -> Any:
    """Return ``value`` if it is of a kind, else raise ``InputError`` that asks for ``what``."""
    what = said(what)
    if value is None:
        raise InputError(key, "is missing; give {what}", what=what)
    if not isinstance(value, kind):
        raise InputError(key, "{given!r} is not allowed; give {what}", given=value, what=what)
    return value


def _check_format(value: Any) -> None:
    if value is None:
        raise InputError(
            "format", "is missing; the first line should be: format = {format}", format=FORMAT
        )
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise InputError(
            "format", "{given!r} is not allowed; give {format}", given=value, format=FORMAT
        )
    if value > FORMAT:
        raise InputError(
            "format",
            "the file is of format {given}, this program reads {format}; update Momentum Lab",
            given=value,
            format=FORMAT,
        )


def _objective(table: Mapping[str, Any]) -> ObjectiveChoice:
    parameters = {key: value for key, value in table.items() if key not in ("id", "start")}
    name = expect(table.get("id"), str, "objective.id", "the name of an objective")
    return ObjectiveChoice(name, table.get("start"), parameters)


def _noise(document: Mapping[str, Any]) -> Noise | None:
    if "noise" not in document:
        return None
    table = _table(document["noise"], "noise")
    _check_keys(table, NOISE_PARAMETERS, "noise")
    return Noise(**table)


def _starts(document: Mapping[str, Any]) -> Starts | None:
    if "starts" not in document:
        return None
    table = _table(document["starts"], "starts")
    _check_keys(table, STARTS_PARAMETERS, "starts")
    return Starts(**table)


def _check_keys(table: Mapping[str, Any], parameters: Sequence[Parameter], name: str) -> None:
    known = [parameter.name for parameter in parameters]
    for key in table:
        if key not in known:
            raise InputError(join(name, key), unknown(key, known, said("key of {name}", name=name)))


def _run(table: Mapping[str, Any], key: str) -> Run:
    expect(table.get("optimizer"), str, join(key, "optimizer"), "the name of an optimizer")
    own = {name: table[name] for name in _RUN_KEYS if name in table}
    schedules = _table(table.get("schedules", {}), join(key, "schedules"))
    hyperparameters = {
        name: value for name, value in table.items() if name not in (*own, "schedules")
    }
    return Run(
        hyperparameters=hyperparameters,
        schedules={
            name: _schedule(schedule, f"{key}.schedules.{name}")
            for name, schedule in schedules.items()
        },
        **own,
    )


def _batch_size_schedule(document: Mapping[str, Any]) -> Schedule | None:
    key = "batch_size_schedule"
    return _schedule(document[key], key) if key in document else None


def _schedule(value: Any, key: str, depth: int = 1) -> Schedule:
    table = _table(value, key)
    kind = expect(table.get("kind"), str, join(key, "kind"), "the name of a schedule")
    parts = expect(table.get("parts", []), list, join(key, "parts"), "a list of schedules")
    if depth > MAX_DEPTH:
        raise InputError(key, "schedules are nested deeper than {most}; simplify", most=MAX_DEPTH)
    return Schedule(
        kind,
        {name: value for name, value in table.items() if name not in ("kind", "parts")},
        tuple(_schedule(part, f"{key}.parts.{i}", depth + 1) for i, part in enumerate(parts)),
    )


def _run_document(run: Run) -> dict[str, Any]:
    document: dict[str, Any] = {"optimizer": run.optimizer}
    document |= {"label": run.label} if run.label else {}
    document |= {} if run.enabled else {"enabled": False}
    document |= {"colour": run.colour} if run.colour else {}
    document |= {name: value for name, value in run.hyperparameters.items() if value is not None}
    if run.schedules:
        schedules = run.schedules.items()
        document["schedules"] = {name: _schedule_document(each) for name, each in schedules}
    return document


def _schedule_document(schedule: Schedule) -> dict[str, Any]:
    document: dict[str, Any] = {"kind": schedule.kind}
    document |= {key: _plain(value) for key, value in schedule.parameters.items()}
    if schedule.parts:
        document["parts"] = [_schedule_document(part) for part in schedule.parts]
    return document


def _table(value: Any, key: str) -> Mapping[str, Any]:
    table: Mapping[str, Any] = expect(value, dict, key, "a table")
    return table


def _plain(value: Any) -> Any:
    return [_plain(entry) for entry in value] if isinstance(value, tuple) else value


def _step_into(place: Any, name: str, key: str) -> Any:
    if isinstance(place, list):
        if name not in map(str, range(len(place))):
            raise InputError(key, "there are {count}, counted from 0", count=len(place))
        return place[int(name)]
    if not isinstance(place, dict) or name not in place:
        raise InputError(key, "there is no such key in this experiment")
    return place[name]

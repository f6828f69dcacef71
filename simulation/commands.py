"""The command line: everything the program can do without a window."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from simulation import files
from simulation.errors import InputError
from simulation.experiment import Experiment
from simulation.objectives.catalog import OBJECTIVES
from simulation.optimizers import consent
from simulation.optimizers.catalog import OPTIMIZERS, UNDECLARED
from simulation.parameters import Parameter
from simulation.presets import Preset, find_preset, presets, strip_lesson

DONE, CHECK_FAILED, BAD_INPUT = 0, 1, 2

COMMANDS = ("list", "run", "verify", "bench")
"""First words that mean a command; anything else is a file for the window."""


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code: 0 done, 1 a check failed, 2 bad input."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.action(options)
    except InputError as error:
        print(f"momentum-lab: {error}", file=sys.stderr)
        return BAD_INPUT
    return code


def add_commands(parser: argparse.ArgumentParser) -> None:
    """Declare the commands on ``parser``."""
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    listing = commands.add_parser("list", help="what there is")
    listing.add_argument("what", choices=list(_LISTS))
    listing.add_argument("--json", action="store_true", help="one JSON document")
    listing.set_defaults(action=_list)

    run = commands.add_parser("run", help="compute an experiment")
    run.add_argument("experiment", metavar="EXPERIMENT", help="a preset's id or a TOML file")
    run.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="change a value, such as runs.0.learning_rate=0.1, steps=100 or seed=1",
    )
    run.add_argument("--csv", type=Path, metavar="FILE", help="write the trajectories as CSV")
    run.add_argument("--parquet", type=Path, metavar="FILE", help="the same as Parquet")
    run.add_argument("--json", action="store_true", help="print one JSON document")
    run.add_argument(
        "--allow-import",
        action="append",
        default=[],
        metavar="CLASS",
        help="let an optimizer be imported, such as my_module.MyOptimizer: this runs its code",
    )
    run.set_defaults(action=_run)

    verify = commands.add_parser("verify", help="published results beside computed ones")
    verify.add_argument("presets", nargs="*", metavar="PRESET", help="default: all")
    verify.add_argument("--json", action="store_true", help="print one JSON document")
    verify.set_defaults(action=_verify)

    bench = commands.add_parser("bench", help="how fast it is, beside what others use")
    themes = "steps, lanes, airfoil, maps, tables; default: all"
    bench.add_argument("names", nargs="*", metavar="NAME", help=themes)
    bench.add_argument("--strict", action="store_true", help="exit with 1 if a goal is missed")
    bench.add_argument("--json", action="store_true", help="print one JSON document")
    bench.set_defaults(action=_bench)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="momentum-lab",
        description="A laboratory for optimizers. Without a command it opens the window; "
        "with a TOML file it opens the window on that experiment.",
    )
    add_commands(parser)
    return parser


def _read_experiment(name: str, assignments: Sequence[str]) -> Experiment:
    path = Path(name)
    if path.suffix == ".toml" or path.is_file():
        document = files.read_document(path)
        strip_lesson(document)
    else:
        document = files.to_document(find_preset(name).experiment)
    for assignment in assignments:
        files.set_key(document, assignment)
    return files.from_document(document)


def _run(options: argparse.Namespace) -> int:
    from simulation.export import tables
    from simulation.export.targets import check_target

    for name in options.allow_import:
        consent.allow(name)
    experiment = _read_experiment(options.experiment, options.set)
    for path in filter(None, (options.csv, options.parquet)):
        check_target(path, Path(options.experiment))
    runner = _runner(experiment)
    history = runner.run()
    if options.csv:
        tables.write_csv(experiment, history, options.csv)
    if options.parquet:
        tables.write_parquet(experiment, history, options.parquet)
    _report(_summary(runner), as_json=options.json)
    return DONE


def _runner(experiment: Experiment) -> Any:
    import torch

    from simulation.engine.runner import Runner

    torch.set_num_threads(1)  # tensors are small: more threads only wait for each other
    return Runner(experiment)


def _summary(runner: Any) -> list[dict[str, Any]]:
    return [
        {
            "run": index,
            "label": run.title,
            "steps": runner.step if run.enabled else 0,
            "outcome": outcome.sentence,
            "x": record.positions[:, -1].tolist() if run.enabled else [],
            "loss": float(record.losses[-1]) if run.enabled else None,
            "steps_per_second": round(runner.steps_per_second),
        }
        for index, (run, record, outcome) in enumerate(
            zip(runner.experiment.runs, runner.history.records, runner.outcomes, strict=True)
        )
    ]


def _verify(options: argparse.Namespace) -> int:
    from simulation.verify import Check, verify

    chosen: list[Preset] = [find_preset(name) for name in options.presets] or [
        preset for preset in presets().values() if preset.published
    ]
    checks: list[Check] = []
    missing: InputError | None = None
    for preset in chosen:
        try:
            checks += verify(preset)
        except InputError as error:  # its data is not here; the others are told all the same
            missing = missing or error
    rows = [
        {
            "preset": check.preset,
            "what": check.what,
            "published": check.published,
            "computed": check.computed,
            "allowed": check.allowed,
            "result": "ok" if check.passed else "OFF",
        }
        for check in checks
    ]
    _report(rows, as_json=options.json)
    off = sum(not check.passed for check in checks)
    if not options.json:
        print(f"\n{len(checks) - off} of {len(checks)} published results agree")
    if missing is not None:
        raise missing
    return CHECK_FAILED if off else DONE


def _bench(options: argparse.Namespace) -> int:
    from simulation.bench.lines import measure

    lines = list(measure(options.names))
    rows = [
        {
            "work": line.work,
            "ours": line.ours_seconds,
            "peer": line.peer,
            "peer_seconds": line.peer_seconds,
            "ratio": line.ratio,
            "goal": line.goal,
            "met": line.met,
        }
        for line in lines
    ]
    if not options.json:
        rows = [_readable_line(row) for row in rows]
    _report(rows, as_json=options.json)
    missed = sum(line.met is False for line in lines)
    if not options.json:
        print(f"\n{missed} goals missed" if missed else "\nall goals that were measured are met")
    return CHECK_FAILED if missed and options.strict else DONE


def _readable_line(row: dict[str, Any]) -> dict[str, Any]:
    """Times with their unit, ratios as multiples."""
    ratio, goal = (None if row[key] is None else f"{row[key]:.3g}×" for key in ("ratio", "goal"))
    return {
        "work": row["work"],
        "ours": _duration(row["ours"]),
        "peer": row["peer"],
        "takes": _duration(row["peer_seconds"]),
        "ratio": ratio,
        "goal": goal and f"≥ {goal}",
        "met": {True: "yes", False: "NO", None: None}[row["met"]],
    }


def _duration(seconds: float | None) -> str | None:
    if seconds is None:
        return None
    for unit, length in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= length:
            return f"{seconds / length:.3g} {unit}"
    return f"{seconds / 1e-9:.3g} ns"


def _list(options: argparse.Namespace) -> int:
    _report(_LISTS[options.what](), as_json=options.json)
    return DONE


def _list_presets() -> list[dict[str, Any]]:
    return [
        {
            "id": preset.id,
            "family": preset.lesson.family,
            "title": preset.experiment.title,
            "summary": preset.lesson.summary,
        }
        for preset in presets().values()
    ]


def _list_objectives() -> list[dict[str, Any]]:
    return [
        {
            "id": kind.id,
            "name": kind.name,
            "formula": kind.formula,
            "parameters": _names(kind.parameters),
        }
        for kind in OBJECTIVES.values()
    ]


def _list_optimizers() -> list[dict[str, Any]]:
    return [
        {
            "id": optimizer.id,
            "name": optimizer.name,
            "formula": optimizer.formula.replace("\n", "; "),
            "hyperparameters": _names(optimizer.hyperparameters),
        }
        for optimizer in OPTIMIZERS.values()
    ] + [
        {"id": name, "name": name, "formula": "", "hyperparameters": "those of its signature"}
        for name in UNDECLARED
    ]


_LISTS = {
    "presets": _list_presets,
    "objectives": _list_objectives,
    "optimizers": _list_optimizers,
}


def _names(parameters: Sequence[Parameter]) -> str:
    return ", ".join(parameter.name for parameter in parameters)


def _report(rows: list[dict[str, Any]], *, as_json: bool) -> None:
    """Print rows as a JSON document or as an aligned table."""
    if as_json:
        json.dump(_jsonable(rows), sys.stdout, ensure_ascii=False, indent=2)
        print()
        return
    if not rows:
        return
    cells = [list(rows[0]), *([_cell(value) for value in row.values()] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    for row in cells:
        padded = (text.ljust(width) for text, width in zip(row, widths, strict=True))
        print("  ".join(padded).rstrip())


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

"""``race``: every optimizer with the best values that the same effort finds."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from simulation.commands.exits import DONE
from simulation.commands.parsing import whole_number
from simulation.commands.reading import read_experiment
from simulation.commands.report import report
from simulation.errors import InputError
from simulation.experiment import Run
from simulation.export.targets import check_target
from simulation.maps.race import race
from simulation.maps.race_rules import Finish, Race, Watch
from simulation.maps.race_search import Range
from simulation.maps.race_table import rows, warnings, write_csv
from simulation.optimizers import consent


def declare(commands: Any) -> None:
    """Add the command to a parser's."""
    command = commands.add_parser("race", help="which optimizer is best, each with its best values")
    add = command.add_argument
    add("experiment", metavar="EXPERIMENT", help="a preset's id or a TOML file")
    add(
        "--optimizer",
        action="append",
        default=[],
        metavar="NAME",
        help="take these instead of the experiment's enabled runs",
    )
    for name, usual, what in (
        ("--budget", 64, "values each may try"),
        ("--starts", 32, "starts to rank over"),
        ("--seeds", 1, "seeds to rank over"),
    ):
        add(name, type=whole_number, default=usual, metavar="N", help=f"{what}; default {usual}")
    add(
        "--range",
        action="append",
        default=[],
        metavar="KEY=LOW:HIGH",
        help="search this range, such as runs.0.learning_rate=1e-5:100; default: the slider's",
    )
    add("--set", action="append", default=[], metavar="KEY=VALUE", help="as for run")
    add("--csv", type=Path, metavar="FILE", help="write the table as CSV")
    add("--json", action="store_true", help="print one JSON document")
    add("--allow-import", action="append", default=[], metavar="CLASS", help="as for run")
    command.set_defaults(action=_race)


def _race(options: argparse.Namespace) -> int:
    import torch

    torch.set_num_threads(1)  # tensors are small: more threads only wait for each other
    for name in options.allow_import:
        consent.allow(name)
    experiment = read_experiment(options.experiment, options.set)
    if options.optimizer:
        experiment = replace(experiment, runs=tuple(Run(name) for name in options.optimizer))
    if options.csv:
        check_target(options.csv, None)
    ranges = dict(map(_read_range, options.range))
    effort = Race(experiment, options.budget, options.starts, options.seeds, ranges)
    finishes = race(effort, Watch(tell=_tell))
    if options.csv:
        write_csv(finishes, options.csv)
    report(rows(finishes), as_json=options.json)
    for warning in warnings(effort, finishes):
        print(warning, file=sys.stderr)
    if not options.json:
        print(f"\n{options.budget} values tried by each; final losses from {finishes[0].runs} runs")
    return DONE


def _read_range(text: str) -> tuple[str, Range]:
    """Read ``KEY=LOW:HIGH``."""
    key, equals, ends = text.partition("=")
    try:
        low, high = map(float, ends.split(":"))
    except ValueError:
        equals = ""
    if not key or not equals:
        raise InputError(
            "--range",
            "{text!r} is no range; give KEY=LOW:HIGH, such as runs.0.learning_rate=1e-5:100",
            text=text,
        )
    return key.strip(), (low, high)


def _tell(finish: Finish) -> None:
    print(f"{finish.optimizer}: median loss {finish.median_loss:.6g}", file=sys.stderr)

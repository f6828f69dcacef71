"""``race``: every optimizer with the best values that the same effort finds."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from simulation.commands.exits import DONE
from simulation.commands.reading import read_experiment
from simulation.commands.report import report
from simulation.experiment import Run
from simulation.export.targets import check_target
from simulation.maps.race import race
from simulation.maps.race_rules import Finish, Race, Watch
from simulation.maps.race_table import rows, write_csv
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
    add("--budget", type=int, default=64, metavar="N", help="values each may try; default 64")
    add("--starts", type=int, default=32, metavar="N", help="starts to rank over; default 32")
    add("--seeds", type=int, default=1, metavar="N", help="seeds to rank over; default 1")
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
    effort = Race(experiment, options.budget, options.starts, options.seeds)
    finishes = race(effort, Watch(tell=_tell))
    if options.csv:
        write_csv(finishes, options.csv)
    report(rows(finishes), as_json=options.json)
    if not options.json:
        print(f"\n{options.budget} values tried by each; final losses from {finishes[0].runs} runs")
    return DONE


def _tell(finish: Finish) -> None:
    print(f"{finish.optimizer}: median loss {finish.median_loss:.6g}", file=sys.stderr)

"""``run``: compute an experiment."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from simulation.commands.exits import DONE
from simulation.commands.parsing import check_distinct
from simulation.commands.reading import read_experiment
from simulation.commands.report import report
from simulation.experiment import Experiment
from simulation.optimizers import consent


def declare(commands: Any) -> None:
    """Add the command to a parser's."""
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


def _run(options: argparse.Namespace) -> int:
    from simulation.export import tables
    from simulation.export.targets import check_sidecars, check_target

    for name in options.allow_import:
        consent.allow(name)
    experiment = read_experiment(options.experiment, options.set)
    outputs = [path for path in (options.csv, options.parquet) if path]
    for path in outputs:
        check_target(path, Path(options.experiment))
    check_distinct(outputs)
    check_sidecars(outputs, experiment)
    runner = _runner(experiment)
    history = runner.run()
    if options.csv:
        tables.write_csv(experiment, history, options.csv)
    if options.parquet:
        tables.write_parquet(experiment, history, options.parquet)
    report(_summary(runner), as_json=options.json)
    if history.stride > 1:
        told = f"one step in {history.stride} is recorded: all of them would not fit in memory"
        print(f"momentum-lab: {told}", file=sys.stderr)
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

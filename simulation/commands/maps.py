"""``map``: one run from every point of a grid."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from simulation.commands.exits import DONE, INTERRUPTED
from simulation.commands.parsing import check_distinct, number, whole_number
from simulation.commands.reading import read_experiment
from simulation.commands.report import print_json, report
from simulation.errors import InputError
from simulation.export.targets import check_sidecars, check_target
from simulation.maps.axes import parse_axis
from simulation.maps.cluster import compute_on_cluster
from simulation.maps.computation import MapComputation, Take
from simulation.maps.metrics import METRICS, OUTCOMES, Metric, find_metric
from simulation.maps.results import MapResults
from simulation.maps.specification import TOLERANCE, Map
from simulation.maps.store import TileStore
from simulation.optimizers import consent

PROGRESS_SECONDS = 0.5
MOST_WORKERS = 1024


def declare(commands: Any) -> None:
    """Add the command to a parser's."""
    command = commands.add_parser("map", help="what happens everywhere: two numbers varied")
    add = command.add_argument
    add("experiment", metavar="EXPERIMENT", help="a preset's id or a TOML file")
    axis = "KEY=LO:HI:N[:log], such as runs.0.learning_rate=0.001:1:64:log"
    add("--x", required=True, metavar="AXIS", help=axis)
    add("--y", required=True, metavar="AXIS", help="the same, with another key")
    add("--metric", default="final_loss", metavar="NAME", help=", ".join(METRICS))
    add("--run", type=whole_number, default=0, metavar="N", help="which run, counted from 0")
    add("--set", action="append", default=[], metavar="KEY=VALUE", help="as for run")
    add(
        "--tolerance",
        type=number,
        default=TOLERANCE,
        help="share of the first gap; default %(default)s",
    )
    add("--target", type=number, metavar="LOSS", help="what counts as the minimum")
    add("--csv", type=Path, metavar="FILE", help="write all metrics of all cells as CSV")
    add("--parquet", type=Path, metavar="FILE", help="the same as Parquet")
    add("--png", type=Path, metavar="FILE", help="draw the metric")
    add("--json", action="store_true", help="print one JSON document with the metric's values")
    add("--workers", type=whole_number, metavar="N", help="threads; default: one a processor")
    add("--cluster", metavar="ADDRESS", help="compute on this dask.distributed cluster")
    add("--restart", action="store_true", help="forget what an interrupted map has finished")
    add("--allow-import", action="append", default=[], metavar="CLASS", help="as for run")
    command.set_defaults(action=_map)


def _map(options: argparse.Namespace) -> int:
    for name in options.allow_import:
        consent.allow(name)
    map_ = Map(
        read_experiment(options.experiment, options.set),
        parse_axis(options.x, "--x"),
        parse_axis(options.y, "--y"),
        options.run,
        options.tolerance,
        options.target,
    )
    metric = find_metric(options.metric, map_)
    if options.workers is not None and not 1 <= options.workers <= MOST_WORKERS:
        raise InputError(
            "workers",
            "{given} is not allowed; give 1 to {most}",
            given=options.workers,
            most=MOST_WORKERS,
        )
    outputs = [path for path in (options.csv, options.parquet, options.png) if path]
    for path in outputs:
        beside = Path(options.experiment) if path != options.png else None
        check_target(path, beside)
    check_distinct(outputs)
    tables = [path for path in outputs if path != options.png]
    check_sidecars(tables, map_.experiment)
    store = TileStore(outputs[0], map_) if outputs else None
    if store is not None and options.restart:
        store.remove()
    began = time.perf_counter()
    try:
        results = _computed(map_, store, options)
    except KeyboardInterrupt:
        kept = f"; what is finished is in {store.folder}, the same command goes on" if store else ""
        print(f"momentum-lab: interrupted{kept}", file=sys.stderr)
        return INTERRUPTED
    _write(map_, results, metric, options)
    if store is not None:
        store.remove()
    _tell(map_, results, metric, time.perf_counter() - began, as_json=options.json)
    return DONE


def _computed(map_: Map, store: TileStore | None, options: argparse.Namespace) -> MapResults:
    results = MapResults(map_.shape)
    if store is not None:
        store.load(results)
    progress = _Progress(map_.cells, int(results.done.sum()))
    take = _both(progress.take, store.take) if store else progress.take
    try:
        if options.cluster is not None:
            compute_on_cluster(map_, options.cluster, results, take)
        else:
            MapComputation(
                map_, workers=options.workers, results=results, take=take, progressive=False
            ).run()
    finally:
        progress.end()
        if store is not None:
            store.flush()
    return results


def _both(first: Take, second: Take) -> Take:
    def take(cells: Any, columns: Any) -> None:
        first(cells, columns)
        second(cells, columns)

    return take


class _Progress:
    """A line on stderr that says how far it is, where somebody may be watching."""

    def __init__(self, cells: int, done: int) -> None:
        self._cells = cells
        self._done = done
        self._shown = sys.stderr.isatty()
        self._said = time.monotonic()
        self._length = 0

    def take(self, cells: Any, columns: Any) -> None:
        del columns
        self._done += len(cells)
        if time.monotonic() - self._said > PROGRESS_SECONDS:
            self._said = time.monotonic()
            self._say(f"{self._done:,} of {self._cells:,} cells, {self._done / self._cells:.0%}")

    def end(self) -> None:
        """Leave the line empty."""
        if self._length:
            self._say("")
            print("\r", end="", file=sys.stderr)

    def _say(self, text: str) -> None:
        if self._shown:
            print("\r" + text.ljust(self._length), end="", file=sys.stderr, flush=True)
            self._length = len(text)
        elif text:
            print(text, file=sys.stderr)


def _write(map_: Map, results: MapResults, metric: Metric, options: argparse.Namespace) -> None:
    from simulation.maps import picture, tables

    writers: list[tuple[Path | None, Callable[[Path], None]]] = [
        (options.csv, lambda path: tables.write_csv(map_, results, path)),
        (options.parquet, lambda path: tables.write_parquet(map_, results, path)),
        (options.png, lambda path: picture.write_png(map_, results, metric.name, path)),
    ]
    for path, write in writers:
        if path is not None:
            write(path)


def _tell(map_: Map, results: MapResults, metric: Metric, seconds: float, *, as_json: bool) -> None:
    counts = np.bincount(results.columns["outcome"].ravel(), minlength=len(OUTCOMES)).tolist()
    outcomes = dict(zip(OUTCOMES, counts, strict=True))
    best = _best(map_, results, metric)
    if not as_json:
        row = {"metric": metric.name, "cells": map_.cells, **best, **outcomes}
        report([row | {"seconds": round(seconds, 3)}], as_json=False)
        return
    print_json(
        {
            "metric": metric.name,
            "x": {"key": map_.x.key, "values": map_.x_values.tolist()},
            "y": {"key": map_.y.key, "values": map_.y_values.tolist()},
            "values": results.columns[metric.name].tolist(),
            "best": best,
            "outcomes": outcomes,
            "seconds": seconds,
        }
    )


def _best(map_: Map, results: MapResults, metric: Metric) -> dict[str, Any]:
    """The lowest value that did not diverge, and where it is; nothing where lower is no better."""
    if not metric.lower_is_better:
        return {}
    values = results.columns[metric.name]
    usable = results.columns["outcome"] != OUTCOMES.index("diverged")
    usable &= (values >= 0) if metric.kind == "steps" else ~np.isnan(values)
    if not usable.any():
        return {"best": None, map_.x.key: None, map_.y.key: None}
    best = values[usable].min()
    row, column = divmod(int(((values == best) & usable).argmax()), map_.x.count)
    return {
        "best": values[row, column].item(),
        map_.x.key: map_.x_values[column].item(),
        map_.y.key: map_.y_values[row].item(),
    }

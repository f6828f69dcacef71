"""``bench``: how fast it is, beside what others use."""

from __future__ import annotations

import argparse
from typing import Any

from simulation.commands.exits import CHECK_FAILED, DONE
from simulation.commands.report import report


def declare(commands: Any) -> None:
    """Add the command to a parser's."""
    bench = commands.add_parser("bench", help="how fast it is, beside what others use")
    themes = "steps, lanes, airfoil, maps, tables, frames (of the window); default: all"
    bench.add_argument("names", nargs="*", metavar="NAME", help=themes)
    bench.add_argument("--strict", action="store_true", help="exit with 1 if a goal is missed")
    bench.add_argument("--json", action="store_true", help="print one JSON document")
    bench.set_defaults(action=_bench)


def _bench(options: argparse.Namespace) -> int:
    from simulation.bench.lines import measure

    lines = list(measure(options.names, options.figures))
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
    report(rows, as_json=options.json)
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

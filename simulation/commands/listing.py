"""``list``: what there is."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from simulation.commands.exits import DONE
from simulation.commands.report import report
from simulation.objectives.catalog import OBJECTIVES
from simulation.optimizers.catalog import OPTIMIZERS, UNDECLARED
from simulation.parameters import Parameter
from simulation.presets import presets


def declare(commands: Any) -> None:
    """Add the command to a parser's."""
    listing = commands.add_parser("list", help="what there is")
    listing.add_argument("what", choices=list(_LISTS))
    listing.add_argument("--json", action="store_true", help="one JSON document")
    listing.set_defaults(action=_list)


def _list(options: argparse.Namespace) -> int:
    report(_LISTS[options.what](), as_json=options.json)
    return DONE


def _list_presets() -> list[dict[str, Any]]:
    return [
        {
            "id": preset.id,
            "family": preset.lesson.family,
            "title": preset.title,
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

"""``verify``: published results beside computed ones."""

from __future__ import annotations

import argparse
from typing import Any

from simulation.commands.exits import CHECK_FAILED, DONE
from simulation.commands.report import report
from simulation.errors import InputError
from simulation.presets import Preset, find_preset, presets


def declare(commands: Any) -> None:
    """Add the command to a parser's."""
    verify = commands.add_parser("verify", help="published results beside computed ones")
    verify.add_argument("presets", nargs="*", metavar="PRESET", help="default: all")
    verify.add_argument("--json", action="store_true", help="print one JSON document")
    verify.set_defaults(action=_verify)


def _verify(options: argparse.Namespace) -> int:
    from simulation.verify import Check, verify

    chosen: list[Preset] = [find_preset(name) for name in options.presets] or [
        preset for preset in presets().values() if preset.published
    ]
    for preset in chosen:
        if not preset.published:
            raise InputError(
                "preset",
                "{name} has no published result; give one of: {known}",
                name=preset.id,
                known=", ".join(each.id for each in presets().values() if each.published),
            )
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
    report(rows, as_json=options.json)
    off = sum(not check.passed for check in checks)
    if not options.json:
        print(f"\n{len(checks) - off} of {len(checks)} published results agree")
    if missing is not None:
        raise missing
    return CHECK_FAILED if off else DONE

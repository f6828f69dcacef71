"""The command line: everything the program can do without a window."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from simulation.commands import bench, listing, maps, race, run, verify
from simulation.commands.exits import BAD_INPUT, DONE
from simulation.commands.parsing import Parser
from simulation.commands.report import printing
from simulation.errors import InputError

if TYPE_CHECKING:
    from simulation.bench.lines import Figures

COMMANDS = ("list", "run", "map", "race", "verify", "bench")
"""First words that mean a command; anything else is a file for the window."""


def main(arguments: Sequence[str], figures: Figures | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 a check failed, 2 bad input.

    ``figures`` are what ``bench`` prints besides its own; they are measured only then.
    """
    options = _parser().parse_args(arguments, argparse.Namespace(figures=figures))
    code: int = DONE
    try:
        with printing():
            code = options.action(options)
    except InputError as error:
        print(f"momentum-lab: {error}", file=sys.stderr)
        return BAD_INPUT
    return code


def add_commands(parser: argparse.ArgumentParser) -> None:
    """Declare the commands on ``parser``."""
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in (listing, run, maps, race, verify, bench):
        command.declare(commands)


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="momentum-lab",
        description="A laboratory for optimizers. Without a command it opens the window; "
        "with a TOML file it opens the window on that experiment.",
        epilog="--self-check, alone, looks at this installation and prints a report for a bug "
        "report.",
    )
    add_commands(parser)
    return parser

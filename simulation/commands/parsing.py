"""Reading the command line, and saying in one line what is wrong with it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from simulation.commands.exits import BAD_INPUT
from simulation.errors import InputError
from simulation.writing import real

LONGEST = 60
"""Characters of what was given that are shown."""


class Parser(argparse.ArgumentParser):
    """Refuses in one line, as the commands themselves do."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where to read what is allowed; leave the program."""
        line = "".join(letter if letter.isprintable() else "�" for letter in message)
        self.exit(BAD_INPUT, f"momentum-lab: {line}; see {self.prog} --help\n")


def whole_number(text: str) -> int:
    """What an option counts."""
    try:
        return int(text)
    except ValueError:
        raise _refusal(text, "a whole number") from None


def number(text: str) -> float:
    """What an option measures."""
    try:
        return float(text)
    except ValueError:
        raise _refusal(text, "a number") from None


def check_distinct(outputs: Sequence[Path]) -> None:
    """Refuse outputs of which one would replace another.

    Raises
    ------
    InputError
        If two of them are the same file.
    """
    seen: set[Path] = set()
    for path in outputs:
        if real(path) in seen:
            raise InputError(str(path), "is given twice; give each output a name of its own")
        seen.add(real(path))


def _refusal(text: str, allowed: str) -> argparse.ArgumentTypeError:
    given = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    return argparse.ArgumentTypeError(f"{given!r} is not allowed; give {allowed}")

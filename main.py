"""The one door: the window, or the commands that need none."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window or run a command; return the exit code.

    ``momentum-lab`` and ``momentum-lab FILE.toml`` open the window; everything else is a
    command of :mod:`simulation.commands`, which loads no Qt.
    """
    from simulation import commands

    arguments = sys.argv[1:] if arguments is None else list(arguments)
    if not arguments or (len(arguments) == 1 and arguments[0].endswith(".toml")):
        from gui.app import run

        return run(arguments)
    return commands.main(arguments)


if __name__ == "__main__":
    sys.exit(main())

"""The one door: the window, or the commands that need none."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulation.bench.timing import Line


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window or run a command; return the exit code.

    ``momentum-lab`` and ``momentum-lab FILE.toml`` open the window; everything else is a
    command of :mod:`simulation.commands`, which loads no Qt. ``--self-check`` looks at both.
    """
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    if arguments == ["--self-check"]:
        from gui import selfcheck

        return selfcheck.main()
    if arguments == ["--self-check-window"]:  # what the one above asks in a second process
        from gui import selfcheck_window

        return selfcheck_window.main()
    if not arguments or (len(arguments) == 1 and arguments[0].endswith(".toml")):
        try:
            from gui.app import run
        except ImportError as error:  # of Qt, or of a system library that Qt needs
            sys.stderr.write(
                f"momentum-lab: the window cannot open, something it needs is missing: {error}\n"
            )
            return 2
        return run(arguments)
    try:
        from simulation import commands

        return commands.main(arguments, {"frames": frame_figures})
    except KeyboardInterrupt:
        sys.stderr.write("momentum-lab: interrupted\n")
        return 128 + signal.SIGINT


def frame_figures() -> Iterable[Line]:
    """What ``bench`` says of the window; nothing where there is no Qt."""
    try:
        from gui.bench_frames import frame_lines
    except ImportError:
        return ()
    return frame_lines()


if __name__ == "__main__":
    sys.exit(main())

"""``momentum-lab --self-check``: what works here and what does not, to paste into a report."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator

from simulation.parts import description, is_packaged
from simulation.paths import RESOURCES
from simulation.selfcheck import Finding, check_simulation

OPTION, WINDOW_OPTION = "--self-check", "--self-check-window"
WINDOW_SECONDS = 180
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main() -> int:
    """Print the report; return 0 if all is well and 1 if something failed."""
    _say("\n".join(description()))
    failed = 0
    for finding in (*check_simulation(), *_check_window()):
        failed += finding.state == "FAILED"
        _say(f"{finding.state:<8}{finding.what:<16}{finding.text}")
    _say(f"\n{failed} of the checks failed" if failed else "\nall is well")
    return 1 if failed else 0


def _check_window() -> Iterator[Finding]:
    """Check the window in a process of its own: where graphics are broken, Qt aborts."""
    if sys.platform == "linux" and not any(map(os.environ.get, DISPLAYS)):
        yield Finding("display", "note", "none: looked at without one")
        yield from _ask_window("offscreen")
        return
    found = list(_ask_window(""))
    yield from found
    if any(finding.what == "window" for finding in found):  # it did not open there
        yield from _ask_window("offscreen")


def _ask_window(platform: str) -> Iterator[Finding]:
    program = [sys.executable] if is_packaged() else [sys.executable, RESOURCES.parent / "main.py"]
    environment = os.environ | ({"QT_QPA_PLATFORM": platform} if platform else {})
    try:
        answer = subprocess.run(
            [*program, WINDOW_OPTION],
            env=environment,
            capture_output=True,
            text=True,
            timeout=WINDOW_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        yield Finding("window", "FAILED", str(error))
        return
    try:
        yield from (Finding(**found) for found in json.loads(answer.stdout))
    except ValueError:
        last = answer.stderr.strip().splitlines()[-1:] or ["no word why"]
        yield Finding("window", "FAILED", f"ended with {answer.returncode}: {last[0]}")


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - its output is what it prints

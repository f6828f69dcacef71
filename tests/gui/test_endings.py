"""A logout, ``kill`` or Ctrl+C ends the program in good order; unsaved work is kept."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from simulation.paths import RESOURCES

ROOT = RESOURCES.parent
FOLDERS = ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
EDITED = """
import sys
from dataclasses import replace
from gui import app

start = app.Lab.start
def start_and_edit(lab, path):
    start(lab, path)
    session = lab.windows[0].session
    if "--edit" in sys.argv:
        session.edit(replace(session.experiment, steps=33))
app.Lab.start = start_and_edit
sys.exit(app.run([]))
"""


def log_of(state: Path) -> str:
    path = state / "momentum-lab" / "momentum-lab.log"
    return path.read_text("utf-8") if path.exists() else ""


def end_by(name: str, state: Path, *options: str) -> int:
    """Start the program, end it with this signal once it shows numbers; return its exit code."""
    environment = os.environ | dict.fromkeys(FOLDERS, str(state)) | {"PYTHONPATH": str(ROOT)}
    frames = log_of(state).count("first frame")
    process = subprocess.Popen([sys.executable, "-c", EDITED, *options], env=environment)
    try:
        deadline = time.monotonic() + 120
        while log_of(state).count("first frame") == frames and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(getattr(signal, name))
        return process.wait(300)
    finally:
        process.kill()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_that_a_signal_is_a_goodbye(tmp_path: Path, name: str) -> None:
    assert end_by(name, tmp_path) == 0
    folder = tmp_path / "momentum-lab"
    assert list(folder.glob("running/*.fault")) == []
    assert list(folder.glob("backups/*.toml")) == []
    assert "CRITICAL" not in log_of(tmp_path)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_that_unsaved_work_survives_a_signal(tmp_path: Path) -> None:
    assert end_by("SIGTERM", tmp_path, "--edit") == 0
    (copy,) = (tmp_path / "momentum-lab").glob("backups/*.toml")
    assert "steps = 33" in copy.read_text("utf-8")
    assert end_by("SIGTERM", tmp_path) == 0
    assert "ended unexpectedly" not in log_of(tmp_path)

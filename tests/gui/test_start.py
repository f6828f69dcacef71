"""The window is on the screen before anything heavy is loaded."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from simulation.paths import RESOURCES

STARTING = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from gui.app import Lab
from gui.first_paint import FirstPaint
from gui.settings import Settings
from gui.worker.ending import leave_stuck

app = QApplication([])
folder = Path(sys.argv[1])
lab = Lab(Settings(folder / "settings.ini"), folder / "backups")
lab.start(None)

def tell():
    late = ("torch", "sympy", "scipy", "pyarrow", "PIL", "tomlkit", "gui.panels.about")
    pages = ("gui.views.map", "gui.views.race", "simulation.maps", "simulation.theory")
    print(*(name for name in (*late, *pages) if name in sys.modules))
    app.exit()

FirstPaint(lab.windows[0], tell)
app.exec()
lab.windows[0].close()
leave_stuck(0)  # a slow machine may still be loading torch, as it may when the program ends
"""


@pytest.mark.slow
def test_that_the_window_is_painted_before_torch_is_loaded(tmp_path: Path) -> None:
    answer = subprocess.run(
        [sys.executable, "-c", STARTING, str(tmp_path)],
        env=os.environ | {"PYTHONPATH": str(RESOURCES.parent)},
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    assert answer.stdout.split() == []


def test_that_a_missing_library_is_a_sentence() -> None:
    without_qt = "import sys; sys.modules['PySide6'] = None; import main; sys.exit(main.main([]))"
    answer = subprocess.run(
        [sys.executable, "-c", without_qt],
        env=os.environ | {"PYTHONPATH": str(RESOURCES.parent)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert answer.returncode == 2
    assert "PySide6" in answer.stderr
    assert len(answer.stderr.splitlines()) == 1

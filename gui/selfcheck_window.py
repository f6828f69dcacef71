"""The part of the self-check that needs Qt; answers with JSON on standard output."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop
from PySide6.QtGui import QFontDatabase, QImage
from PySide6.QtWidgets import QApplication

from gui.settings import Settings
from gui.views.surface.opengl import opengl_renderer, prepare_opengl
from gui.window import MainWindow
from simulation.selfcheck import PRESET, AbsentError, import_all, look

FRAME_SECONDS = 120
FEWEST_COLOURS = 50
"""A painted landscape has more; an empty view has a handful."""
_SYSTEMS = QFontDatabase.WritingSystem
SCRIPTS = {
    "Chinese": _SYSTEMS.SimplifiedChinese,
    "Japanese": _SYSTEMS.Japanese,
    "Korean": _SYSTEMS.Korean,
}


def main() -> int:
    """Look at the window's means and paint it once."""
    prepare_opengl()
    app = QApplication([])
    app.setStyle("Fusion")
    found = look(
        {
            "interface": lambda: import_all("gui"),
            "platform": QApplication.platformName,
            "OpenGL": _check_opengl,
            "fonts": _check_fonts,
            "fonts of Asia": _check_fonts_of_asia,
            "frame": _check_frame,
        }
    )
    json.dump([asdict(finding) for finding in found], sys.stdout)
    return 0


def _check_opengl() -> str:
    renderer = opengl_renderer()
    if not renderer:
        raise AbsentError("cannot be used here: 3D is drawn without it")
    return renderer


def _check_fonts() -> str:
    families = QFontDatabase.families(_SYSTEMS.Latin)
    if not families:
        raise LookupError("no font with Latin letters is installed")
    return f"{len(families)} families, {QApplication.font().family()} in use"


def _check_fonts_of_asia() -> str:
    lacking = [name for name, script in SCRIPTS.items() if not QFontDatabase.families(script)]
    if lacking:
        raise AbsentError(
            f"no font for {', '.join(lacking)}: boxes are shown; on Debian and Ubuntu, "
            "install fonts-noto-cjk"
        )
    return ", ".join(SCRIPTS)


def _check_frame() -> str:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        window = MainWindow(Settings(folder / "settings.ini"), backups=folder)
        try:
            return _paint(window)
        finally:
            window.retire()


def _paint(window: MainWindow) -> str:
    started = time.perf_counter()
    window.show()
    window.session.open_preset(PRESET)
    window.presenter.start()
    _wait(lambda: not window.presenter.controller.busy)
    window.presenter.playback.to_end()
    picture = window.parts.landscape.grab().toImage()
    colours = _colours(picture)
    if colours < FEWEST_COLOURS:
        raise RuntimeError(f"the landscape has only {colours} colours")
    seconds = time.perf_counter() - started
    return f"{picture.width()} × {picture.height()}, {colours} colours, after {seconds:.1f} s"


def _wait(done: Callable[[], bool]) -> None:
    clock = QElapsedTimer()
    clock.start()
    while not done():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        if clock.elapsed() > 1000 * FRAME_SECONDS:
            raise TimeoutError(f"no frame within {FRAME_SECONDS} s")


def _colours(picture: QImage) -> int:
    step = max(1, picture.width() // 100)
    places = (
        (x, y) for x in range(0, picture.width(), step) for y in range(0, picture.height(), step)
    )
    return len({picture.pixel(x, y) for x, y in places})

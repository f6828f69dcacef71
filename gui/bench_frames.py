"""How fast the window draws while the simulation thread is at work: a part of ``bench``."""

from __future__ import annotations

import gc
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pyqtgraph import PlotWidget
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from gui.app import SWITCH_SECONDS
from gui.garbage import Collector
from gui.settings import Settings
from gui.views.surface.opengl import prepare_opengl
from gui.window import MainWindow
from simulation.bench.timing import Line
from simulation.experiment import Experiment, ObjectiveChoice, Run

SECONDS = 5.0
"""How long frames are measured."""
SETTLE_SECONDS = 1.0
"""Before that: what is drawn for the first time is slower."""
LANDSCAPE_SIZE = (900, 700)
STEPS = 10_000
STEPS_A_SECOND = 4000
"""Speed of the playback, which begins again at the end."""
FRAME_GOAL = 0.008
"""Seconds that the GUI thread may take for a frame."""
RATE_GOAL = 58
"""Frames a second."""

LOADS = {"thread busy": "adam", "slider dragged": "momentum"}
"""What happens meanwhile, and the optimizer whose learning rate changes: Adam needs torch in every
step and keeps the thread busy for long; momentum is there in a frame, and changed again."""

RATES = (1e-3, 2e-3, 4e-3, 8e-3)
MOMENTA = (0.5, 0.9)


@dataclass(slots=True)
class Frames:
    """When frames were painted, and what they took."""

    painted: list[float] = field(default_factory=list)
    """Times of the paints of the landscape, in seconds."""
    worked: list[float] = field(default_factory=list)
    """Processor time of the GUI thread up to each of them."""

    def take(self) -> None:
        """A frame is painted now."""
        self.painted.append(time.perf_counter())
        self.worked.append(time.thread_time())

    @property
    def intervals(self) -> list[float]:
        """Seconds from frame to frame."""
        return _differences(self.painted)

    @property
    def work(self) -> list[float]:
        """Seconds that the GUI thread worked from frame to frame, on whatever it was."""
        return _differences(self.worked)


def frame_lines(seconds: float = SECONDS, size: tuple[int, int] = LANDSCAPE_SIZE) -> Iterator[Line]:
    """Frames of a real window that plays 8 runs of 10,000 steps while one is always computed.

    As soon as nothing is left to compute, the learning rate of a run is changed, as a hand on
    its slider would: the simulation thread never rests.
    """
    for load, optimizer in LOADS.items():
        with _application(), TemporaryDirectory() as folder:
            frames = _measure(Path(folder), seconds, size, optimizer)
        work = f"frame of {size[0]}×{size[1]}, 8 runs × {STEPS:,} steps, {load}"
        yield from _lines(f"{work}: GUI thread", frames.work, "its share of a frame", FRAME_GOAL)
        yield from _lines(f"{work}: frame to frame", frames.intervals, "58 frames/s", 1 / RATE_GOAL)


def _lines(work: str, seconds: list[float], peer: str, allowed: float) -> list[Line]:
    """Median, which is to keep to what is allowed, and 99th percentile, which is told."""
    slowest = statistics.quantiles(seconds, n=100)[98]
    return [
        Line(f"{work}, median", statistics.median(seconds), peer, allowed, 1.0),
        Line(f"{work}, 99th percentile", slowest, peer, allowed, None),
    ]


def _measure(folder: Path, seconds: float, size: tuple[int, int], optimizer: str) -> Frames:
    window = MainWindow(Settings(folder / "settings.ini"), backups=folder / "backups")
    landscape = window.parts.landscape
    landscape.setMinimumSize(*size)
    window.resize(size[0] + 800, size[1] + 600)
    window.show()
    Collector(window)  # as in the lab
    presenter = window.presenter
    presenter.start()
    window.session.edit(_experiment(optimizer, 0))
    load = _Load(window, optimizer)
    presenter.playback.set_loop(True)
    presenter.playback.set_speed(STEPS_A_SECOND)
    _until(lambda: not presenter.controller.busy)
    presenter.playback.restart()
    load.begin()
    _spin(SETTLE_SECONDS * min(1.0, seconds))
    plot: Any = landscape.findChild(PlotWidget)
    watch = _Watch(plot.viewport())
    _spin(seconds)
    watch.end()
    load.end()
    presenter.playback.pause()
    window.session.save(folder / "bench.toml")  # closing asks about what is not saved
    window.close()
    window.deleteLater()
    return watch.frames


def _experiment(optimizer: str, turn: int) -> Experiment:
    """Eight runs down a valley; the learning rate of the last one changes every turn."""
    runs = [Run("momentum", {"learning_rate": r, "momentum": m}) for r in RATES for m in MOMENTA]
    runs[-1] = Run(optimizer, {"learning_rate": RATES[-1] * (1 + 0.01 * (turn % 7))})
    return Experiment(ObjectiveChoice("ill-conditioned"), tuple(runs), steps=STEPS)


class _Load(QObject):
    """Edits the experiment of a window whenever it is computed."""

    def __init__(self, window: MainWindow, optimizer: str) -> None:
        super().__init__(window)
        self._window = window
        self._optimizer = optimizer
        self._turn = 0

    def begin(self) -> None:
        self._window.presenter.busy_changed.connect(self._go_on)
        self._edit()

    def end(self) -> None:
        self._window.presenter.busy_changed.disconnect(self._go_on)

    @Slot(bool)
    def _go_on(self, busy: bool) -> None:
        if not busy:
            QTimer.singleShot(0, self, self._edit)

    @Slot()
    def _edit(self) -> None:
        self._turn += 1
        self._window.session.edit(_experiment(self._optimizer, self._turn), "bench")


class _Watch(QObject):
    """Takes a frame whenever a widget is painted."""

    def __init__(self, widget: QObject) -> None:
        super().__init__(widget)
        self._widget = widget
        self.frames = Frames()
        widget.installEventFilter(self)

    def end(self) -> None:
        self._widget.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        if event.type() == QEvent.Type.Paint:
            self.frames.take()
        return False


@contextmanager
def _application() -> Iterator[None]:
    """An application, on a display if there is one, and threads that take turns as in the lab."""
    if sys.platform == "linux" and not (os.environ.keys() & {"DISPLAY", "WAYLAND_DISPLAY"}):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    before, collects = sys.getswitchinterval(), gc.isenabled()
    sys.setswitchinterval(SWITCH_SECONDS)
    app = QApplication.instance()
    if app is None:
        prepare_opengl()
        app = QApplication(["bench"])
        app.setStyle("Fusion")
    try:
        yield
    finally:
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        sys.setswitchinterval(before)
        if not collects:
            gc.disable()


def _spin(seconds: float) -> None:
    """Let events be served for so long."""
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


def _until(condition: Callable[[], bool]) -> None:
    while not condition():
        _spin(0.01)


def _differences(values: list[float]) -> list[float]:
    return [later - earlier for earlier, later in pairwise(values)]

"""The pictures of the README and the guide, taken from the real window: `make screenshots`."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QElapsedTimer
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QApplication, QListView, QPushButton

from gui.looks import Looks
from gui.panels.map_bar import USUAL_RESOLUTION, MapChoice
from gui.settings import Appearance, Settings
from gui.studies.map import MapStudy
from gui.studies.noise import NoiseStudy
from gui.studies.race import RaceStudy
from gui.studies.study import Study
from gui.views.surface.opengl import prepare_opengl
from gui.window import MainWindow
from simulation.courses import courses
from simulation.datasets import find_airfoil
from simulation.errors import InputError
from simulation.paths import RESOURCES

FOLDER = RESOURCES / "screenshots"
SHAPE = (1280, 800)
FONT = ("DejaVu Sans", 9)
"""Family and points: with another one, every line would be elsewhere."""
PATIENCE = 60.0
"""Seconds that a computation may take."""
QUIET = 0.1
"""Seconds apart of two equal pictures of a window that is then taken as complete."""
REST = 0.004
"""Seconds that the other threads have the processor for, between two looks at events."""
RESTLESS = 2.0
"""Seconds after which a window is taken as it is, though something in it still moves."""
COLOURS = 256
"""Of a picture: a third of the bytes, and no difference to be seen."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is on a picture."""

    name: str
    preset: str
    step: int
    views: tuple[str, ...] = ()
    """Tabs in front, beside the usual ones."""
    language: str = "en"
    theme: str = "light"
    run: int = 0
    """The selected run."""
    prepare: Callable[[MainWindow], object] | None = None
    """What else is done before the picture is taken."""
    data: bool = False
    """Whether the airfoil data is needed: without it the picture stays as it is."""


RATES = ("runs.0.learning_rate", "runs.0.momentum")
STARTS = ("objective.start.0", "objective.start.1")


def _cover(window: MainWindow) -> None:
    """Colour a map of starts by the minimum that each reaches."""
    _choose_map(window, *STARTS, "basin")


def _dive(window: MainWindow) -> None:
    """Go to where the basins of a ball with momentum lie in each other, forty times as near."""
    _choose_map(window, *STARTS, "basin", resolution=256)
    ranges = (4.75, 5.05), (3.85, 4.2)
    window.pages.study("map").page.panes[0].show_range(*ranges)
    window.pages.study("map").page.range_wanted.emit(ranges)


def _vary(window: MainWindow) -> None:
    """Colour a map of learning rates and momenta by the loss in the end."""
    _choose_map(window, *RATES, "gap")


def _compare(window: MainWindow) -> None:
    """Colour such maps of three optimizers by how fast each run comes down."""
    _choose_map(window, *RATES, "rate", side_by_side=True)


def _race(window: MainWindow) -> None:
    """Let the runs compete, with less effort than is usual."""
    bar = window.pages.study("race")._bar
    bar.set_effort({"budget": 16, "starts": 8, "seeds": 1})
    bar.start_wanted.emit()


def _choose_map(
    window: MainWindow,
    x: str,
    y: str,
    metric: str,
    *,
    resolution: int = USUAL_RESOLUTION,
    side_by_side: bool = False,
) -> None:
    bar = window.pages.study("map")._bar
    wait(lambda: bar.choice is not None)
    bar.set_choice(MapChoice(x, y, metric, resolution, side_by_side))
    bar.changed.emit(bar.choice)
    bar.whole_wanted.emit()


def _show_flow(window: MainWindow) -> None:
    window.parts.landscape_tools.set_toggle("flow", True)


def _let_time_pass(window: MainWindow) -> None:
    """Stop the heat bath's clock, with balls drawn from the density: the same each time."""
    controls = window.pages.study("noise")._controls
    if controls._playing:
        controls._play.click()
    start = controls._start
    start.setCurrentIndex(start.findData("stationary density"))
    start.activated.emit(start.currentIndex())


def _follow_course(window: MainWindow) -> None:
    panel = window.parts.courses
    window.parts.docks[1].raise_()
    panel.begin(courses()["ravine"])
    panel.go_to(2)
    wait(lambda: not window.presenter.controller.busy)
    panel.findChild(QPushButton, "show_answer").click()


def _present(window: MainWindow) -> None:
    """Reveal the curves, as playing does."""
    window._presentation.set_active(active=True)
    window.showNormal()  # the screen of the tests is smaller
    window.resize(*SHAPE)
    window.presenter.playback.play()


SCENES = (
    Scene("lab", "ravine", 12),
    Scene("surface", "saddle", 40, ("surface",)),
    Scene("map", "momentum-0.6-0.5", 20, ("map",), prepare=_vary),
    Scene("basins", "four-minima", 40, ("map",), prepare=_cover),
    Scene("deep-zoom", "four-minima", 40, ("map",), run=1, prepare=_dive),
    Scene("side-by-side", "nesterov", 30, ("map",), prepare=_compare),
    Scene("airfoil-map", "airfoil-0.01-0.9", 300, ("map",), prepare=_vary, data=True),
    Scene("race", "four-minima", 40, ("race",), prepare=_race),
    Scene("curves", "best-of-each", 30, ("curves",)),
    Scene("step", "momentum-0.6-0.5", 3, ("step",)),
    Scene("table", "momentum-0.6-0.5", 3, ("table",)),
    Scene("averages", "nesterov", 30, ("averages",)),
    Scene("eigenvalues", "momentum-0.6-0.5", 12, ("eigenvalues",)),
    Scene("stability", "nesterov-limit", 30, ("stability",)),
    Scene("flow", "ball-time-steps", 30, ("flow",), prepare=_show_flow),
    Scene("energy", "hill-friction", 200, ("energy",)),
    Scene("noise", "langevin-two-wells", 2000, ("noise",), prepare=_let_time_pass),
    Scene("course", "momentum-0.6-0.5", 20, prepare=_follow_course),
    Scene("presentation", "ravine", 12, prepare=_present),
    Scene("lab-dark", "ravine", 12, theme="dark"),
    Scene("lab-zh", "ravine", 12, language="zh_CN"),
    Scene("lab-ja", "ravine", 12, language="ja"),
)


class Stage:
    """One window for all scenes of a language; the next language has one of its own.

    Parameters
    ----------
    scratch
        Folder for settings and backups.
    """

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch
        self._window: MainWindow | None = None
        self._looks: Looks | None = None
        self._language = ""

    def take(self, scene: Scene) -> QImage:
        """Bring the window to a scene and take its picture."""
        window, looks = self._prepared(scene)
        appearance = Appearance(theme=scene.theme, language=scene.language)
        if looks.appearance != appearance:  # to apply one takes a moment
            looks.choose(appearance)
        window.resize(*SHAPE)
        window.parts.gallery.findChild(QListView).scrollToTop()  # as in a new window
        window.session.open_preset(scene.preset)
        wait(lambda: not window.presenter.controller.busy)
        for view in ("landscape", "curves", *scene.views):
            window.parts.show_view(view)
        window.parts.runs.select(scene.run)
        if scene.prepare is not None:
            scene.prepare(window)
        window.presenter.playback.scrub(scene.step)
        taken = settled(window)
        self._tidy(window)
        return taken

    def clear(self) -> None:
        """Close the window."""
        if self._window is None or self._looks is None:
            return
        self._window.retire()  # without asking about what is unsaved
        self._window.close()
        self._window.deleteLater()
        self._window = None
        self._looks.choose(Appearance())

    def _prepared(self, scene: Scene) -> tuple[MainWindow, Looks]:
        if (
            self._window is not None
            and self._looks is not None
            and self._language == scene.language
        ):
            return self._window, self._looks
        self.clear()
        settings = Settings(self._scratch / f"{scene.language}.ini")
        looks = self._looks = Looks(settings)
        looks.choose(Appearance(theme=scene.theme, language=scene.language))
        self._language = scene.language
        window = self._window = MainWindow(settings, looks, self._scratch / "backups")
        window.show()
        window.presenter.start()
        wait(lambda: not window.presenter.controller.busy)
        return window, looks

    @staticmethod
    def _tidy(window: MainWindow) -> None:
        """Leave nothing behind for the next scene."""
        window.end_presentation()
        window.parts.docks[0].raise_()
        window.parts.landscape_tools.set_toggle("flow", False)


def dress(app: QApplication) -> None:
    """Have the application look the same on every computer."""
    app.setStyle("Fusion")
    app.setFont(QFont(*FONT))


def wait(until: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    clock = QElapsedTimer()
    clock.start()
    while not until():
        QApplication.processEvents()
        time.sleep(REST)
        if clock.elapsed() > 1000 * PATIENCE:
            raise TimeoutError


def settled(window: MainWindow) -> QImage:
    """Picture of a window that has no more work to do and does not change any more."""
    clock = QElapsedTimer()
    clock.start()
    before = QImage()
    while True:
        pause(QUIET)
        wait(lambda: not _works(window))
        now = window.grab().toImage()
        if now == before or clock.elapsed() > 1000 * RESTLESS:
            return now
        before = now


def pause(seconds: float) -> None:
    """Let the window work for so long."""
    clock = QElapsedTimer()
    clock.start()
    wait(lambda: clock.elapsed() > 1000 * seconds)


def _works(window: MainWindow) -> bool:
    """Whether something is computed whose result is not shown yet."""
    return window.presenter.controller.busy or any(map(_is_awaited, window.pages.studies))


def _is_awaited(study: Study) -> bool:
    if isinstance(study, NoiseStudy):  # there time passes, unless it is stopped
        return study._ticker.isActive() and not study._playing
    if isinstance(study, MapStudy) and (study._poll.isActive() or study._later.isActive()):
        return True
    if isinstance(study, RaceStudy) and study.running:
        return True
    return bool(study._answers) and study.page.isVisible()


def save(picture: QImage, path: Path) -> None:
    """Write a picture with few colours."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB888)
    size = picture.width(), picture.height()
    made = Image.frombuffer(
        "RGB", size, bytes(picture.constBits()), "raw", "RGB", picture.bytesPerLine(), 1
    )
    made.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def data_is_there() -> bool:
    """Whether the airfoil data is on this computer."""
    try:
        find_airfoil(fetch=False)
    except InputError:
        return False
    return True


def main(folder: Path, names: list[str]) -> None:
    """Take all pictures, or those that are named, into a folder."""
    prepare_opengl()
    app = QApplication(["screenshots"])
    dress(app)
    with tempfile.TemporaryDirectory() as scratch:
        stage, there = Stage(Path(scratch)), data_is_there()
        for scene in SCENES:
            if (not names or scene.name in names) and (there or not scene.data):
                save(stage.take(scene), folder / f"{scene.name}.png")
                print(scene.name)  # noqa: T201
        stage.clear()


if __name__ == "__main__":
    main(FOLDER, sys.argv[1:])

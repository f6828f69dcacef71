"""The landscape in three dimensions, with the balls rolling on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from gui.frames import Landscape
from gui.theme import LIGHT, RunStyle, Theme
from gui.views.paths import PlanePath, follow
from gui.views.surface.annotations import Annotations
from gui.views.surface.camera import Camera
from gui.views.surface.controls import SurfaceControls
from gui.views.surface.crowds import crowds_at
from gui.views.surface.opengl import suits_opengl
from gui.views.surface.orbit import Orbit
from gui.views.surface.painter_canvas import PainterCanvas
from gui.views.surface.rolling import Rolling, roll
from gui.views.surface.scene import TALLEST, Ground, build_ground, scene_of, wants_log
from gui.views.surface.steering import Steering
from simulation.engine.companions import Cloud
from simulation.engine.history import History

if TYPE_CHECKING:
    from gui.views.surface.gl_canvas import GlCanvas

HOME = Camera(azimuth=-62, elevation=40, distance=4.7, centre=(0, 0, 0.17 * TALLEST))
RIBBON_HOME = Camera(azimuth=-76, elevation=16, distance=3.7, centre=(0, 0, 0.4 * TALLEST))


class SurfaceView(QWidget):
    """The same frame as the landscape, as a lit surface that can be turned.

    Drawn by OpenGL where a graphics card does it, else by QPainter. A hidden view draws
    nothing; it catches up when it is shown.

    Parameters
    ----------
    parent
        Of the widget.
    opengl
        Whether to draw with OpenGL; ``None`` to find out.
    """

    follow_toggled = Signal(bool)
    """Whether the camera follows a ball now."""

    def __init__(self, parent: QWidget | None = None, *, opengl: bool | None = None) -> None:
        super().__init__(parent)
        self._wants_opengl = opengl
        self._canvas: PainterCanvas | GlCanvas | None = None
        self._controls = SurfaceControls()
        self._annotations = Annotations(self)
        self._steering = Steering(HOME, self)
        self._stage = QStackedLayout()
        self._stage.setStackingMode(QStackedLayout.StackingMode.StackAll)
        self._stage.addWidget(self._annotations)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._controls)
        column.addLayout(self._stage, stretch=1)
        self._theme = LIGHT
        self._landscape: Landscape | None = None
        self._styles: Sequence[RunStyle] = ()
        self._history: History | None = None
        self._paths: list[PlanePath] = []
        self._start: tuple[float, ...] = ()
        self._clouds: Sequence[Cloud | None] = ()
        self._cursor = 0
        self._ground: Ground | None = None
        self._rolling: Rolling | None = None
        self._controls.height_changed.connect(self._change_ground)
        self._controls.follow_toggled.connect(self._aim)
        self._controls.follow_toggled.connect(self.follow_toggled)
        self._controls.reset_wanted.connect(self.reset_camera)
        self._steering.moved.connect(self._look)

    # --- facts in ---------------------------------------------------------------------------

    def set_landscape(self, landscape: Landscape) -> None:
        """Show another landscape; the camera goes home if it is another scene."""
        old = self._landscape
        self._landscape = landscape
        self._follow_history()
        if old is None or scene_of(old) != scene_of(landscape):
            self._controls.suggest(log=wants_log(landscape))
            self.reset_camera()
        self._change_ground()

    def set_runs(self, styles: Sequence[RunStyle]) -> None:
        """Say how the runs look, in the order of the experiment."""
        self._styles = styles
        self._annotations.set_runs(styles)
        self._move()

    def set_history(self, history: History) -> None:
        """Show the trajectories of another computation; rows may still be added to it."""
        self._history = history
        self._follow_history()
        self._move()

    def set_clouds(self, clouds: Sequence[Cloud | None]) -> None:
        """Show the companions of each run, to which rows may still be added."""
        had, self._clouds = bool(self._clouds), clouds
        if clouds or had:
            self._move()

    def set_start(self, start: tuple[float, ...]) -> None:
        """Mark the start, one float a coordinate."""
        self._start = start
        self._mark_start()

    def set_cursor(self, step: int) -> None:
        """Show the balls at ``step`` and their trails up to it."""
        self._cursor = step
        self._move()

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme``."""
        self._theme = theme
        self._annotations.set_theme(theme)
        if self._canvas is not None:
            self._canvas.set_theme(theme)
        self._change_ground()

    def set_following(self, following: bool) -> None:
        """Whether the camera looks at the first visible ball wherever it rolls."""
        self._controls.set_following(following)

    def fit_window(self) -> None:
        """Show the whole window."""
        self.reset_camera()

    @Slot()
    def reset_camera(self) -> None:
        """Look at the whole scene from the front again, and stay there."""
        self._controls.set_following(False)
        self._steering.go_to(self._home)

    def orbit(self, azimuth: float, elevation: float) -> None:
        """Turn the camera about its centre by degrees."""
        self._steering.orbit(azimuth, elevation)

    def zoom(self, factor: float) -> None:
        """Take the camera to ``factor`` times its distance."""
        self._steering.zoom(factor)

    # --- what is shown ------------------------------------------------------------------------

    @property
    def camera(self) -> Camera:
        """Where the scene is looked at from."""
        return self._steering.camera

    @property
    def canvas(self) -> PainterCanvas | GlCanvas | None:
        """What draws the scene; ``None`` before it was first shown."""
        return self._canvas

    def ball_positions(self) -> dict[int, tuple[float, float]]:
        """Where each ball is, by the index of its run: in the plane, or x and f on a curve."""
        return {ball.run: ball.place for ball in self._rolled().balls}

    def ball_pixels(self) -> dict[int, tuple[float, ...]]:
        """Where the centre of each ball is on the canvas, in its pixels."""
        size = float(self._annotations.width()), float(self._annotations.height())
        return {
            ball.run: tuple(self.camera.project(ball.centre[None], size)[0][0].tolist())
            for ball in self._rolled().balls
        }

    def notes(self) -> tuple[str, ...]:
        """What the scene leaves out, as it is said over it."""
        return tuple(note.text for note in self._annotations.notes)

    # --- the canvas ---------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._canvas is None:
            self._make_canvas()
        self._change_ground()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._steering.stop()

    def _make_canvas(self) -> None:
        if suits_opengl() if self._wants_opengl is None else self._wants_opengl:
            from gui.views.surface.gl_canvas import GlCanvas

            canvas = GlCanvas()
            # Not at once: it fails while it is being painted.
            canvas.failed.connect(self._do_without_opengl, Qt.ConnectionType.QueuedConnection)
            self._use(canvas)
        else:
            self._use(PainterCanvas())

    def _use(self, canvas: PainterCanvas | GlCanvas) -> None:
        self._canvas = canvas
        orbit = Orbit(canvas)
        orbit.turned.connect(self._steering.orbit)
        orbit.zoomed.connect(self._steering.zoom)
        orbit.reset_wanted.connect(self.reset_camera)
        canvas.setAccessibleName(self.tr("The objective as a surface"))
        canvas.set_theme(self._theme)
        canvas.set_camera(self.camera)
        self._stage.addWidget(canvas)
        self.setTabOrder(self._controls.last, canvas)
        canvas.show()  # a layout shows what it is given only later
        self._stage.setCurrentWidget(self._annotations)
        self._stage.activate()  # before the first paint

    @Slot()
    def _do_without_opengl(self) -> None:
        """Go on with QPainter after OpenGL failed at drawing."""
        failed = self._canvas
        if failed is None or isinstance(failed, PainterCanvas):
            return
        self._stage.removeWidget(failed)
        failed.hide()
        failed.deleteLater()
        self._use(PainterCanvas())
        self._change_ground()

    # --- the scene ----------------------------------------------------------------------------

    def _follow_history(self) -> None:
        if self._landscape is None or self._history is None:
            return
        self._paths = follow(self._history.records, self._landscape.plane, self._paths)

    @Slot()
    def _change_ground(self) -> None:
        self._ground = self._rolling = None
        if self._canvas is None or self._landscape is None or not self.isVisible():
            return
        cells = self._canvas.most_cells
        self._ground = build_ground(
            self._landscape, self._theme, log=self._controls.log, most_cells=cells
        )
        self._canvas.set_ground(self._ground)
        self._annotations.set_ground(self._ground)
        self._mark_start()
        self._move()

    def _mark_start(self) -> None:
        if self._ground is not None:
            self._annotations.set_start(self._ground.start(self._start))

    def _move(self) -> None:
        """Show the runs at the cursor."""
        self._rolling = None
        if self._canvas is None or self._ground is None:
            return
        rolling = self._rolled()
        colours = tuple(style.colour for style in self._styles)
        self._canvas.set_rolling(rolling, colours)
        crowds = crowds_at(self._ground, self._clouds, self._styles, self._cursor)
        self._canvas.set_crowds(crowds, colours)
        self._annotations.set_left_out(rolling.left_out)
        self._aim()

    def _rolled(self) -> Rolling:
        """The runs at the cursor, nothing before the view was shown."""
        if self._ground is None:
            return Rolling()
        if self._rolling is None:
            for path in self._paths:
                path.extend()
            self._rolling = roll(self._ground, self._paths, self._styles, self._cursor)
        return self._rolling

    # --- the camera ---------------------------------------------------------------------------

    @property
    def _home(self) -> Camera:
        ribbon = self._landscape is not None and self._landscape.v is None
        return RIBBON_HOME if ribbon else HOME

    @Slot(object)
    def _look(self, camera: Camera) -> None:
        self._annotations.set_camera(camera)
        if self._canvas is not None:
            self._canvas.set_camera(camera)

    @Slot()
    def _aim(self) -> None:
        """Look at the followed ball, or at the middle."""
        balls = self._rolled().balls
        if not self._controls.following:
            self._steering.aim(self._home.centre)
        elif balls:
            x, y, z = balls[0].centre.tolist()
            self._steering.aim((x, y, z))

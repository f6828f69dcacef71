"""The scene drawn by OpenGL."""

from __future__ import annotations

import logging
from typing import Any

import numpy as np
import pyqtgraph.opengl as gl
from OpenGL import GL
from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QMatrix4x4, QSurfaceFormat, QVector3D
from PySide6.QtWidgets import QWidget

from gui.theme import Theme
from gui.views.surface.camera import Camera, focal_length
from gui.views.surface.crowds import Crowds
from gui.views.surface.opengl import is_software, opengl_renderer
from gui.views.surface.rolling import Ball, Rolling
from gui.views.surface.scene import AMBIENT, LIFT, LIGHT, Ground

Array = np.ndarray[Any, np.dtype[Any]]

MOST_CELLS = 128
SAMPLES = 4
CONTOUR_ALPHA = 0.5
CROWD = 5.0
"""Pixels across a companion."""
TRAIL_WIDTH = 2.4
SHADOW = (0.0, 0.0, 0.0, 0.28)
RINGS, SECTORS = 14, 22
SHINE = 0.55
DEPTH_BEHIND = 6.0
"""How far behind its centre the scene is still drawn."""
OPAQUE_BEHIND_LINES = {
    GL.GL_DEPTH_TEST: True,
    GL.GL_BLEND: False,
    GL.GL_CULL_FACE: False,
    GL.GL_POLYGON_OFFSET_FILL: True,
    "glPolygonOffset": (1.0, 1.0),
}
"""The surface steps back a little, so that lines on it are not hidden."""
LAST_ON_TOP = {
    GL.GL_DEPTH_TEST: True,
    GL.GL_BLEND: False,
    GL.GL_CULL_FACE: False,
    "glDepthFunc": (GL.GL_LEQUAL,),
}
"""Where trails coincide, the last one is seen, as in the landscape."""

log = logging.getLogger(__name__)


class GlCanvas(gl.GLViewWidget):  # type: ignore[misc]
    """Uploads the surface once and moves only balls and trails.

    Signals
    -------
    failed
        Something could not be drawn; errors inside a paint event cannot be raised.
    """

    failed = Signal()
    most_cells = MOST_CELLS

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        smooth = not is_software(opengl_renderer())
        if smooth:
            samples = QSurfaceFormat(self.format())
            samples.setSamples(SAMPLES)
            self.setFormat(samples)
        self._camera = Camera(0, 30, 4)
        self._theme: Theme | None = None
        self._ground: Ground | None = None
        self._surface = gl.GLMeshItem(computeNormals=False, glOptions=OPAQUE_BEHIND_LINES)
        self._lines = gl.GLLinePlotItem(mode="lines", glOptions="translucent", antialias=not smooth)
        self._shadows = gl.GLMeshItem(computeNormals=False, color=SHADOW, glOptions="translucent")
        self._drops = gl.GLLinePlotItem(mode="lines", glOptions="opaque")
        # Not antialiased one by one: where segments are short, their soft ends make dots.
        self._trails = gl.GLLinePlotItem(mode="lines", width=TRAIL_WIDTH, glOptions=LAST_ON_TOP)
        self._crowds = gl.GLScatterPlotItem(pxMode=True, glOptions="translucent")
        self._balls = gl.GLMeshItem(computeNormals=False, glOptions="opaque")
        self._in_order = (
            self._surface,
            self._lines,
            self._shadows,
            self._drops,
            self._crowds,
            self._trails,
            self._balls,
        )
        for depth, item in enumerate(self._in_order):
            item.setDepthValue(depth)
            item.setVisible(False)
            self.addItem(item)

    def set_ground(self, ground: Ground) -> None:
        """Show another surface."""
        self._ground = ground
        self._surface.setVisible(True)
        self._surface.setMeshData(
            vertexes=ground.field.vertices().astype(np.float32),
            faces=ground.field.faces(),
            vertexColors=_opaque(ground.colours),
        )
        self._show_lines()

    def set_rolling(self, rolling: Rolling, colours: tuple[str, ...]) -> None:
        """Show balls and trails; ``colours`` has one for each run."""
        trails = [_segments(points) for _, points in rolling.trails]
        shades = [_rgba(colours[run]) for run, _ in rolling.trails]
        _show_segments(self._trails, trails, shades)
        floating = [ball for ball in rolling.balls if ball.floats]
        drops = [np.stack([ball.centre, ball.foot]) for ball in floating]
        _show_segments(self._drops, drops, [_rgba(ball.colour) for ball in floating])
        self._show_balls(rolling.balls)

    def set_crowds(self, crowds: Crowds, colours: tuple[str, ...]) -> None:
        """Show companions; ``colours`` has one for each run."""
        places = [points for _, points in crowds]
        self._crowds.setVisible(sum(map(len, places)) > 0)
        if self._crowds.visible():
            shades = [_rgba(colours[run]) for run, _ in crowds]
            self._crowds.setData(
                pos=np.concatenate(places),
                color=np.repeat(np.array(shades), [len(points) for points in places], axis=0),
                size=CROWD,
            )

    def set_camera(self, camera: Camera) -> None:
        """Look from elsewhere."""
        self._camera = camera
        self.setCameraPosition(
            pos=QVector3D(*camera.centre),
            distance=camera.distance,
            elevation=camera.elevation,
            azimuth=camera.azimuth,
        )

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme`` around the surface; its own come with it."""
        self._theme = theme
        self.setBackgroundColor(theme.background)
        self._show_lines()

    def projectionMatrix(self, region: Any, viewport: Any) -> QMatrix4x4:  # noqa: N802
        """The perspective of :meth:`Camera.project`."""
        del region
        *_, width, height = viewport
        distance = self._camera.distance
        near, far = max(0.05, distance - DEPTH_BEHIND / 2), distance + DEPTH_BEHIND
        scale = near / focal_length((width, height)) / 2
        matrix = QMatrix4x4()
        matrix.frustum(-width * scale, width * scale, -height * scale, height * scale, near, far)
        return matrix

    def drawItemTree(self, *args: Any, **options: Any) -> None:  # noqa: N802
        """Draw in order; what goes wrong is told by a signal, not printed and forgotten."""
        del args, options
        try:
            for part in self._in_order:
                if self.default_vao.isCreated():
                    self.default_vao.bind()  # a core profile draws nothing without one
                if part.visible():
                    part.paint()
        except Exception:
            log.exception("OpenGL could not draw the scene")
            self.failed.emit()

    def _show_lines(self) -> None:
        ground, theme = self._ground, self._theme
        if ground is None or theme is None:
            return
        strong = ground.is_ribbon
        colour = _rgba(theme.contour, 1.0 if strong else CONTOUR_ALPHA)
        _show_segments(self._lines, [ground.lines.reshape(-1, 3)], [colour])

    def _show_balls(self, balls: tuple[Ball, ...]) -> None:
        self._balls.setVisible(bool(balls))
        self._shadows.setVisible(bool(balls) and self._ground is not None)
        if not balls:
            return
        vertices, faces, shine = SPHERE
        centres = np.stack([ball.centre for ball in balls])
        radii = np.array([ball.radius for ball in balls])
        colours = np.array([_rgba(ball.colour)[:3] for ball in balls])
        diffuse, highlight = shine
        lit = colours[:, None] * diffuse[:, None]
        lit = lit + (1 - lit) * highlight[:, None]
        self._balls.setMeshData(
            vertexes=(centres[:, None] + radii[:, None, None] * vertices)
            .reshape(-1, 3)
            .astype(np.float32),
            faces=_shifted(faces, len(balls), len(vertices)),
            vertexColors=_opaque(lit.reshape(-1, 3)),
        )
        self._show_shadows(centres, radii)

    def _show_shadows(self, centres: Array, radii: Array) -> None:
        """Discs under the balls, laid onto the surface."""
        if self._ground is None:
            return
        turns = np.linspace(0, 2 * np.pi, SECTORS, endpoint=False)
        rim = np.stack([np.cos(turns), np.sin(turns)], axis=1)
        disc = np.vstack([np.zeros(2), 0.5 * rim, rim])
        x, y = (centres[:, None, :2] + 1.05 * radii[:, None, None] * disc).reshape(-1, 2).T
        z = self._ground.field.height_at(x, y) + LIFT / 2
        here = np.arange(SECTORS)
        beside = np.roll(here, -1)
        faces = np.concatenate(
            [
                np.stack([0 * here, 1 + here, 1 + beside], axis=1),
                np.stack([1 + here, 1 + SECTORS + here, 1 + SECTORS + beside], axis=1),
                np.stack([1 + here, 1 + SECTORS + beside, 1 + beside], axis=1),
            ]
        )
        self._shadows.setMeshData(
            vertexes=np.stack([x, y, z], axis=1).astype(np.float32),
            faces=_shifted(faces, len(radii), len(disc)),
        )


def _sphere() -> tuple[Array, Array, tuple[Array, Array]]:
    """A unit sphere: vertices, faces and, at the vertices, brightness and highlight."""
    mesh = gl.MeshData.sphere(RINGS, SECTORS)
    vertices = mesh.vertexes().astype(float)
    vertices /= np.linalg.norm(vertices, axis=1, keepdims=True)
    facing = vertices @ (LIGHT / np.linalg.norm(LIGHT))
    diffuse = 0.85 * AMBIENT + (1.05 - 0.85 * AMBIENT) * np.clip(facing, 0, 1)
    return vertices, mesh.faces(), (diffuse, SHINE * np.clip(facing, 0, 1) ** 14)


SPHERE = _sphere()


def _show_segments(item: Any, parts: list[Array], colours: list[tuple[float, ...]]) -> None:
    """Draw pairs of points, each part in its colour."""
    count = sum(map(len, parts))
    item.setVisible(count > 0)
    if count:
        repeated = np.repeat(np.array(colours), [len(part) for part in parts], axis=0)
        item.setData(pos=np.concatenate(parts), color=repeated)


def _segments(points: Array) -> Array:
    """The line through points ``(n, 3)`` as pairs, without those next to a gap."""
    pairs = np.stack([points[:-1], points[1:]], axis=1)
    joined: Array = pairs[np.isfinite(pairs).all((1, 2))].reshape(-1, 3)
    return joined


def _rgba(colour: str, alpha: float = 1.0) -> tuple[float, ...]:
    shade = QColor(colour)
    return shade.redF(), shade.greenF(), shade.blueF(), alpha


def _opaque(colours: Array) -> Array:
    return np.column_stack([colours, np.ones(len(colours))]).astype(np.float32)


def _shifted(faces: Array, copies: int, vertices: int) -> Array:
    """Faces of several copies of a mesh of some vertices."""
    shifted: Array = (faces + vertices * np.arange(copies)[:, None, None]).reshape(-1, 3)
    return shifted

"""Steers the camera: by hand, home, or gently after something that moves."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.views.surface.camera import Camera, Point

GLIDE_MILLISECONDS = 16
GLIDE_SHARE = 0.2
"""Part of the way to its target that the camera goes in one tick: a ball that jumps from wall
to wall is followed without a jolt."""
ARRIVED = 2e-3


class Steering(QObject):
    """Holds the camera.

    Signals
    -------
    moved
        The camera as it is now.
    """

    moved = Signal(object)

    def __init__(self, camera: Camera, parent: QObject) -> None:
        super().__init__(parent)
        self.camera = camera
        self._target = camera.centre
        self._glide = QTimer(self)
        self._glide.setInterval(GLIDE_MILLISECONDS)
        self._glide.timeout.connect(self._go_on)

    @Slot(float, float)
    def orbit(self, azimuth: float, elevation: float) -> None:
        """Turn about the centre by degrees."""
        self._set(self.camera.orbited(azimuth, elevation))

    @Slot(float)
    def zoom(self, factor: float) -> None:
        """Go to ``factor`` times the distance."""
        self._set(self.camera.zoomed(factor))

    def go_to(self, camera: Camera) -> None:
        """Be there at once."""
        self.stop()
        self._target = camera.centre
        self._set(camera)

    def aim(self, target: Point) -> None:
        """Set off to look at another point."""
        self._target = target
        if self._way_to_go() > ARRIVED:
            self._glide.start()

    def stop(self) -> None:
        """Stay where the camera is."""
        self._glide.stop()

    @Slot()
    def _go_on(self) -> None:
        if self._way_to_go() <= ARRIVED:
            self._glide.stop()
            return
        centre, target = np.array(self.camera.centre), np.array(self._target)
        x, y, z = (centre + GLIDE_SHARE * (target - centre)).tolist()
        self._set(self.camera.looking_at((x, y, z)))

    def _way_to_go(self) -> float:
        way = np.array(self._target) - np.array(self.camera.centre)
        return float(np.linalg.norm(way))

    def _set(self, camera: Camera) -> None:
        self.camera = camera
        self.moved.emit(camera)

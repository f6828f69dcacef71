"""Mouse and keys that turn and move a camera."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

DEGREES_PER_PIXEL = 0.4
ZOOM_PER_NOTCH = 0.88
NOTCH = 120.0
KEY_DEGREES = 5.0
TURNS = {
    Qt.Key.Key_Left: (-KEY_DEGREES, 0.0),
    Qt.Key.Key_Right: (KEY_DEGREES, 0.0),
    Qt.Key.Key_Up: (0.0, KEY_DEGREES),
    Qt.Key.Key_Down: (0.0, -KEY_DEGREES),
}
ZOOMS = {
    Qt.Key.Key_Plus: ZOOM_PER_NOTCH,
    Qt.Key.Key_Equal: ZOOM_PER_NOTCH,
    Qt.Key.Key_Minus: 1 / ZOOM_PER_NOTCH,
}


class Orbit(QObject):
    """Listens to a widget: drag or arrows orbit, wheel or + and − zoom, double click resets.

    Signals
    -------
    turned
        Degrees to the side and upward, as :meth:`Camera.orbited` takes them.
    zoomed
        Factor of the distance.
    reset_wanted
        A double click, or Home.
    """

    turned = Signal(float, float)
    zoomed = Signal(float)
    reset_wanted = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._grip: QPointF | None = None
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QWheelEvent):
            self.zoomed.emit(ZOOM_PER_NOTCH ** (event.angleDelta().y() / NOTCH))
            event.accept()
            return True
        if isinstance(event, QKeyEvent):
            return self._key_event(event)
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        kinds = QEvent.Type
        if event.type() == kinds.MouseButtonDblClick:
            self._grip = None
            self.reset_wanted.emit()
        elif event.type() == kinds.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.position()
        elif event.type() == kinds.MouseButtonRelease:
            self._grip = None
        elif event.type() == kinds.MouseMove and self._grip is not None:
            moved = event.position() - self._grip
            self._grip = event.position()
            self.turned.emit(-DEGREES_PER_PIXEL * moved.x(), DEGREES_PER_PIXEL * moved.y())
        # A press must still give the widget the focus, which Qt does by itself.
        return True

    def _key_event(self, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Home:
            event.accept()  # it is the camera's, not the transport's
            return True
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in TURNS:
            self.turned.emit(*TURNS[key])
        elif key in ZOOMS:
            self.zoomed.emit(ZOOMS[key])
        elif key == Qt.Key.Key_Home:
            self.reset_wanted.emit()
        else:
            return False
        return True

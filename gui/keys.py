"""Keys that a widget uses itself are its own, also where a shortcut has the same key.

That holds for who moves with Tab. A click, too, leaves the focus behind: whoever chose an optimizer
with the mouse wants Space to play and not to open the choice again.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QTableView,
    QTextEdit,
    QWidget,
)

ENDS = frozenset({Qt.Key.Key_Home, Qt.Key.Key_End})
SPACE = frozenset({Qt.Key.Key_Space})


@dataclass(frozen=True, slots=True)
class Use:
    """What one kind of widget does with keys that are shortcuts elsewhere."""

    kind: type[QWidget]
    keys: frozenset[Qt.Key]
    clicked: frozenset[Qt.Key] = frozenset()
    """Those that are its own after a click, too: they move in what is read."""
    letters: bool = False
    """Whether typing searches in it; commas and full stops begin no word."""


USES = (
    Use(QAbstractButton, SPACE),
    Use(QComboBox, SPACE | ENDS, letters=True),
    Use(QAbstractSpinBox, ENDS, ENDS),
    Use(QAbstractSlider, ENDS),
    Use(QTableView, ENDS, ENDS),
    Use(QAbstractItemView, ENDS, ENDS, letters=True),
    Use(QTextEdit, ENDS, ENDS),
)
"""The first that fits a widget counts. Text fields need no row: Qt leaves them what they take.

Lists and tables have no use for Space here, so that a preset that was clicked can be played.
"""


class OwnKeys(QObject):
    """Lets the focused widget have its keys before the shortcuts of a window.

    Qt asks the focused widget, then those around it up to its window, whether a key is theirs;
    this answers for the window. A floating dock is a window of its own.
    """

    def __init__(self, *windows: QWidget) -> None:
        super().__init__(windows[0])
        for window in windows:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        focused = QApplication.focusWidget()
        if focused is None or not uses_key(focused, event):
            return False
        event.accept()
        return True


def uses_key(widget: QWidget, event: QKeyEvent) -> bool:
    """Whether a kind of widget acts on a key by itself."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    use = next((use for use in USES if isinstance(widget, use.kind)), None)
    if use is None:
        return False
    if not widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
        return event.key() in use.clicked
    return event.key() in use.keys or (use.letters and event.text().isalnum())

"""Any action by typing a part of its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui.language import without_mnemonic

WIDTH, HEIGHT = 460, 360
AIR = 5
"""Around the words of a line, pixels."""
ACTION_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class CommandPalette(QDialog):
    """A search field over the window's actions; Enter does the chosen one."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("command_palette")
        self._window = parent
        self.resize(WIDTH, HEIGHT)
        self._search = QLineEdit(self)
        self._search.setObjectName("palette_search")
        self._search.setPlaceholderText(self.tr("Type what you want to do"))
        self._search.setAccessibleName(self.tr("Search actions"))
        self._search.textChanged.connect(self._filter)
        self._search.installEventFilter(self)
        self._list = QListWidget(self)
        self._list.setObjectName("palette_actions")
        self._list.setAccessibleName(self.tr("Actions"))
        self._list.setItemDelegate(_Line(self._list))
        self._list.itemClicked.connect(self._run)
        for action in actions:
            keys = action.shortcut().toString()
            text = action_text(action)
            item = QListWidgetItem(f"{text}    {keys}" if keys else text)
            item.setData(ACTION_ROLE, action)
            self._list.addItem(item)
        layout = QVBoxLayout(self)
        layout.addWidget(self._search)
        layout.addWidget(self._list)
        self._filter("")

    def popup(self) -> None:
        """Open near the top of the window, ready to type."""
        corner = self._window.mapToGlobal(self._window.rect().topLeft())
        self.move(corner.x() + (self._window.width() - self.width()) // 2, corner.y() + 60)
        self._search.clear()
        self.show()
        self._search.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.close()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self._search and pressed:
            return self._key(cast("QKeyEvent", event))
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        """Serve the keys that move in the list; say whether it was one."""
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in moves:
            self._move(moves[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self._list.currentItem())
        else:
            return False
        return True

    def _filter(self, text: str) -> None:
        words = text.lower().split()
        first = None
        for item in self._items():
            action = item.data(ACTION_ROLE)
            fits = action.isEnabled() and all(word in item.text().lower() for word in words)
            item.setHidden(not fits)
            first = item if fits and first is None else first
        self._list.setCurrentRow(-1 if first is None else self._list.row(first))

    def _move(self, rows: int) -> None:
        shown = [item for item in self._items() if not item.isHidden()]
        if shown:
            place = shown.index(self._list.currentItem()) if self._list.currentItem() else 0
            self._list.setCurrentItem(shown[(place + rows) % len(shown)])

    def _run(self, item: QListWidgetItem | None) -> None:
        if item is not None and not item.isHidden():
            action = item.data(ACTION_ROLE)
            self.close()
            action.trigger()

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]


class _Line(QStyledItemDelegate):
    """An action at the left, its keys at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(0, option.fontMetrics.height() + 2 * AIR)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        action: QAction = index.data(ACTION_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        palette: QPalette = option.palette
        line: QRect = option.rect.adjusted(AIR, 0, -AIR, 0)
        painter.save()
        if chosen:
            painter.fillRect(option.rect, palette.highlight())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(palette.highlightedText().color() if chosen else palette.text().color())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | middle, action_text(action))
        if not chosen:
            painter.setPen(palette.placeholderText().color())
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | middle, keys)
        painter.restore()


def action_text(action: QAction) -> str:
    """An action's name without the mark of its mnemonic."""
    return without_mnemonic(action.text()).removesuffix("…")

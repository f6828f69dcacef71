"""A row of controls that goes on in further lines where it is too long for one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QSizePolicy, QWidget

Line = list[QLayoutItem]


class Wrapping(QLayout):
    """Places items as words are in a paragraph; those that expand share what is left of a line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: Line = []

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        margins = self.contentsMargins()
        lines = self._lines(width - margins.left() - margins.right())
        heights = sum(map(_height, lines)) + max(len(lines) - 1, 0) * self.spacing()
        return heights + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """All in one line."""
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + (len(shown) - 1) * self.spacing()
        return self._with_margins(width, _height(shown))

    def minimumSize(self) -> QSize:  # noqa: N802
        """As wide as the widest item, each in a line of its own."""
        shown = self._shown()
        width = max((item.minimumSize().width() for item in shown), default=0)
        return self._with_margins(width, _height(shown))

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        super().setGeometry(rect)
        inside = rect.marginsRemoved(self.contentsMargins())
        top = inside.top()
        for line in self._lines(inside.width()):
            height = _height(line)
            self._place(line, QRect(inside.left(), top, inside.width(), height))
            top += height + self.spacing()

    def _shown(self) -> Line:
        return [item for item in self._items if not item.isEmpty()]

    def _with_margins(self, width: int, height: int) -> QSize:
        margins = self.contentsMargins()
        return QSize(
            width + margins.left() + margins.right(), height + margins.top() + margins.bottom()
        )

    def _lines(self, width: int) -> list[Line]:
        lines: list[Line] = []
        taken = 0
        for item in self._shown():
            needed = item.sizeHint().width()
            if lines and taken + self.spacing() + needed <= width:
                lines[-1].append(item)
                taken += self.spacing() + needed
            else:
                lines.append([item])
                taken = needed
        return lines

    def _place(self, line: Line, room: QRect) -> None:
        horizontal = Qt.Orientation.Horizontal
        stretching = [item for item in line if item.expandingDirections() & horizontal]
        gaps = (len(line) - 1) * self.spacing()
        spare = max(room.width() - gaps - sum(item.sizeHint().width() for item in line), 0)
        left = room.left()
        for item in line:
            width = min(item.sizeHint().width(), room.width())
            if item in stretching:
                width += spare // len(stretching)
            item.setGeometry(QRect(left, room.top(), width, room.height()))
            left += width + self.spacing()


def together(*widgets: QWidget, spacing: int = 6, stretch: bool = False) -> QWidget:
    """Widgets that stay side by side; those of a group that is to ``stretch`` share its width."""
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for widget in widgets:
        row.addWidget(widget)
    wide = QSizePolicy.Policy.Expanding if stretch else QSizePolicy.Policy.Preferred
    group.setSizePolicy(wide, QSizePolicy.Policy.Preferred)
    return group


def _height(line: Line) -> int:
    return max((item.sizeHint().height() for item in line), default=0)

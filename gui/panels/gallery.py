"""The gallery: all presets by family, found by typing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.panels.gallery_delegate import SUMMARY_ROLE, wrap_items
from gui.panels.inputs import LineEdit
from gui.panels.tones import Tone, ToneLabel

ID_ROLE = Qt.ItemDataRole.UserRole
WORDS_ROLE = Qt.ItemDataRole.UserRole + 1
"""All text of a preset in lower case: what a search looks at."""


@dataclass(frozen=True, slots=True)
class GalleryItem:
    """What the gallery tells of a preset."""

    id: str
    title: str
    family: str
    summary: str


class GalleryPanel(QWidget):
    """A search field over a list of presets; a click or Enter chooses one."""

    preset_chosen = Signal(str)
    """Id of the preset that the user wants."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gallery")
        self._search = LineEdit()
        self._search.setObjectName("search")
        self._search.setPlaceholderText(self.tr("Search presets"))
        self._search.setAccessibleName(self.tr("Search presets"))
        self._search.setToolTip(self.tr("Words of a title, a summary or a family; Enter opens"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self._search.installEventFilter(self)

        self._list = QListWidget()
        self._list.setObjectName("presets")
        self._list.setAccessibleName(self.tr("Presets"))
        wrap_items(self._list)
        self._list.setFrameShape(QListWidget.Shape.NoFrame)
        self._list.setMouseTracking(True)
        self._list.viewport().setAutoFillBackground(False)
        self._list.itemClicked.connect(self._choose)
        self._list.installEventFilter(self)

        self._empty = ToneLabel(Tone.QUIET)
        self._empty.setObjectName("empty")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(12, 24, 12, 12)

        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._search)
        column.addWidget(self._list, 1)
        column.addWidget(self._empty, 1)
        self._filter()

    def set_presets(self, presets: Sequence[GalleryItem]) -> None:
        """List ``presets`` in their order; neighbours of one family share a heading."""
        with QSignalBlocker(self._list):
            self._list.clear()
            for family, members in groupby(presets, key=lambda preset: preset.family):
                self._add_heading(family)
                for preset in members:
                    self._add_preset(preset)
        self._filter()

    def set_current(self, preset_id: str | None) -> None:
        """Mark the preset that is open; ``None`` or an unknown id marks none."""
        matches = [item for item in self._items() if item.data(ID_ROLE) == preset_id]
        if preset_id is None or not matches:
            self._list.setCurrentRow(-1)
            return
        self._list.setCurrentItem(matches[0])
        self._list.scrollToItem(matches[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self._list.currentItem())
                return True
            if watched is self._search:
                return self._key_in_search(event)
            return self._key_in_list(event)
        return super().eventFilter(watched, event)

    def _key_in_search(self, event: QKeyEvent) -> bool:
        """Move through the list from the search field; Escape empties it."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        if event.key() == Qt.Key.Key_Escape and self._search.text():
            self._search.clear()
            return True
        return False

    def _key_in_list(self, event: QKeyEvent) -> bool:
        """Typing over the list is typing into the search field."""
        if not event.text().isprintable() or not event.text().strip():
            return False
        self._search.setFocus()
        self._search.insert(event.text())
        return True

    def _add_heading(self, family: str) -> None:
        item = QListWidgetItem(family)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self._list.addItem(item)

    def _add_preset(self, preset: GalleryItem) -> None:
        item = QListWidgetItem(preset.title)
        item.setData(ID_ROLE, preset.id)
        item.setData(SUMMARY_ROLE, preset.summary)
        words = (preset.title, preset.id, preset.summary, preset.family)
        item.setData(WORDS_ROLE, "\n".join(words).casefold())
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, preset.summary)
        item.setToolTip(f"<p><b>{preset.title}</b></p><p>{preset.summary}</p>")
        self._list.addItem(item)

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]

    def _filter(self) -> None:
        """Show the presets that hold every word typed, and the headings above them."""
        wanted = self._search.text().casefold().split()
        heading: QListWidgetItem | None = None
        found: list[QListWidgetItem] = []
        for item in self._items():
            words = item.data(WORDS_ROLE)
            if words is None:
                heading = item
                item.setHidden(True)
                continue
            hit = all(word in words for word in wanted)
            item.setHidden(not hit)
            if hit:
                found.append(item)
                if heading is not None:
                    heading.setHidden(False)
        if wanted and found and self._list.currentItem() not in found:
            self._list.setCurrentItem(found[0])
        self._show_empty(bool(found))

    def _show_empty(self, found: bool) -> None:
        text = self._search.text().strip()
        if text:
            message = self.tr("No preset matches “{0}”.").format(text)
        else:
            message = self.tr("There are no presets.")
        self._empty.setText(message)
        self._list.setVisible(found)
        self._empty.setVisible(not found)

    def _move(self, rows: int) -> None:
        shown = [item for item in self._items() if item.data(ID_ROLE) and not item.isHidden()]
        if not shown:
            return
        current = self._list.currentItem()
        place = shown.index(current) + rows if current in shown else 0
        self._list.setCurrentItem(shown[min(max(place, 0), len(shown) - 1)])

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None and not item.isHidden() and item.data(ID_ROLE):
            self.preset_chosen.emit(item.data(ID_ROLE))

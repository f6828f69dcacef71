"""The user guide: pages of Markdown from the resources, in the language of the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QListWidget, QSplitter, QVBoxLayout, QWidget

from gui.panels.guide_page import GuidePage
from simulation.paths import RESOURCES

FOLDER = RESOURCES / "guide"
SIZE = (1000, 720)
LIST_WIDTH = 220
SPACING = 4
"""Pixels around the title of a page in the list."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: a file of Markdown, or HTML that the program writes."""

    name: str
    """What links to it say."""
    title: str
    path: Path | None = None
    html: str = ""


def guide_pages(language: str, folder: Path = FOLDER) -> list[Page]:
    """The pages in a language, or in English where there are none, in their order."""
    found = sorted((folder / language).glob("*.md")) or sorted((folder / "en").glob("*.md"))
    return [Page(path.name, _first_heading(path), path) for path in found]


class Guide(QWidget):
    """A window of its own: the list of pages beside the page that is read."""

    def __init__(self, pages: Sequence[Page], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("guide")
        self.setWindowTitle(self.tr("Momentum Lab guide"))
        self._pages = list(pages)
        self._list = QListWidget()
        self._list.setObjectName("guide_pages")
        self._list.setAccessibleName(self.tr("Pages of the guide"))
        self._list.setFrameShape(QListWidget.Shape.NoFrame)
        self._list.setWordWrap(True)
        self._list.setSpacing(SPACING)
        self._list.addItems([page.title for page in self._pages])
        self._browser = GuidePage()
        self._browser.setObjectName("guide_page")
        self._browser.setAccessibleName(self.tr("Page of the guide"))
        self._browser.anchorClicked.connect(self._follow)
        self._list.currentRowChanged.connect(self._show_page)
        splitter = QSplitter()
        splitter.setObjectName("guide_halves")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._list)
        splitter.addWidget(self._browser)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([LIST_WIDTH, SIZE[0] - LIST_WIDTH])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)
        self.resize(*SIZE)
        self._list.setCurrentRow(0)

    @Slot(int)
    def _show_page(self, row: int) -> None:
        if 0 <= row < len(self._pages):
            self._browser.read(self._pages[row].path, self._pages[row].html)

    @Slot(QUrl)
    def _follow(self, link: QUrl) -> None:
        """Turn to another page, or hand an address to the desktop."""
        names = [page.name for page in self._pages]
        if link.fileName() in names:
            self._list.setCurrentRow(names.index(link.fileName()))
        elif link.scheme().startswith("http"):
            QDesktopServices.openUrl(link)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Cancel):
            self.close()
        else:
            super().keyPressEvent(event)


def _first_heading(path: Path) -> str:
    with path.open(encoding="utf-8") as lines:
        return next(line.removeprefix("# ").strip() for line in lines if line.startswith("# "))

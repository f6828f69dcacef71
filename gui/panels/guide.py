"""The user guide: pages of Markdown from the resources, in the language of the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt, QUrl, Slot
from PySide6.QtGui import (
    QDesktopServices,
    QImage,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextDocument,
)
from PySide6.QtWidgets import QListWidget, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from simulation.paths import RESOURCES

FOLDER = RESOURCES / "guide"
SIZE = (1000, 720)
LIST_WIDTH = 220


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
        self._list.addItems([page.title for page in self._pages])
        self._browser = _Browser()
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
            self._browser.read(self._pages[row])

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


class _Browser(QTextBrowser):
    """Shows a page with pictures no wider than it."""

    MARGIN = 24

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._page: Page | None = None

    def read(self, page: Page) -> None:
        """Show a page from its top."""
        self._page = page
        self._typeset()
        self.verticalScrollBar().setValue(0)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: N802
        path = self._page.path if self._page else None
        if kind == QTextDocument.ResourceType.ImageResource.value and path is not None:
            relative = name.toString() if isinstance(name, QUrl) else name
            return self._fitted(QImage(str(path.parent / relative)))
        return super().loadResource(kind, name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._typeset_in_place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # The colour of links and the size of headings are set when the text is read.
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._typeset_in_place()

    def _typeset_in_place(self) -> None:
        bar = self.verticalScrollBar()
        place = bar.value() / max(bar.maximum(), 1)
        self._typeset()
        bar.setValue(round(place * bar.maximum()))

    def _typeset(self) -> None:
        if self._page is None:
            return
        document = self.document()
        document.clear()
        document.setDocumentMargin(self.MARGIN)
        if self._page.path is not None:
            document.setMarkdown(self._page.path.read_text(encoding="utf-8"))
        else:
            document.setHtml(self._page.html)

    def _fitted(self, image: QImage) -> QImage:
        room = self.viewport().width() - 2 * self.MARGIN
        if image.isNull() or room <= 0:
            return image
        ratio = self.devicePixelRatioF()
        width = min(room, image.width())
        made = image.scaledToWidth(round(width * ratio), Qt.TransformationMode.SmoothTransformation)
        made.setDevicePixelRatio(ratio)
        return made


def _first_heading(path: Path) -> str:
    with path.open(encoding="utf-8") as lines:
        return next(line.removeprefix("# ").strip() for line in lines if line.startswith("# "))

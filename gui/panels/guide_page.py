"""One page of the guide: Markdown with air between its lines, and pictures that fit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import (
    QFontDatabase,
    QImage,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QTextBrowser

MARGIN = 28
LINE_PERCENT = 125
"""Distance of lines."""
PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
HEADING_AIR = (0.0, 4.0, 22.0, 14.0)
"""Pixels above a heading, by its level."""


LOOKS = (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange)
"""Events after which the page looks different."""


class GuidePage(QTextBrowser):
    """Shows Markdown, or HTML; links are told, not followed."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        # A bar that came and went would change the room for pictures while they are laid out.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._path: Path | None = None
        self._html = ""
        self._document: QTextDocument | None = None

    def read(self, path: Path | None, html: str = "") -> None:
        """Show a file of Markdown, or HTML if there is none, from its top."""
        self._path, self._html = path, html
        self._typeset()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: N802
        if kind == QTextDocument.ResourceType.ImageResource.value and self._path is not None:
            relative = name.toString() if isinstance(name, QUrl) else name
            return self._fitted(QImage(str(self._path.parent / relative)))
        return super().loadResource(kind, name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self._place()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._typeset(place)

    def changeEvent(self, event: QEvent) -> None:
        place = self._place()
        super().changeEvent(event)
        # The colour of links and the size of headings are set when the text is read.
        if event.type() in LOOKS:
            self._typeset(place)

    def _place(self) -> float:
        """How far down the page is, 0 to 1."""
        bar = self.verticalScrollBar()
        return bar.value() / max(bar.maximum(), 1)

    def _typeset(self, place: float = 0.0) -> None:
        if self._path is None and not self._html:
            return
        document = QTextDocument(self)
        document.setDefaultFont(self.font())
        document.setDocumentMargin(MARGIN)
        if self._path is not None:
            document.setMarkdown(self._path.read_text(encoding="utf-8"))
        else:
            document.setHtml(self._html)
        self._give_air(document)
        self.setDocument(document)
        if self._document is not None:
            self._document.deleteLater()
        self._document = document
        self.verticalScrollBar().setValue(round(place * self.verticalScrollBar().maximum()))

    def _give_air(self, document: QTextDocument) -> None:
        block = document.begin()
        while block.isValid():
            cursor = QTextCursor(block)
            made = QTextBlockFormat()
            level = block.blockFormat().headingLevel()
            if level:
                made.setTopMargin(HEADING_AIR[min(level, 3)])
            if _is_code(block):
                made.setBackground(self.palette().color(QPalette.ColorRole.Window))
                made.setNonBreakableLines(False)
            elif not _holds_picture(block):  # a share of its height would be too much air
                made.setLineHeight(LINE_PERCENT, PROPORTIONAL)
            cursor.mergeBlockFormat(made)
            if _is_code(block):
                self._set_type(cursor)
            block = block.next()

    @staticmethod
    def _set_type(cursor: QTextCursor) -> None:
        """Letters of one width, as large as the others."""
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        form = cursor.charFormat()
        family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        form.setFontFamilies([family])
        cursor.mergeCharFormat(form)

    def _fitted(self, image: QImage) -> QImage:
        room = self.viewport().width() - 2 * MARGIN
        if image.isNull() or room <= 0:
            return image
        ratio = self.devicePixelRatioF()
        width = min(room, image.width())
        made = image.scaledToWidth(round(width * ratio), Qt.TransformationMode.SmoothTransformation)
        made.setDevicePixelRatio(ratio)
        return made


def _is_code(block: QTextBlock) -> bool:
    return block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence.value)


def _holds_picture(block: QTextBlock) -> bool:
    return "\ufffc" in block.text()

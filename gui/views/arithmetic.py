"""Assignments set like mathematics: the signs of equality below each other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from gui.theme import Theme
from simulation.inspection.records import Assignment

FAMILIES = ("STIX Two Text", "Cambria", "DejaVu Serif", "Serif")
"""Type that has Greek letters, small digits and hats, and looks like a text's formulas."""
FORMULA_SIZE, REASON_SIZE = 1.1, 0.9
"""In sizes of the usual type."""
WIDEST_NAMES = 0.3
"""Share of the width beyond which names no longer push the formulas to the right."""
MARGIN, GAP = 12.0, 4.0


class ArithmeticPage(QTextBrowser):
    """Text that can be selected, written anew for every step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(MARGIN)

    def write(
        self,
        rule: str,
        lines: Mapping[str, Sequence[Assignment]],
        because: str,
        theme: Theme,
    ) -> None:
        """Write a step.

        Parameters
        ----------
        rule
            The update as it is declared.
        lines
            Assignments by the name of their coordinate.
        because
            Sentence around the ``{reason}`` that decided a formula.
        theme
            Colours.
        """
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(theme.background))
        palette.setColor(QPalette.ColorRole.Text, QColor(theme.foreground))
        self.setPalette(palette)
        scrolled = self.verticalScrollBar().value()
        writer = _Writer(self, theme, because)
        writer.write(rule, lines)
        self.verticalScrollBar().setValue(scrolled)


class _Writer:
    def __init__(self, page: QTextBrowser, theme: Theme, because: str) -> None:
        self._because = because
        usual = page.font()
        font = QFont(usual)
        font.setFamilies(list(FAMILIES))
        font.setStyleHint(QFont.StyleHint.Serif)
        font.setPointSizeF(usual.pointSizeF() * FORMULA_SIZE)
        self._metrics = QFontMetricsF(font)
        self._equals = self._metrics.horizontalAdvance("= ")
        self._formula = _format(font, theme.foreground)
        self._muted = _format(font, theme.muted)
        self._result = _format(font, theme.foreground, bold=True)
        self._reason = _format(usual, theme.muted, scale=REASON_SIZE)
        self._heading = _format(usual, theme.foreground, bold=True)
        self._room = page.viewport().width() - 2 * MARGIN
        self._cursor = QTextCursor(page.document())
        self._indent = 0.0
        """Where formulas begin."""

    def write(self, rule: str, lines: Mapping[str, Sequence[Assignment]]) -> None:
        cursor = self._cursor
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        cursor.setBlockFormat(QTextBlockFormat())
        # Line ends within one paragraph.
        cursor.insertText(rule.replace("\n", "\N{LINE SEPARATOR}"), self._muted)
        names = [line.name for group in lines.values() for line in group]
        widest = max(map(self._metrics.horizontalAdvance, names), default=0.0)
        self._indent = min(widest, WIDEST_NAMES * self._room) + 2 * self._equals
        for coordinate, group in lines.items():
            self._block(0.0, 0.0, above=2 * GAP)
            if len(lines) > 1 or coordinate != "x":
                cursor.insertText(coordinate, self._heading)
            for line in group:
                self._line(line)
        cursor.endEditBlock()

    def _line(self, line: Assignment) -> None:
        texts = [(_together(text), self._formula) for text in (line.formula, line.numbers) if text]
        texts.append((line.result, self._result))
        start = f"{line.name} = "
        advance = self._metrics.horizontalAdvance
        self._block(self._indent, -min(advance(start), self._indent), above=GAP)
        self._cursor.insertText(start, self._formula)
        whole = advance(" = ".join(text for text, _ in texts))
        together = self._indent + whole < self._room
        for place, (text, style) in enumerate(texts):
            if place and together:
                self._cursor.insertText(" = ", self._formula)
            elif place:
                self._block(self._indent, -self._equals)
                self._cursor.insertText("= ", self._formula)
            self._cursor.insertText(text, style)
        for reason in line.reasons:
            self._block(self._indent, 0.0)
            self._cursor.insertText(self._because.format(reason=reason), self._reason)

    def _block(self, indent: float, first: float, above: float = 0.0) -> None:
        """Begin a paragraph ``indent`` from the left, its first line ``first`` from there."""
        style = QTextBlockFormat()
        style.setLeftMargin(indent)
        style.setTextIndent(first)
        style.setTopMargin(above)
        self._cursor.insertBlock(style)


def _together(text: str) -> str:
    """Keep short brackets such as ``(1 − β)`` on one line."""
    return re.sub(r"\([^()]*\)", lambda found: found[0].replace(" ", "\N{NO-BREAK SPACE}"), text)


def _format(font: QFont, colour: str, *, bold: bool = False, scale: float = 1.0) -> QTextCharFormat:
    font = QFont(font)
    font.setBold(bold)
    font.setPointSizeF(font.pointSizeF() * scale)
    style = QTextCharFormat()
    style.setFont(font)
    style.setForeground(QColor(colour))
    return style

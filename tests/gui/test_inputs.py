"""Fields say when they hold more than they show."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.panels.inputs import LineEdit
from gui.scroll_column import ScrollColumn

LONG = "0.00246913580246914"


@pytest.fixture
def field(qtbot: QtBot) -> LineEdit:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    field, other = LineEdit(), LineEdit()
    field.setFixedSize(80, 26)
    column.addWidget(field)
    column.addWidget(other)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    other.setFocus()
    field.around = window  # it lives as long as the field
    return field


def picture(field: LineEdit, text: str) -> QImage:
    field.setText(text)
    field.setCursorPosition(0)
    return field.grab().toImage()


def test_that_a_number_that_is_cut_ends_in_dots(field: LineEdit) -> None:
    room = field.text_room().width()
    elided = field.fontMetrics().elidedText(LONG, Qt.TextElideMode.ElideRight, room)
    assert elided.endswith("…")
    assert picture(field, LONG) == picture(field, elided)
    assert picture(field, LONG) != picture(field, elided.removesuffix("…"))


def test_that_all_of_it_can_be_edited(field: LineEdit) -> None:
    cut = picture(field, LONG)
    field.setFocus()
    assert field.text() == LONG
    assert field.grab().toImage() != cut


def test_that_a_column_is_as_wide_as_its_content_and_never_scrolls_sideways(qtbot: QtBot) -> None:
    outer, content, word = ScrollColumn(), QWidget(), QLabel("wide " * 20)
    qtbot.addWidget(outer)
    QVBoxLayout(content).addWidget(word)
    outer.setWidget(content)
    outer.resize(50, 100)  # less than that
    outer.show()
    assert outer.minimumSizeHint().width() > word.minimumSizeHint().width()
    before = outer.minimumSizeHint().width()
    word.setText("wider " * 30)
    qtbot.waitUntil(lambda: outer.minimumSizeHint().width() > before)
    assert not outer.horizontalScrollBar().isVisible()

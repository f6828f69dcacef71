"""Bars of controls go on in further lines where they are too long for one."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from gui.panels.wrapping import Wrapping, together

TEXTS = ("first", "the second one", "third", "the fourth and last")


@pytest.fixture
def page(qtbot):
    """A bar over something that takes the rest of the height."""
    page, bar = QWidget(), QWidget()
    qtbot.addWidget(page)
    row = Wrapping(bar)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for text in TEXTS:
        row.addWidget(QPushButton(text))
    column = QVBoxLayout(page)
    column.addWidget(bar)
    column.addWidget(QWidget(), 1)
    page.show()
    return page


def buttons(page):
    return page.findChildren(QPushButton)


def lines(page):
    return len({button.y() for button in buttons(page)})


def test_that_a_bar_takes_one_line_where_it_fits_in(page) -> None:
    page.resize(1200, 400)
    assert lines(page) == 1


def test_that_a_bar_goes_on_in_further_lines_and_nothing_is_cut(page) -> None:
    page.resize(240, 400)
    assert lines(page) > 1
    for button in buttons(page):
        assert button.width() >= button.sizeHint().width()
        assert button.parentWidget().rect().contains(button.geometry())


def test_that_a_hidden_control_takes_no_room(page) -> None:
    page.resize(240, 400)
    before = lines(page)
    for button in buttons(page)[1:]:
        button.hide()
    page.layout().activate()
    buttons(page)[0].parentWidget().layout().activate()
    assert buttons(page)[0].parentWidget().heightForWidth(240) == buttons(page)[0].height()
    assert before > 1


def test_that_a_group_that_stretches_takes_what_is_left_of_its_line(qtbot) -> None:
    bar = QWidget()
    qtbot.addWidget(bar)
    row = Wrapping(bar)
    row.setContentsMargins(0, 0, 0, 0)
    group, last = together(QLabel("name"), QPushButton("wide"), stretch=True), QPushButton("last")
    row.addWidget(group)
    row.addWidget(last)
    bar.resize(900, 60)
    bar.show()
    assert last.geometry().right() == bar.rect().right()
    assert last.width() == last.sizeHint().width()
    assert group.width() > group.sizeHint().width()

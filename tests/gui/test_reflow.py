"""Pages of theory stay readable where there is little room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.views.theory.energy import EnergyView
from gui.views.theory.flow import FlowView
from gui.views.theory.reflow import LEAST_LINES, NARROW, Reflow
from gui.views.theory.side_column import SideColumn
from gui.views.theory.small_table import Row, SmallTable


@pytest.fixture
def page(qtbot: QtBot) -> tuple[Reflow, list[QWidget]]:
    page = Reflow()
    qtbot.addWidget(page)
    parts = [QLabel("left"), QLabel("right")]
    for part in parts:
        part.setMinimumHeight(100)
        page.row.addWidget(part)
    page.show()
    return page, parts


def test_that_parts_go_below_one_another_in_a_narrow_page(qtbot: QtBot, page) -> None:
    reflow, (left, right) = page
    letter = reflow.fontMetrics().averageCharWidth()
    reflow.resize((NARROW + 1) * letter, 150)
    assert not reflow.narrow
    with qtbot.waitSignal(reflow.turned):
        reflow.resize((NARROW - 1) * letter, 150)
    qtbot.waitUntil(lambda: right.y() > left.y())
    assert left.x() == right.x()
    assert reflow.verticalScrollBar().maximum() > 0  # it is too low for both
    assert not reflow.horizontalScrollBar().isVisible()
    reflow.resize((NARROW + 1) * letter, 150)
    qtbot.waitUntil(lambda: right.x() > left.x())
    assert left.y() == right.y()
    assert reflow.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("make", [EnergyView, lambda: FlowView(QWidget())], ids=["energy", "flow"])
def test_that_charts_keep_their_height_in_a_low_window_of_large_type(qtbot, make) -> None:
    font = QApplication.font()
    QApplication.setFont(QFont(font.family(), round(2 * font.pointSizeF())))
    try:
        view = make()
        qtbot.addWidget(view)
        view.resize(500, 120)
        view.show()
        for chart in view._charts:
            assert chart.plot.height() >= LEAST_LINES * view.fontMetrics().lineSpacing()
    finally:
        QApplication.setFont(font)


def test_that_a_column_beside_a_picture_follows_what_it_holds(qtbot: QtBot) -> None:
    column, label = SideColumn(), QLabel("1")
    qtbot.addWidget(column)
    column.resize(200, 100)
    assert column.sizeHint().width() == 0
    column.take(label)
    column.show()
    narrow = column.sizeHint().width()
    label.setText("1,000,000,000")
    qtbot.waitUntil(lambda: column.sizeHint().width() > narrow)
    assert column.minimumSizeHint().width() == column.sizeHint().width() > label.sizeHint().width()


def test_that_only_the_sign_of_a_row_has_its_colour(qtbot: QtBot) -> None:
    table = SmallTable((("λ", "eigenvalue"), ("rate", "rate")))
    qtbot.addWidget(table)
    table.set_rows([Row(("0.2", "0.9"), "#ffff00")])
    item = table.item(0, 0)
    side = table.iconSize().width()
    sign = item.icon().pixmap(side, side).toImage()
    middle = sign.pixelColor(QPoint(sign.width() // 2, sign.height() // 2))
    assert middle.name() == "#ffff00"
    assert item.foreground().style().name == "NoBrush"  # the text is that of all others


def test_that_charts_need_no_scrolling_in_the_smallest_usual_window(qtbot: QtBot) -> None:
    view = EnergyView()
    qtbot.addWidget(view)
    lines = view.fontMetrics().lineSpacing()
    view.resize((NARROW + 30) * view.fontMetrics().averageCharWidth(), 13 * lines)
    view.show()
    bar = view.findChild(Reflow).verticalScrollBar()
    assert bar.maximum() == 0
    view.resize(view.width(), 6 * lines)
    qtbot.waitUntil(lambda: bar.maximum() > 0)


def test_that_a_hint_of_a_row_is_no_sign(qtbot: QtBot) -> None:
    table = SmallTable((("λ", "eigenvalue"), ("rate", "rate")))
    qtbot.addWidget(table)
    table.set_rows([Row(("0.2", "0.9"), "#ffff00", "what it means")])
    assert table.item(0, 0).toolTip() == "what it means"
    assert Row(("0.2",), "#ffff00", "what it means").glyph == Row(("0.2",)).glyph

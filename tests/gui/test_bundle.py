"""Many lines painted as one item, and pictures kept of what stays."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.views.bundle import Bundle, Stroke
from gui.views.plots import make_plot
from gui.views.still import Still


def stroke(x: list[float], y: list[float]) -> Stroke:
    return Stroke(np.array(x), np.array(y), pg.mkPen("#ff0000", width=3))


def red(image: QImage) -> int:
    return sum(
        image.pixelColor(x, y) == QColor("#ff0000")
        for x in range(image.width())
        for y in range(image.height())
    )


def test_that_what_stays_is_painted_once_until_it_is_forgotten(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(40, 40)
    still, times = Still(), []

    def show() -> QImage:
        image = QImage(40, 40, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        still.show(painter, QRectF(10, 10, 20, 20), widget, paint)
        painter.end()
        return image

    def paint(painter: QPainter) -> None:
        times.append(painter)
        painter.fillRect(QRectF(10, 10, 20, 20), QColor("#ff0000"))

    assert red(show()) == red(show()) == 400
    assert len(times) == 1
    still.forget()
    assert red(show()) == 400
    assert len(times) == 2


def test_that_a_plot_without_room_paints_nothing(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    Still().show(painter, QRectF(), widget, lambda _: 1 / 0)
    painter.end()


def test_that_lines_are_where_the_plot_is_after_it_moved(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    plot = make_plot(parent)
    plot.resize(300, 200)
    parent.resize(300, 200)
    bundle = Bundle(plot, still=True)
    bundle.show_lines([stroke([0.0, 1.0], [0.5, 0.5]), stroke([], []), stroke([0.0], [0.0])])
    plot.setRange(xRange=(0, 1), yRange=(0, 1), padding=0)
    parent.show()
    qtbot.waitExposed(parent)
    whole = red(plot.grab().toImage())
    assert whole > 300
    plot.setRange(xRange=(-1, 1), yRange=(0, 1), padding=0)
    assert 0.4 * whole < red(plot.grab().toImage()) < 0.6 * whole
    plot.setRange(xRange=(2, 3), yRange=(0, 1), padding=0)
    assert red(plot.grab().toImage()) == 0
    bundle.show_lines([stroke([2.0, 3.0, np.nan], [0.2, 0.2, np.nan])])
    assert red(plot.grab().toImage()) == whole

"""What every plot can do, whatever it shows."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.views.plots import make_plot


@pytest.fixture
def plot(qtbot: QtBot) -> Any:
    plot = make_plot(None)
    qtbot.addWidget(plot)
    plot.addItem(pg.TextItem("here"))
    plot.resize(300, 200)
    plot.setRange(xRange=(0, 1), yRange=(0, 1), padding=0)
    plot.show()
    qtbot.waitExposed(plot)
    return plot


@pytest.mark.parametrize("size", [(0, 0), (300, 0), (62, 20)])
def test_that_a_plot_without_room_inverts_nothing_and_comes_back(
    plot: Any, size: tuple[int, int]
) -> None:
    box = plot.getViewBox()
    plot.resize(*size)
    plot.setRange(xRange=(2, 4), yRange=(2, 4), padding=0)
    QApplication.processEvents()
    assert box.rect().isEmpty()
    assert box.childGroup.transform().determinant() != 0
    plot.resize(300, 200)
    QApplication.processEvents()
    assert box.mapViewToScene(QPointF(3, 3)) == box.mapToScene(box.rect().center())


def test_that_a_plot_wider_than_doubles_tell_inverts_nothing_and_comes_back(plot: Any) -> None:
    box = plot.getViewBox()
    for far in (1e150, 1e160, 1e170, 1e300):
        plot.setRange(xRange=(-far, far), yRange=(-far, far), padding=0)
        QApplication.processEvents()
        assert box.childGroup.transform().determinant() != 0
    plot.setRange(xRange=(2, 4), yRange=(2, 4), padding=0)
    QApplication.processEvents()
    assert box.mapViewToScene(QPointF(3, 3)) == box.mapToScene(box.rect().center())

"""The menu that rewrites a run in another convention of momentum."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from gui.panels.inputs import ToolButton
from simulation.conventions import ACCUMULATED, AVERAGED, CONVENTIONS, DISPLACEMENT
from simulation.optimizers.catalog import find_optimizer


class ConventionButton(ToolButton):
    """Offers the conventions in which the same trajectory can be expressed."""

    chosen = Signal(str)
    """The optimizer that the run is to be expressed as."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("express_as", self.tr("Express as another convention"), parent)
        self.setToolTip(self.tr("Express the same trajectory in another convention of momentum"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        # The arrow of a menu would double the width of the button.
        self.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        menu = QMenu(self)
        one_of = QActionGroup(menu)
        words = {
            ACCUMULATED: self.tr("Express as accumulated"),
            DISPLACEMENT: self.tr("Express as displacement"),
            AVERAGED: self.tr("Express as averaged"),
        }
        for target in CONVENTIONS:
            formula = find_optimizer(target, "optimizer").formula.replace("\n", ", ")
            action = menu.addAction(f"{words[target]}\t{formula}")
            action.setData(target)
            action.setCheckable(True)
            one_of.addAction(action)
        menu.triggered.connect(lambda action: self.chosen.emit(action.data()))
        self.setMenu(menu)

    def show_optimizer(self, optimizer: str) -> None:
        """Mark the convention in force; hide where there is none."""
        self.setVisible(optimizer in CONVENTIONS)
        for action in self.menu().actions():
            action.setChecked(action.data() == optimizer)
            action.setEnabled(action.data() != optimizer)

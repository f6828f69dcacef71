"""The bar above the scene."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from gui.outlines import CheckBox


class SurfaceControls(QWidget):
    """What heights are, whether the camera follows, and the way back.

    Signals
    -------
    height_changed
        Other heights are chosen, by hand or not.
    follow_toggled
        Whether the camera is to follow.
    reset_wanted
        The camera is to go home.
    """

    height_changed = Signal()
    follow_toggled = Signal(bool)
    reset_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_hand = False
        self._height = QComboBox()
        self._height.setObjectName("surfaceHeight")
        self._height.addItem(self.tr("Height: logarithmic"), userData=True)
        self._height.addItem(self.tr("Height: linear"), userData=False)
        self._height.setAccessibleName(self.tr("Height"))
        self._height.setToolTip(
            self.tr("Logarithmic heights show the floor of a valley and its walls at once")
        )
        self._follow = CheckBox(self.tr("Follow the ball"))
        self._follow.setToolTip(self.tr("Keep the first visible ball in the middle"))
        reset = QPushButton(self.tr("Reset view"))
        reset.setToolTip(self.tr("Also: double click. Drag to turn, scroll to zoom"))
        bar = QHBoxLayout(self)
        bar.setContentsMargins(8, 6, 8, 0)
        for part in (self._height, self._follow, reset):
            bar.addWidget(part)
        bar.addStretch(1)
        self._height.currentIndexChanged.connect(self.height_changed)
        self._height.activated.connect(self._keep)
        self._follow.toggled.connect(self.follow_toggled)
        reset.clicked.connect(self.reset_wanted)
        self.last: QWidget = reset
        """The control that the keyboard comes to last."""

    @property
    def log(self) -> bool:
        """Whether heights are logarithmic."""
        return bool(self._height.currentData())

    @property
    def following(self) -> bool:
        """Whether the camera follows."""
        return self._follow.isChecked()

    def suggest(self, *, log: bool) -> None:
        """Choose heights, unless they were chosen by hand."""
        if not self._by_hand:
            self._height.setCurrentIndex(self._height.findData(log))

    def set_following(self, following: bool) -> None:
        self._follow.setChecked(following)

    def _keep(self) -> None:
        self._by_hand = True

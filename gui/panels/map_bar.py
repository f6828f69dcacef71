"""Above the map: what its axes vary, what its colours show, how fine it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from gui.language import translated
from gui.panels.inputs import ComboBox
from gui.panels.wrapping import Wrapping, together
from simulation.maps.keys import Key
from simulation.maps.metrics import METRICS

RESOLUTIONS = (32, 64, 128, 256, 512, 1024, 2048)
USUAL_RESOLUTION = 128
LETTERS = 10
"""Of a choice, that are seen before it is given a line of its own."""


@dataclass(frozen=True, slots=True)
class MapChoice:
    """What is chosen in the bar."""

    x: str
    """Path of the number along the horizontal axis."""
    y: str
    metric: str
    resolution: int = USUAL_RESOLUTION
    side_by_side: bool = False
    theory: bool = True


class MapBar(QWidget):
    """Offers the numbers of an experiment as axes, and the metrics.

    Signals
    -------
    changed
        The ``MapChoice`` is another one.
    whole_wanted
        The whole range is to be shown again.
    export_wanted
        The map is to be written to a file.
    """

    changed = Signal(object)
    whole_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[Key, ...] = ()
        self._wished: tuple[str, str] | None = None
        """Axes that the user chose; others are only usual."""
        self._x = self._combo(self.tr("Horizontal axis"), self.tr("What varies from left to right"))
        self._y = self._combo(self.tr("Vertical axis"), self.tr("What varies from below to above"))
        self._metric = self._combo(self.tr("Metric"), self.tr("What the colours show"))
        self._more = QPushButton(self.tr("More"))
        self._more.setToolTip(self.tr("How fine the map is, what is drawn over it, and export"))
        self._menu = QMenu(self)
        self._more.setMenu(self._menu)
        self._fill_menu()
        self._whole = QPushButton(self.tr("Whole"))
        self._whole.setToolTip(self.tr("Back to the whole range; the wheel zooms into it"))
        self._whole.clicked.connect(self.whole_wanted)
        row = Wrapping(self)
        row.setContentsMargins(8, 6, 8, 0)
        row.setSpacing(6)
        row.addWidget(together(self._x, QLabel("×"), self._y, stretch=True))
        row.addWidget(self._metric)
        row.addWidget(together(self._whole, self._more))
        for combo in (self._x, self._y, self._metric):
            combo.activated.connect(self._tell)
        self._fill_metrics(known=tuple(METRICS))
        self.set_running(running=False)

    @property
    def choice(self) -> MapChoice | None:
        """What is chosen; ``None`` before there is anything to choose from."""
        if self._x.currentIndex() < 0 or self._y.currentIndex() < 0:
            return None
        return MapChoice(
            self._x.currentData(),
            self._y.currentData(),
            self._metric.currentData(),
            self._resolutions.checkedAction().data(),
            self._beside.isChecked(),
            self._theory.isChecked(),
        )

    def set_keys(self, keys: Sequence[Key]) -> None:
        """Offer these; what the user chose stays if it is still there, else the usual ones come."""
        if tuple(keys) == self._keys:
            return
        self._keys = tuple(keys)
        paths = [key.key for key in keys]
        places = [0, min(1, len(keys) - 1)]
        if self._wished is not None and set(self._wished) <= set(paths):
            places = [paths.index(path) for path in self._wished]
        for combo, place in zip((self._x, self._y), places, strict=True):
            combo.clear()
            for key in keys:
                combo.addItem(key_title(key), key.key)
            combo.setCurrentIndex(place)
            _widen(combo)

    def set_known(self, metrics: Sequence[str]) -> None:
        """Offer the metrics that the objective tells; the others say why they cannot be had."""
        self._fill_metrics(tuple(metrics))

    def set_choice(self, choice: MapChoice) -> None:
        """Choose as ``choice`` says, as far as it is on offer, now or once it is."""
        self._wished = choice.x, choice.y
        for combo, data in (
            (self._x, choice.x),
            (self._y, choice.y),
            (self._metric, choice.metric),
        ):
            combo.setCurrentIndex(max(combo.findData(data), 0))
        for action in self._resolutions.actions():
            action.setChecked(action.data() == choice.resolution)
        self._beside.setChecked(choice.side_by_side)
        self._theory.setChecked(choice.theory)

    def set_running(self, *, running: bool) -> None:
        """Whether the map is still coming: only a whole one can be exported."""
        self._export.setEnabled(not running)

    @Slot()
    def _tell(self) -> None:
        """Two equal axes are no map: the other one takes what this one had."""
        if self._x.currentIndex() == self._y.currentIndex():
            other = self._y if self.sender() is self._x else self._x
            other.setCurrentIndex((other.currentIndex() + 1) % len(self._keys))
        if self.sender() in (self._x, self._y):
            self._wished = self._x.currentData(), self._y.currentData()
        self.changed.emit(self.choice)

    def _fill_menu(self) -> None:
        self._beside = self._menu.addAction(self.tr("All runs side by side"))
        self._theory = self._menu.addAction(self.tr("Theory over quadratics"))
        self._menu.addSection(self.tr("Cells along an axis"))
        self._resolutions = QActionGroup(self)
        for count in RESOLUTIONS:
            action = self._menu.addAction(f"{count} × {count}")
            action.setCheckable(True)
            action.setData(count)
            action.setChecked(count == USUAL_RESOLUTION)
            self._resolutions.addAction(action)
        self._menu.addSeparator()
        self._export = self._menu.addAction(self.tr("Export map…"))
        for box in (self._beside, self._theory):
            box.setCheckable(True)
        self._theory.setChecked(True)
        self._beside.setToolTip(self.tr("A colour means the same in each map"))
        self._theory.setToolTip(self.tr("The boundary of stability, and lines of equal rate"))
        self._menu.setToolTipsVisible(True)
        for action in (self._beside, self._theory, *self._resolutions.actions()):
            action.triggered.connect(self._tell)
        self._export.triggered.connect(self.export_wanted)

    def _combo(self, name: str, tip: str) -> ComboBox:
        combo = ComboBox()
        combo.setMinimumContentsLength(LETTERS)
        combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        combo.setAccessibleName(name)
        combo.setToolTip(tip)
        return combo

    def _fill_metrics(self, known: tuple[str, ...]) -> None:
        before = self._metric.currentData()
        self._metric.clear()
        for place, metric in enumerate(METRICS.values()):
            self._metric.addItem(translated(metric.title), metric.name)
            meaning = translated(metric.meaning)
            if metric.name not in known:
                self._metric.model().item(place).setEnabled(False)  # type: ignore[attr-defined]
                meaning = self.tr("Needs a minimum, and this objective does not tell where one is")
            self._metric.setItemData(place, meaning, Qt.ItemDataRole.ToolTipRole)
        wanted = before if before in known else known[0]
        self._metric.setCurrentIndex(max(self._metric.findData(wanted), 0))
        _widen(self._metric)


def _widen(combo: ComboBox) -> None:
    """Let the list be as wide as its texts, however narrow the combo is."""
    view = combo.view()
    view.setMinimumWidth(view.sizeHintForColumn(0) + view.verticalScrollBar().sizeHint().width())


def key_title(key: Key) -> str:
    """What an axis is called."""
    return translated(key.name.replace("_", " "))

"""Above the curves: what is plotted, and on which axes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from gui.language import translated
from gui.outlines import CheckBox
from gui.tips import tip
from gui.views.quantities import ALL_COORDINATES, Choice


class CurveBar(QWidget):
    """Offers quantities; remembers for each on which axes it is wanted."""

    changed = Signal()
    """Something else, or the same in another way, is to be plotted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: Sequence[Choice] = ()
        self._run = ""
        self._wanted = ""
        self._wishes: dict[tuple[str, str], bool] = {}
        self._combo = QComboBox()
        self._combo.setToolTip(self.tr("What is plotted against the step"))
        self._combo.setAccessibleName(self.tr("Quantity"))
        # Long titles of runs must not make the window wide.
        self._combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._combo.setMinimumContentsLength(12)
        self._band = CheckBox(self.tr("Band"))
        self._band.setToolTip(
            tip(
                self.tr(
                    "Runs of one label as their median and the band from the 10 % to 90 % quantile"
                )
            )
        )
        self._band.setVisible(False)
        self._log_x = CheckBox(self.tr("Log x"))
        self._log_x.setToolTip(self.tr("Logarithmic axis of steps, from step 1 on"))
        self._log_y = CheckBox(self.tr("Log y"))
        self._log_y.setToolTip(
            self.tr("Logarithmic axis; values that are not positive are left out")
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 0)
        layout.addWidget(self._combo, stretch=1)
        for box in (self._band, self._log_x, self._log_y):
            layout.addWidget(box)
        self._combo.currentIndexChanged.connect(self.changed)
        self._band.clicked.connect(self.changed)
        self._log_x.clicked.connect(self._wish_log_x)
        self._log_y.clicked.connect(self._wish_log_y)

    @property
    def choice(self) -> Choice | None:
        """What is plotted."""
        index = self._combo.currentIndex()
        return self._choices[index] if 0 <= index < len(self._choices) else None

    @property
    def text(self) -> str:
        """What is plotted, in words."""
        return self._combo.currentText()

    @property
    def log_x(self) -> bool:
        return self._log_x.isChecked()

    @property
    def log_y(self) -> bool:
        return self._log_y.isChecked()

    @property
    def band(self) -> bool:
        """Whether ensembles are wanted as a band."""
        return self._band.isChecked()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these; what was chosen stays chosen if it is still there."""
        wanted = self.choice.id if self.choice else self._wanted
        same = [choice.id for choice in choices] == [choice.id for choice in self._choices]
        self._choices = choices
        names = [self._name(choice) for choice in choices]
        if same and names == [self._combo.itemText(place) for place in range(len(names))]:
            return  # else the bar would be painted anew with each edit
        self._combo.blockSignals(True)
        self._combo.clear()
        self._combo.addItems(names)
        ids = [choice.id for choice in choices]
        self._combo.setCurrentIndex(ids.index(wanted) if wanted in ids else 0)
        self._combo.blockSignals(False)

    def set_run(self, title: str) -> None:
        """Name the run whose coordinates can be plotted side by side."""
        if title == self._run:
            return
        self._run = title
        for index, choice in enumerate(self._choices):
            if choice.of_one_run:
                self._combo.setItemText(index, self._name(choice))

    def choose(self, choice: str) -> None:
        """Plot the choice with this id, as soon as it is offered."""
        self._wanted = choice
        if self._choices:
            self._combo.setCurrentIndex([each.id for each in self._choices].index(choice))

    def offer_band(self, offered: bool) -> None:
        """Show the box for bands where there is an ensemble."""
        self._band.setVisible(offered)

    def wish(self, choice: str, axis: str, log: bool) -> None:
        """Remember that ``axis``, ``x`` or ``y``, is to be logarithmic, or not."""
        self._wishes[choice, axis] = log

    def settle(self, suits_log: bool) -> None:
        """Tick the boxes as was wished for what is plotted, else as it suits."""
        if choice := self.choice:
            self._log_x.setChecked(self._wishes.get((choice.id, "x"), False))
            self._log_y.setChecked(self._wishes.get((choice.id, "y"), suits_log))

    def _wish_log_x(self, checked: bool) -> None:
        self._wish("x", checked)

    def _wish_log_y(self, checked: bool) -> None:
        self._wish("y", checked)

    def _wish(self, axis: str, log: bool) -> None:
        if choice := self.choice:
            self.wish(choice.id, axis, log)
        self.changed.emit()

    def _name(self, choice: Choice) -> str:
        if choice.id == ALL_COORDINATES:
            title = self.tr("all coordinates of {run}").format(run=self._run)
            return title if self._run else self.tr("all coordinates")
        names = {
            "loss": self.tr("loss"),
            "gap": self.tr("gap to the minimum"),
            "gradient-norm": self.tr("gradient norm"),
            "distance": self.tr("distance to the nearest minimum"),
            "displacement": self.tr("displacement"),
            "learning_rate": self.tr("learning rate"),
            "momentum": self.tr("momentum"),
        }
        return names.get(choice.id) or translated(choice.name)

"""What an ensemble in a heat bath is made of, in a slim column."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui.language import translated
from gui.panels.icons import icon
from gui.panels.inputs import ComboBox, ToolButton
from gui.panels.value_entry import ValueEntry
from gui.panels.value_slider import ValueSlider
from simulation.experiment import SEED
from simulation.parameters import Parameter
from simulation.theory.bath_settings import EQUATIONS, PARAMETERS, STARTS, BathSettings

ROWS = ("sigma", "step", "friction", "balls")
"""Numbers with a slider."""
PACES = (0.5, 2.0, 10.0, float("inf"))
"""Time that passes in a second of the clock, at most."""
USUAL_PACE = 2
MENU_LETTERS, FEWEST_LETTERS = 15, 3
LONGEST_NUMBER, LONGEST_SEED = 7, 4
"""Digits that the entries have room for."""


class BathControls(QWidget):
    """Rows for the numbers, menus for the rest, and buttons that let time pass.

    Signals
    -------
    changed
        The wished-for :class:`simulation.theory.bath.BathSettings`.
    play_toggled
        Whether time is to pass.
    reset_clicked
        The balls are to begin anew.
    refused
        A sentence on a text that is no allowed value.
    """

    changed = Signal(object)
    play_toggled = Signal(bool)
    reset_clicked = Signal()
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bath_controls")
        self._settings = BathSettings()
        self._playing = False
        self._sliders: dict[str, ValueSlider] = {}
        self._entries: dict[str, ValueEntry] = {}
        self._names: dict[str, QLabel] = {}
        self._equation = self._menu(
            "equation",
            self.tr("Equation"),
            ("Langevin", "Kramers"),
            EQUATIONS,
        )
        self._equation.setToolTip(
            self.tr(
                "<p>Langevin: gradient descent with noise. Kramers: a ball with mass and "
                "friction, which is momentum with noise. Both end in the same density.</p>"
            )
        )
        self._start = self._menu(
            "start",
            self.tr("Start"),
            (self.tr("one point"), self.tr("density")),
            STARTS,
        )
        self._start.setToolTip(
            self.tr(
                "<p>Where the balls are released: all at the start point of the experiment, or "
                "drawn from the stationary density, to stay there.</p>"
            )
        )
        self._pace = ComboBox()
        self._pace.setObjectName("pace")
        self._pace.setSizeAdjustPolicy(
            ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._pace.setAccessibleName(self.tr("Pace"))
        self._pace.setMinimumContentsLength(FEWEST_LETTERS)
        self._pace.setToolTip(
            self.tr("Time that passes in a second, as far as the computer keeps up")
        )
        for pace in PACES:
            fastest = pace == PACES[-1]
            self._pace.addItem(self.tr("fastest") if fastest else f"{pace:g} / s", pace)
        self._pace.setCurrentIndex(USUAL_PACE)
        self._play = ToolButton("bath_play", self.tr("Let time pass"))
        self._reset = ToolButton("bath_reset", self.tr("Release the balls anew"))
        self._arrange()
        self._play.clicked.connect(self._toggle)
        self._reset.clicked.connect(self.reset_clicked)
        self.set_settings(self._settings)
        self._draw_icons()
        self.set_roomy(roomy=True)

    @property
    def settings(self) -> BathSettings:
        """What is shown."""
        return self._settings

    @property
    def pace(self) -> float:
        """Time that is to pass in a second of the clock, at most."""
        return float(self._pace.currentData())

    def set_settings(self, settings: BathSettings) -> None:
        """Show ``settings`` without emitting."""
        self._settings = settings
        for name, entry in self._entries.items():
            entry.show_value(getattr(settings, name))
        for name, slider in self._sliders.items():
            slider.show_value(getattr(settings, name))
        for menu, word in ((self._equation, settings.equation), (self._start, settings.start)):
            with QSignalBlocker(menu):
                menu.setCurrentIndex(menu.findData(word))
        for part in (self._sliders, self._entries, self._names):
            part["friction"].setEnabled(settings.equation == "kramers")

    def set_playing(self, playing: bool) -> None:
        """Say whether time passes."""
        self._playing = playing
        self._play.set_text(self.tr("Pause") if playing else self.tr("Let time pass"))
        self._draw_icons()

    def set_roomy(self, roomy: bool) -> None:
        """Show the sliders, or leave their room to others."""
        for slider in self._sliders.values():
            slider.setVisible(roomy)
        # A combo box keeps its first hint, however many letters it is asked for later.
        width = MENU_LETTERS * self.fontMetrics().horizontalAdvance("0") if roomy else 0
        for menu in (self._equation, self._start):
            menu.setMinimumWidth(width)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icons()

    def _menu(
        self, name: str, title: str, texts: tuple[str, ...], words: tuple[str, ...]
    ) -> ComboBox:
        menu = ComboBox()
        menu.setObjectName(name)
        menu.setAccessibleName(title)
        menu.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        menu.setMinimumContentsLength(FEWEST_LETTERS)
        for text, word in zip(texts, words, strict=True):
            menu.addItem(text, word)
        menu.currentIndexChanged.connect(lambda: self._take(name, menu.currentData()))
        return menu

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 2, 2, 2)
        column.setSpacing(2)
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        buttons.addWidget(self._play)
        buttons.addWidget(self._reset)
        buttons.addWidget(self._pace, 1)
        column.addLayout(buttons)
        column.addWidget(self._equation)
        grid = QGridLayout()
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(1)
        for line, name in enumerate(ROWS):
            self._add_row(grid, line, PARAMETERS[name])
        column.addLayout(grid)
        last = QHBoxLayout()
        last.setSpacing(4)
        seed = self._entry(SEED, self.tr("seed"), self.tr("Seed of the noise"), LONGEST_SEED)
        last.addWidget(self._start, 1)
        last.addWidget(seed)
        column.addLayout(last)

    def _add_row(self, grid: QGridLayout, line: int, parameter: Parameter) -> None:
        text = parameter.symbol or self.tr("balls")
        title = f"{translated(parameter.name)} {parameter.symbol}".strip()
        hint = f"<p>{title}</p><p>{translated(parameter.meaning)}</p>"
        name = self._names[parameter.name] = QLabel(text)
        slider = self._sliders[parameter.name] = ValueSlider(parameter)
        slider.setObjectName(f"{parameter.name}_slider")
        slider.setMinimumWidth(40)
        slider.setAccessibleName(title)
        slider.moved.connect(lambda value: self._take(parameter.name, value))
        entry = self._entry(parameter, title, hint, LONGEST_NUMBER)
        name.setBuddy(entry)
        name.setToolTip(hint)
        slider.setToolTip(hint)
        grid.addWidget(name, line, 0)
        grid.addWidget(slider, line, 1)
        grid.addWidget(entry, line, 2)
        grid.setColumnStretch(1, 1)

    def _entry(self, parameter: Parameter, title: str, hint: str, digits: int) -> ValueEntry:
        entry = self._entries[parameter.name] = ValueEntry(parameter, digits=digits)
        entry.setObjectName(f"{parameter.name}_entry")
        entry.setAccessibleName(title)
        entry.set_hint(hint)
        entry.setAlignment(Qt.AlignmentFlag.AlignRight)
        entry.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        entry.committed.connect(lambda value: self._take(parameter.name, value))
        entry.refused.connect(self.refused)
        return entry

    def _take(self, name: str, value: Any) -> None:
        settings = replace(self._settings, **{name: value})
        if settings != self._settings:
            self.set_settings(settings)
            self.changed.emit(settings)

    def _toggle(self) -> None:
        self.play_toggled.emit(not self._playing)

    def _draw_icons(self) -> None:
        colour = self.palette().color(QPalette.ColorRole.WindowText)
        self._play.setIcon(icon("pause" if self._playing else "play", colour))
        self._reset.setIcon(icon("reset", colour))

"""The runs of an experiment, one card each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import zip_longest

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QColorDialog,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.language import explained
from gui.panels.icons import icon
from gui.panels.inputs import chain_tabs
from gui.panels.run_card import RunCard, with_optimizer
from gui.scroll_column import ScrollColumn
from gui.theme import Theme, run_style, system_theme
from simulation.engine.outcome import Outcome
from simulation.errors import InputError
from simulation.experiment import MAX_RUNS, Experiment, Run

ADDED_OPTIMIZER = "momentum"


class RunsPanel(QWidget):
    """A scrolling column of cards and a button that adds one."""

    edited = Signal(object, str)
    """The wished-for Experiment and a merge key: edits of one key are one step of undo,
    those with an empty key stand alone."""
    edit_finished = Signal()
    """The drag or the typing is over: the next edit is a new step of undo, whatever its key."""
    refused = Signal(str)
    """A sentence on what cannot be."""
    selected = Signal(int)
    """Index of the run that the user turned to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runs")
        self._experiment = Experiment()
        self._theme = system_theme()
        self._cards: list[RunCard] = []
        self.selected_run = 0
        """Index of the run that the user turned to last."""
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(12, 4, 12, 12)
        self._column.setSpacing(12)
        self._column.addStretch()
        self._scroll = ScrollColumn()
        self._scroll.setObjectName("cards")
        self._scroll.setWidget(inside)
        self._add = QPushButton(self.tr("Add run"))
        self._add.setObjectName("add_run")
        self._add.setToolTip(self.tr("Add a run with momentum and the numbers of the last one"))
        self._add.clicked.connect(self.add_run)
        bottom = QVBoxLayout()
        bottom.setContentsMargins(12, 8, 12, 12)
        bottom.addWidget(self._add)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 8, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        outer.addLayout(bottom)
        self.set_theme(self._theme)
        self.set_experiment(self._experiment)

    @classmethod
    def ask_colour(cls, current: QColor, parent: QWidget) -> QColor | None:
        """Ask the user for a colour; ``None`` if there is no answer."""
        colour = QColorDialog.getColor(current, parent)
        return colour if colour.isValid() else None

    def set_experiment(self, experiment: Experiment) -> None:
        """Show the runs of ``experiment``, in the widgets there are wherever they fit."""
        before, self._experiment = self._experiment, experiment
        stay: tuple[Run, ...] = ()
        if len(experiment.runs) != len(self._cards):
            self._match_cards(experiment.runs)
        elif experiment.steps == before.steps:  # a hand on a slider changes one of many
            stay = before.runs
        for card, run, shown in zip_longest(self._cards, experiment.runs, stay):
            if run != shown:
                card.set_run(run, steps=experiment.steps, only=len(self._cards) == 1)
        self._add.setEnabled(len(self._cards) < MAX_RUNS)

    def set_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """Say on each card how its run ended; an outcome a run, in their order."""
        for card, outcome in zip(self._cards, outcomes, strict=False):
            card.set_outcome(outcome)

    def set_selected(self, index: int) -> None:
        """Outline the card of run ``index``."""
        for place, card in enumerate(self._cards):
            card.set_selected(place == index)

    def set_theme(self, theme: Theme) -> None:
        """Redraw the icons in the theme's colours."""
        self._theme = theme
        self._add.setIcon(icon("add", QColor(theme.foreground)))
        for card in self._cards:
            card.set_theme(theme)

    def _match_cards(self, runs: Sequence[Run]) -> None:
        """Add or drop cards at the end until there is one for each run."""
        while len(self._cards) > len(runs):
            card = self._cards.pop()
            card.hide()
            self._column.removeWidget(card)
            card.deleteLater()
        for index in range(len(self._cards), len(runs)):
            card = RunCard(index, runs[index], self._theme)
            card.edited.connect(self._edit_run)
            card.edit_finished.connect(self.edit_finished)
            card.refused.connect(self.refused)
            card.selected.connect(self.select)
            card.colour_wanted.connect(self._choose_colour)
            card.duplicate_wanted.connect(self._duplicate_run)
            card.remove_wanted.connect(self._remove_run)
            self._cards.append(card)
            self._column.insertWidget(index, card)
        for card in self._cards:  # those after a removed run would tell of another one
            card.set_outcome(None)
        chain_tabs([*(editor for card in self._cards for editor in card.editors), self._add])

    def _submit(self, make: Callable[[], Experiment], key: str = "") -> bool:
        """Show and emit what ``make`` returns; where it cannot be, show again what is."""
        try:
            wished = make()
        except InputError as error:
            self._show_again()
            self.refused.emit(explained(error))
            return False
        self.set_experiment(wished)
        self.edited.emit(wished, key)
        return True

    def _show_again(self) -> None:
        """Show what is: a card shows what was wished for."""
        for card, run in zip(self._cards, self._experiment.runs, strict=True):
            card.set_run(run, steps=self._experiment.steps, only=len(self._cards) == 1)

    def _edit_run(self, index: int, run: Run, name: str) -> None:
        key = f"runs.{index}.{name}" if name else ""
        self._submit(lambda: self._experiment.with_run(index, run), key)

    def select(self, index: int) -> None:
        """Turn to run ``index``."""
        self.selected_run = index
        self.set_selected(index)
        self.selected.emit(index)

    def _choose_colour(self, index: int) -> None:
        run = self._experiment.runs[index]
        current = QColor(run_style(index, "", run.colour).colour)
        colour = self.ask_colour(current, self)
        if colour is not None:
            self._edit_run(index, replace(run, colour=colour.name()), "")

    def add_run(self) -> None:
        """Add a run like the last one, with momentum."""
        last = replace(self._experiment.runs[-1], label="", colour="", enabled=True)
        self._append(with_optimizer(last, ADDED_OPTIMIZER))

    def _duplicate_run(self, index: int) -> None:
        # Without label and colour: those mark the original.
        self._append(replace(self._experiment.runs[index], label="", colour=""))

    def _append(self, run: Run) -> None:
        """Add ``run`` at the end, where it changes no other run's colour."""
        runs = (*self._experiment.runs, run)
        if self._submit(lambda: replace(self._experiment, runs=runs)):
            QTimer.singleShot(0, self, self._show_last)  # once the new card has its place

    def _show_last(self) -> None:
        self._scroll.ensureWidgetVisible(self._cards[-1])

    def _remove_run(self, index: int) -> None:
        runs = self._experiment.runs
        rest = (*runs[:index], *runs[index + 1 :])
        self._submit(lambda: replace(self._experiment, runs=rest))

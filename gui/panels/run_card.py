"""One run as a card: its colour, name, optimizer, hyperparameters and how it ended."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gui.language import explained, translated
from gui.outlines import CheckBox, line_colour
from gui.panels.conventions import ConventionButton
from gui.panels.hyperparameter_row import HyperparameterRow
from gui.panels.icons import icon
from gui.panels.inputs import ComboBox, LineEdit, ToolButton, chain_tabs
from gui.panels.swatch import Swatch
from gui.panels.tones import Tone, ToneLabel, card_colour
from gui.theme import Theme, run_style
from gui.tips import tip
from simulation.conventions import express
from simulation.engine.outcome import Outcome
from simulation.errors import InputError
from simulation.experiment import Run
from simulation.optimizers.base import Optimizer
from simulation.optimizers.catalog import OPTIMIZERS, UNDECLARED, find_optimizer
from simulation.schedules import Schedule

OUTCOME_TONES = {
    "diverged": Tone.WARNING,
    "growing": Tone.WARNING,
    "converged": Tone.GOOD,
}
"""Tones of outcomes; the others are quiet."""


class RunCard(QFrame):
    """Shows a run and says how the user would have it."""

    edited = Signal(int, object, str)
    """Index, the wished-for Run, and the merge key's last part; empty never merges."""
    edit_finished = Signal()
    refused = Signal(str)
    selected = Signal(int)
    colour_wanted = Signal(int)
    duplicate_wanted = Signal(int)
    remove_wanted = Signal(int)

    def __init__(self, index: int, run: Run, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"run_{index}")
        self._index = index
        self._run = run
        self._selected = False
        self._ended: Outcome | None = None
        self._rows: dict[str, HyperparameterRow] = {}
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(8)
        self._column.addLayout(self._build_header())
        optimizers = QHBoxLayout()
        optimizers.setSpacing(4)
        optimizers.addWidget(self._build_optimizers(), 1)
        self._express = ConventionButton()
        self._express.chosen.connect(self._express_as)
        optimizers.addWidget(self._express)
        self._column.addLayout(optimizers)
        self._outcome = ToneLabel(Tone.QUIET)
        self._outcome.setObjectName("outcome")
        self._outcome.setWordWrap(True)
        self._column.addWidget(self._outcome)
        self.set_outcome(None)
        self.set_theme(theme)
        self._build_rows()
        self.set_run(run, steps=1, only=False)

    @property
    def run(self) -> Run:
        """The run shown."""
        return self._run

    @property
    def editors(self) -> list[QWidget]:
        """The widgets that take the keyboard, in order."""
        header = [self._swatch, self._enabled, self._label, self._duplicate, self._remove]
        rows = [editor for row in self._rows.values() for editor in row.editors]
        return [*header, self._optimizers, self._express, *rows]

    def set_run(self, run: Run, *, steps: int, only: bool) -> None:
        """Show ``run`` of an experiment of ``steps`` steps, the ``only`` one or not.

        Its rows are rebuilt only where the optimizer is another one.
        """
        rebuild = run.optimizer != self._run.optimizer
        self._run = run
        if rebuild:
            self._build_rows()
        colour = QColor(run_style(self._index, "", run.colour).colour)
        self._swatch.set_colour(colour)
        self._label.setPlaceholderText(translated(replace(run, label="").title))
        label = translated(run.label)
        if label != self._label.text() != run.label:
            self._label.setText(label)
            self._label.setCursorPosition(0)
        with QSignalBlocker(self._enabled):
            self._enabled.setChecked(run.enabled)
        optimizer = run.declaration
        with QSignalBlocker(self._optimizers):
            if self._optimizers.findData(run.optimizer) < 0:  # a class by its import path
                self._optimizers.addItem(translated(optimizer.name), optimizer.id)
            self._optimizers.setCurrentIndex(self._optimizers.findData(run.optimizer))
        self._optimizers.setToolTip(optimizer_hint(optimizer))
        self._express.show_optimizer(run.optimizer)
        for row in self._rows.values():
            row.show_run(run, steps)
            row.set_accent(colour)
            row.setEnabled(run.enabled)
        self._remove.setEnabled(not only)

    def set_outcome(self, outcome: Outcome | None) -> None:
        """Say how the run ended; ``None`` while nothing is known."""
        if outcome is not None and outcome == self._ended:
            return
        self._ended = outcome
        # A space keeps the line's height, so that the cards below do not jump.
        self._outcome.setText(translated(outcome.sentence) if outcome else " ")
        kind = outcome.kind if outcome else ""
        self._outcome.set_tone(OUTCOME_TONES.get(kind, Tone.QUIET))
        self._outcome.setToolTip(tip(self._reason(kind)) if kind in OUTCOME_TONES else "")

    def _reason(self, kind: str) -> str:
        """What an outcome means."""
        if kind == "converged":
            return self.tr("From that step on the gradient stays below a millionth of the first.")
        return self.tr(
            "Most often the learning rate is too large for the steepest direction: each step "
            "lands higher up the other wall. For a quadratic, the page Stability shows how large "
            "it may be."
        )

    def set_selected(self, selected: bool) -> None:
        """Outline the card as the chosen one."""
        if selected != self._selected:
            self._selected = selected
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Redraw the icons in the theme's colour."""
        self._theme = theme
        self._duplicate.setIcon(icon("duplicate", QColor(theme.muted)))
        self._remove.setIcon(icon("remove", QColor(theme.muted)))
        self._express.setIcon(icon("express", QColor(theme.muted)))
        for row in self._rows.values():
            row.set_theme(theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.selected.emit(self._index)
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.selected.emit(self._index)
        super().mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(card_colour(self.palette()))
        outline = self._swatch.colour if self._selected else line_colour(self.palette())
        painter.setPen(QPen(outline, 1.5 if self._selected else 1.0))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)

    def _build_header(self) -> QHBoxLayout:
        self._swatch = Swatch()
        self._swatch.setObjectName("swatch")
        self._swatch.setAccessibleName(self.tr("Colour of the run"))
        self._swatch.setToolTip(self.tr("Choose the colour"))
        self._swatch.clicked.connect(lambda: self.colour_wanted.emit(self._index))
        self._enabled = CheckBox()
        self._enabled.setObjectName("enabled")
        self._enabled.setAccessibleName(self.tr("Compute this run"))
        self._enabled.setToolTip(self.tr("Compute this run"))
        self._enabled.toggled.connect(self._set_enabled)
        self._label = LineEdit()
        self._label.setObjectName("label")
        self._label.setAccessibleName(self.tr("Name of the run"))
        self._label.setToolTip(self.tr("Name of the run; empty for one made from its numbers"))
        self._label.setMinimumWidth(60)
        self._label.textEdited.connect(self._set_label)
        self._label.editingFinished.connect(self.edit_finished)
        self._duplicate = ToolButton("duplicate", self.tr("Duplicate the run"))
        self._duplicate.clicked.connect(lambda: self.duplicate_wanted.emit(self._index))
        self._remove = ToolButton("remove", self.tr("Remove the run"))
        self._remove.clicked.connect(lambda: self.remove_wanted.emit(self._index))
        header = QHBoxLayout()
        header.setSpacing(6)
        header.addWidget(self._swatch)
        header.addWidget(self._enabled)
        header.addWidget(self._label, 1)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        tools.addWidget(self._duplicate)
        tools.addWidget(self._remove)
        header.addLayout(tools)
        return header

    def _build_optimizers(self) -> ComboBox:
        self._optimizers = ComboBox()
        self._optimizers.setObjectName("optimizer")
        self._optimizers.setAccessibleName(self.tr("Optimizer"))
        for place, optimizer in enumerate(OPTIMIZERS.values()):
            self._optimizers.addItem(translated(optimizer.name), optimizer.id)
            hint = optimizer_hint(optimizer)
            self._optimizers.setItemData(place, hint, Qt.ItemDataRole.ToolTipRole)
        for name in UNDECLARED:  # asked for now, they would load torch
            self._optimizers.addItem(name, name)
        self._optimizers.currentIndexChanged.connect(self._set_optimizer)
        return self._optimizers

    def _build_rows(self) -> None:
        for row in self._rows.values():
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows = {}
        for parameter in self._run.declaration.hyperparameters:
            row = HyperparameterRow(parameter, self._run, self._theme)
            row.changed.connect(self._set_hyperparameter)
            row.schedule_changed.connect(self._set_schedule)
            row.edit_finished.connect(self.edit_finished)
            row.refused.connect(self.refused)
            row.editors_changed.connect(self._follow_editors)
            self._rows[parameter.name] = row
            self._column.insertWidget(self._column.count() - 1, row)
        self._follow_editors()

    def _follow_editors(self) -> None:
        """Let Tab go through all editors, and notice when one of them gets the focus."""
        for editor in self.editors:
            editor.installEventFilter(self)
        chain_tabs(self.editors)

    def _set_enabled(self, enabled: bool) -> None:
        self.edited.emit(self._index, replace(self._run, enabled=enabled), "")

    def _set_label(self, label: str) -> None:
        self.edited.emit(self._index, replace(self._run, label=label), "label")

    def _set_optimizer(self, place: int) -> None:
        self.edited.emit(
            self._index, with_optimizer(self._run, self._optimizers.itemData(place)), ""
        )

    def _set_hyperparameter(self, name: str, value: Any) -> None:
        values = {**self._run.hyperparameters, name: value}
        self.edited.emit(self._index, replace(self._run, hyperparameters=values), name)

    def _set_schedule(self, name: str, schedule: Schedule | None, part: str) -> None:
        schedules = {key: each for key, each in self._run.schedules.items() if key != name}
        if schedule is not None:
            schedules[name] = schedule
        wished = replace(self._run, schedules=schedules)
        self.edited.emit(self._index, wished, f"schedules.{name}.{part}")

    def _express_as(self, optimizer: str) -> None:
        try:
            wished = express(self._run, optimizer)
        except InputError as error:
            self._express.show_optimizer(self._run.optimizer)
            self.refused.emit(explained(error))
            return
        self.edited.emit(self._index, wished, "")


def with_optimizer(run: Run, optimizer_id: str) -> Run:
    """Return ``run`` with another optimizer, and what of it both know by name."""
    declared = find_optimizer(optimizer_id, "optimizer").hyperparameters
    shared = {}
    for parameter in declared:
        try:
            value = run.hyperparameters[parameter.name]
            shared[parameter.name] = parameter.check(value, parameter.name)
        except (KeyError, InputError):  # not known, or not allowed there: the default
            continue
    numbers = {p.name for p in declared if p.kind == "number"}
    schedules = {name: each for name, each in run.schedules.items() if name in numbers}
    return replace(run, optimizer=optimizer_id, hyperparameters=shared, schedules=schedules)


def optimizer_hint(optimizer: Optimizer) -> str:
    """Formula and source of an optimizer as rich text."""
    name, source = translated(optimizer.name), translated(optimizer.source)
    formula = translated(optimizer.formula).replace("\n", "<br>")
    return f"<p><b>{name}</b></p><p>{formula}</p><p><i>{source}</i></p>"

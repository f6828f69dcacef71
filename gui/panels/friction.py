"""A run seen as a ball: its friction and time step, linked with learning rate and momentum."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.language import translated
from gui.panels.inputs import chain_tabs
from gui.panels.parameter_row import ParameterRow
from gui.panels.tones import Tone, ToneLabel
from simulation.experiment import Run
from simulation.theory.friction import FRICTION, TIME_STEP
from simulation.theory.motions import Motion, dynamics_of, motion_of

WIDTH = 22
"""In widths of the letter M: beside two plots."""
DIGITS = 6
"""Significant digits that are shown of what follows from learning rate and momentum."""


class FrictionPanel(QWidget):
    """Two sliders, what they make of learning rate and momentum, and what the flow is.

    Signals
    -------
    changed
        The wished-for friction, ``None`` without mass, and time step.
    edit_finished
        The drag is over, or a single edit was made.
    refused
        A sentence on a text that is no allowed value.
    """

    changed = Signal(object, float)
    edit_finished = Signal()
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("friction_panel")
        self._dynamics: tuple[float | None, float] | None = None
        self._says = ToneLabel(Tone.PLAIN)
        self._says.setObjectName("flow_sentence")
        self._friction = ParameterRow(FRICTION, FRICTION.default)
        self._time_step = ParameterRow(TIME_STEP, TIME_STEP.default)
        self._follows = ToneLabel(Tone.QUIET)
        self._follows.setObjectName("flow_numbers")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 4, 4)
        column.setSpacing(6)
        for part in (self._says, self._friction, self._time_step, self._follows):
            column.addWidget(part)
        column.addStretch(1)
        for label in (self._says, self._follows):
            label.setWordWrap(True)
        for row in (self._friction, self._time_step):
            row.changed.connect(self._wish)
            row.drag_finished.connect(self.edit_finished)
            row.refused.connect(self.refused)
        chain_tabs([*self._friction.editors, *self._time_step.editors])

    def show_run(self, run: Run) -> None:
        """Show a run."""
        motion = motion_of(run)
        self._dynamics = dynamics = dynamics_of(run)
        self._says.setText(self._sentence(run))
        friction, time_step = (None, None) if dynamics is None else dynamics
        moves = time_step is not None and time_step > 0
        self._friction.setVisible(moves and friction is not None)
        self._time_step.setVisible(moves)
        self._follows.setVisible(moves)
        if not isinstance(motion, Motion) or time_step is None:
            return
        self._time_step.set_value(_short(time_step))
        if friction is not None:
            self._friction.set_value(_short(friction))
        self._follows.setText(self._numbers(run, motion))

    def _sentence(self, run: Run) -> str:
        motion = motion_of(run)
        if isinstance(motion, Motion):
            return self._kind(motion)
        return self._absence(motion).format(optimizer=translated(run.declaration.name))

    def _kind(self, motion: Motion) -> str:
        if motion.kind == "descent":
            return self.tr(
                "The gradient flow θ′ = −∇L, a ball without mass. Its time step is the learning "
                "rate."
            )
        if motion.looks_ahead:
            return self.tr(
                "A ball with friction: θ″ + λθ′ = −∇L. Reading the slope ahead acts like more "
                "friction."
            )
        return self.tr("A ball with friction: θ″ + λθ′ = −∇L.")

    def _absence(self, absence: str) -> str:
        return {
            "other": self.tr(
                "{optimizer} has no flow here: its steps are neither those of gradient descent nor "
                "of a ball with friction. Choose gradient descent or momentum."
            ),
            "options": self.tr(
                "With weight decay, dampening or ascent, {optimizer} is no plain ball. Set them "
                "to 0 to see its flow."
            ),
            "still": self.tr("{optimizer} with momentum 1 never moves. Choose a smaller momentum."),
        }[absence]

    def _numbers(self, run: Run, motion: Motion) -> str:
        """What follows for the optimizer."""
        values = run.hyperparameters
        if motion.kind == "descent":
            text = self.tr("learning rate η = γ = {rate:.6g}").format(rate=values["learning_rate"])
        else:
            rate = self.tr("learning rate {rate:.6g}").format(rate=values["learning_rate"])
            share = self.tr("momentum {momentum:.6g}").format(momentum=values["momentum"])
            text = f"{rate}, {share}"
        if not motion.is_constant:
            text += " " + self.tr("(at the start; a schedule changes them)")
        return text

    def _wish(self, name: str, value: float) -> None:
        assert self._dynamics is not None
        friction, time_step = self._dynamics
        if name == FRICTION.name:
            friction = value
        else:
            time_step = value
        self.changed.emit(friction, time_step)

    def sizeHint(self) -> QSize:
        width = WIDTH * self.fontMetrics().horizontalAdvance("M")
        return QSize(width, super().sizeHint().height())


def _short(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")

"""The line at the bottom: where it computes, how fast, and how far it is."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from gui.frames import Frame

PROGRESS_AFTER_STEPS = 20_000
"""Shorter computations are over before a progress bar could be read."""
WAITING_MILLISECONDS = 250
"""After which a computation without a first frame is told of: torch may have parts to load."""

MARGINS = (10, 0, 10, 2)
"""In line with the panels above."""


class StatusLine(QStatusBar):
    """Facts in words; a progress bar with a stop button for what takes longer."""

    cancel_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setSizeGripEnabled(False)
        self.setContentsMargins(*MARGINS)
        self.outcome = QLabel(self)
        self.outcome.setObjectName("statusOutcome")
        self.speed = QLabel(self)
        self.speed.setObjectName("statusSpeed")
        self._progress = QProgressBar(self)
        self._progress.setMaximumWidth(160)
        self._progress.setTextVisible(False)
        self._stop = QToolButton(self)
        self._stop.setText(self.tr("Stop"))
        self._stop.setToolTip(self.tr("Stop computing; what is computed stays"))
        self._stop.clicked.connect(self.cancel_clicked)
        self.addWidget(self.outcome, 1)
        self._has_shown = False
        self._before = ""
        """What was told before the computation under way, which shows nothing yet."""
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(WAITING_MILLISECONDS)
        self._waiting.timeout.connect(self._tell_waiting)
        for widget in (self._progress, self._stop, self.speed):
            self.addPermanentWidget(widget)
        self.set_busy(busy=False)
        self.outcome.setText(self.tr("Starting…"))

    def set_busy(self, busy: bool) -> None:
        """Show or hide what belongs to a computation under way."""
        if busy:
            self._waiting.start()
            return
        self._waiting.stop()
        self._progress.hide()
        self._stop.hide()
        if self._before:  # it ended without a frame
            self.outcome.setText(self._before)
            self._before = ""

    @Slot()
    def _tell_waiting(self) -> None:
        if not self._has_shown:  # that it starts is told already
            return
        self._before = self._before or self.outcome.text()
        self.outcome.setText(self.tr("Computing…"))

    def show_task(self, done: int, total: int) -> None:
        """Show how far something other than a computation is."""
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        self._progress.show()
        self._stop.show()

    def hide_task(self) -> None:
        """It has ended."""
        self.set_busy(busy=False)

    def show_frame(self, frame: Frame, steps: int) -> None:
        """Show how far a computation of ``steps`` steps is, or how it ended."""
        self._waiting.stop()
        self._has_shown, self._before = True, ""
        behind = [c.reached for c in frame.clouds if c is not None and c.converged is None]
        computed = min(behind, default=steps) if frame.done else frame.computed
        long = (steps >= PROGRESS_AFTER_STEPS or frame.done) and computed < steps
        self._progress.setVisible(long)
        self._stop.setVisible(long)
        self._progress.setRange(0, steps)
        self._progress.setValue(max(computed, 0))
        if frame.steps_per_second:  # else nothing was left to compute
            self.speed.setText(
                self.tr("{device} · {speed} steps/s").format(
                    device=frame.device, speed=f"{frame.steps_per_second:,.0f}"
                )
            )
        if not frame.done:
            self.outcome.setText(
                self.tr("Computing step {step} of {steps}").format(
                    step=f"{frame.computed:,}", steps=f"{steps:,}"
                )
            )
            return
        self.outcome.setText(self._summary(frame))

    def _summary(self, frame: Frame) -> str:
        enabled = [outcome for outcome in frame.outcomes if outcome.kind != "disabled"]
        words = {
            "converged": self.tr("{count} converged"),
            "descending": self.tr("{count} still descending"),
            "growing": self.tr("{count} growing"),
            "diverged": self.tr("{count} diverged"),
        }
        counts = {kind: sum(o.kind == kind for o in enabled) for kind in words}
        parts = [text.format(count=counts[kind]) for kind, text in words.items() if counts[kind]]
        clouds = [cloud for cloud in frame.clouds if cloud is not None]
        converged = [cloud.converged for cloud in clouds if cloud.converged is not None]
        if clouds and len(converged) == len(clouds):
            parts.append(
                self.tr("{converged} of {starts} starts converged").format(
                    converged=f"{sum(converged):,}", starts=f"{sum(c.count for c in clouds):,}"
                )
            )
        if frame.history.stride > 1:
            parts.append(
                self.tr("every {stride}th step kept, to spare memory").format(
                    stride=frame.history.stride
                )
            )
        return " · ".join(parts)

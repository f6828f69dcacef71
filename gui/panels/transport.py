"""The transport: moving through the steps of a trajectory as through a film."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from gui.outlines import line_colour, mixed
from gui.panels.icons import icon
from gui.panels.inputs import ComboBox, LargeToolButton, Slider
from gui.theme import Theme, system_theme

SPEEDS = (1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 120.0, 500.0, math.inf)
"""Steps per second on offer; infinity is as fast as steps are computed."""
GAP = 12
LEAST_BAR = 120
"""Pixels."""


class ScrubBar(Slider):
    """A slider over the steps, shaded as far as they are computed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._computed = 0

    @property
    def computed(self) -> int:
        """Last step that is computed."""
        return self._computed

    def set_computed(self, step: int) -> None:
        """Shade up to ``step``."""
        if step != self._computed:
            self._computed = step
            self.update()

    def paint_between(self, painter: QPainter) -> None:
        if self._computed > self.minimum():
            palette = self.palette()
            shade = mixed(line_colour(palette), palette.windowText().color(), 0.35)
            self._paint_groove(painter, self._x_of(min(self._computed, self.maximum())), shade)


class Transport(QWidget):
    """Buttons, scrub bar, read-out, loop and speed; it plays nothing by itself."""

    to_start_clicked = Signal()
    step_back_clicked = Signal()
    play_toggled = Signal(bool)
    """True to play, false to pause."""
    step_forward_clicked = Signal()
    to_end_clicked = Signal()
    loop_toggled = Signal(bool)
    speed_chosen = Signal(float)
    """Steps per second, infinity for as fast as they are computed."""
    scrubbed = Signal(int)
    """The step that the user points at, computed or not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transport")
        self._playing = False
        self._theme = system_theme()
        self._icons: dict[LargeToolButton, str] = {}
        to_start = self._add_button("to_start", "to-start", self.tr("To the start"))
        to_start.clicked.connect(self.to_start_clicked)
        step_back = self._add_button("step_back", "step-back", self.tr("Step back"))
        step_back.clicked.connect(self.step_back_clicked)
        self._play = self._add_button("play", "play", self.tr("Play"))
        self._play.clicked.connect(self._ask_to_play)
        step_forward = self._add_button("step_forward", "step-forward", self.tr("Step forward"))
        step_forward.clicked.connect(self.step_forward_clicked)
        to_end = self._add_button("to_end", "to-end", self.tr("To the end"))
        to_end.clicked.connect(self.to_end_clicked)

        self._bar = ScrubBar()
        self._bar.setObjectName("scrub")
        self._bar.setAccessibleName(self.tr("Step"))
        self._bar.setToolTip(self.tr("Drag to any step; the shaded part is computed"))
        self._bar.setMinimumWidth(LEAST_BAR)
        self._bar.valueChanged.connect(self._scrub)
        self._read_out = QLabel()
        self._read_out.setObjectName("read_out")
        self._read_out.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._loop = self._add_button("loop", "loop", self.tr("Start over at the end"))
        self._loop.setCheckable(True)
        self._loop.clicked.connect(self.loop_toggled)
        self._add_speeds()
        self._buttons = _group(to_start, step_back, self._play, step_forward, to_end)
        self._lay_out()
        self.set_theme(self._theme)
        self.set_steps(1)

    def _lay_out(self) -> None:
        self._place = _group(self._bar, self._read_out, spacing=GAP)
        self._manner = _group(self._loop, self._speed)
        self._grid = QGridLayout(self)
        self._grid.setSizeConstraint(QGridLayout.SizeConstraint.SetNoConstraint)
        self._grid.setContentsMargins(12, 6, 12, 6)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._in_line = False
        self._arrange(in_line=True)

    def take_keys(self) -> None:
        """Let the keyboard be at the button that plays."""
        self._play.setFocus()

    def set_steps(self, total: int) -> None:
        """Let the bar reach from step 0 to ``total``."""
        with QSignalBlocker(self._bar):
            self._bar.setRange(0, total)
            self._bar.setPageStep(max(1, total // 10))
        self._reserve_read_out()
        self._show_step()

    def set_computed(self, step: int) -> None:
        """Shade the bar up to ``step``, the last one that is computed."""
        self._bar.set_computed(step)

    def set_cursor(self, step: int) -> None:
        """Show ``step`` on the bar and in the read-out."""
        with QSignalBlocker(self._bar):
            self._bar.setValue(step)
        self._bar.update()
        self._show_step()

    def set_playing(self, playing: bool) -> None:
        """Show a pause button while playing."""
        self._playing = playing
        self._icons[self._play] = "pause" if playing else "play"
        name = self.tr("Pause") if playing else self.tr("Play")
        self._play.set_text(name)
        self._draw_icon(self._play)

    def set_speed(self, steps_per_second: float) -> None:
        """Show the speed on offer that is nearest to ``steps_per_second``."""
        nearest = min(SPEEDS, key=lambda speed: _distance(speed, steps_per_second))
        with QSignalBlocker(self._speed):
            self._speed.setCurrentIndex(SPEEDS.index(nearest))

    def set_loop(self, loop: bool) -> None:
        """Show whether playing starts over at the end."""
        self._loop.setChecked(loop)

    def set_theme(self, theme: Theme) -> None:
        """Redraw the icons in the theme's foreground."""
        self._theme = theme
        for button in self._icons:
            self._draw_icon(button)

    def minimumSizeHint(self) -> QSize:
        """As narrow as it is in two lines, also while it is in one."""
        place, *others = (part.minimumSizeHint().width() for part in self._parts)
        margins = self._grid.contentsMargins()
        width = max(place, sum(others) + GAP) + margins.left() + margins.right()
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._reserve_read_out()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a part needs more room, or less
            self._fit()
        return super().event(event)

    @property
    def _parts(self) -> tuple[QWidget, QWidget, QWidget]:
        return self._place, self._buttons, self._manner

    def _fit(self) -> None:
        """Give the bar a line of its own where all together would be too wide."""
        needed = sum(part.minimumSizeHint().width() for part in self._parts) + 2 * GAP
        self._arrange(in_line=needed <= self._grid.contentsRect().width())

    def _arrange(self, *, in_line: bool) -> None:
        if in_line == self._in_line:
            return
        self._in_line = in_line
        line = 0 if in_line else 1
        self._grid.addWidget(self._buttons, line, 0)
        self._grid.addWidget(self._place, 0, int(in_line), 1, 1 if in_line else 3)
        self._grid.addWidget(self._manner, line, 2)

    def _reserve_read_out(self) -> None:
        """Make it as large as it ever gets, so that counting moves nothing.

        A label whose size is not fixed has the whole transport laid out anew with each text.
        """
        widest = self._read_out_text(self._bar.maximum())
        metrics = self.fontMetrics()  # its own may still be those of the font before
        self._read_out.setFixedSize(metrics.horizontalAdvance(widest), metrics.height())

    def _add_button(self, name: str, glyph: str, text: str) -> LargeToolButton:
        button = LargeToolButton(name, text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._icons[button] = glyph
        return button

    def _add_speeds(self) -> None:
        self._speed = ComboBox()
        self._speed.setObjectName("speed")
        self._speed.setAccessibleName(self.tr("Speed"))
        self._speed.setToolTip(self.tr("Steps shown per second"))
        self._speed.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        self._speed.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for speed in SPEEDS:
            text = self.tr("max") if math.isinf(speed) else self.tr("{0} steps/s")
            self._speed.addItem(text.format(f"{speed:g}"))
        self._speed.currentIndexChanged.connect(self._choose_speed)

    def _draw_icon(self, button: LargeToolButton) -> None:
        button.setIcon(icon(self._icons[button], QColor(self._theme.foreground)))

    def _ask_to_play(self) -> None:
        self.play_toggled.emit(not self._playing)

    def _choose_speed(self, index: int) -> None:
        self.speed_chosen.emit(SPEEDS[index])

    def _scrub(self, step: int) -> None:
        self._show_step()
        self.scrubbed.emit(step)

    def _show_step(self) -> None:
        self._read_out.setText(self._read_out_text(self._bar.value()))

    def _read_out_text(self, step: int) -> str:
        return self.tr("step {0} / {1}").format(step, self._bar.maximum())


def _group(*widgets: QWidget, spacing: int = 4) -> QWidget:
    """Widgets side by side."""
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for widget in widgets:
        row.addWidget(widget)
    return group


def _distance(speed: float, wanted: float) -> float:
    """How many factors apart two speeds are; infinity is only near itself."""
    if speed == wanted:
        return 0.0
    return abs(math.log(speed / wanted)) if math.isfinite(speed + wanted) else math.inf

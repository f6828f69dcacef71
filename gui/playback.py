"""The cursor over the computed steps: what moves when the balls roll."""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal, Slot

DEFAULT_SPEED = 10.0
LEAST_SECONDS, MOST_SECONDS = 2.0, 15.0
"""How long a whole experiment plays, unless the user chose a speed."""


def suited_speed(steps: int, speeds: Iterable[float]) -> float:
    """Return the speed nearest to the usual one that shows ``steps`` in a time to watch.

    Where none of ``speeds`` is that slow or fast, it is the slowest or the fastest of them.
    """
    finite = sorted(speed for speed in speeds if math.isfinite(speed))
    if steps < DEFAULT_SPEED * LEAST_SECONDS:
        slower = [speed for speed in finite if speed * LEAST_SECONDS <= steps]
        return max(slower, default=finite[0])
    if steps > DEFAULT_SPEED * MOST_SECONDS:
        faster = [speed for speed in finite if speed * MOST_SECONDS >= steps]
        return min(faster, default=finite[-1])
    return DEFAULT_SPEED


class Playback(QObject):
    """Plays, pauses, steps and scrubs; knows nothing of what is drawn.

    The cursor is the step shown. It never passes what is computed; a cursor that waits
    for the computation goes on by itself when the steps arrive.
    """

    cursor_changed = Signal(int)
    playing_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.speed = DEFAULT_SPEED
        """Steps a second; ``inf`` shows the newest computed step."""
        self.speed_is_chosen = False
        """Whether the user set it: it stays then."""
        self.loop = False
        self._total = 0
        self._computed = 0
        self._wanted = 0.0
        self._shown = -1
        self._playing = False

    @property
    def cursor(self) -> int:
        """The step shown."""
        return max(0, min(int(self._wanted), self._computed))

    @property
    def playing(self) -> bool:
        """Whether the cursor moves by itself."""
        return self._playing

    @property
    def at_end(self) -> bool:
        """Whether the last step is wanted, computed or not yet."""
        return int(self._wanted) >= self._total

    def set_total(self, total: int) -> None:
        """A new computation of ``total`` steps begins; a cursor at the end stays at the end."""
        self._wanted = float(total) if self.at_end and self._total else min(self._wanted, total)
        self._total = total

    def set_computed(self, computed: int) -> None:
        """Steps up to ``computed`` can be shown."""
        self._computed = computed
        self._show()

    def set_speed(self, steps_per_second: float) -> None:
        """Play this fast from now on; ``inf`` shows the newest computed step."""
        self.speed = steps_per_second
        self.speed_is_chosen = True

    def suit_speed(self, speeds: Iterable[float]) -> float:
        """Play so fast that all steps take a time to watch, if no speed was chosen."""
        if not self.speed_is_chosen:
            self.speed = suited_speed(self._total, speeds)
        return self.speed

    def set_loop(self, loop: bool) -> None:
        """Whether playing begins again at the end."""
        self.loop = loop

    @Slot(bool)
    def set_playing(self, playing: bool) -> None:
        """Play or pause."""
        if playing:
            self.play()
        else:
            self.pause()

    def follow(self, other: Playback) -> None:
        """Be where another one is, of as many steps, as fast, and play if it does."""
        self.set_total(other._total)
        self.speed, self.speed_is_chosen = other.speed, other.speed_is_chosen
        self.loop = other.loop
        self.seek(other.cursor)
        if other.playing:
            self.play()

    def play(self) -> None:
        """Roll on, from the start if at the end."""
        if self.at_end:
            self._wanted = 0.0
        self._set_playing(True)
        self._show()

    def pause(self) -> None:
        """Stop where it is."""
        self._wanted = float(self.cursor)
        self._set_playing(False)

    def toggle(self) -> None:
        """Pause if it plays, else play."""
        self.set_playing(not self._playing)

    def restart(self) -> None:
        """Play from the start."""
        self._wanted = 0.0
        self.play()

    def seek(self, step: int) -> None:
        """Show ``step``, now or as soon as it is computed; keeps playing if it was."""
        self._wanted = float(max(0, min(step, self._total)))
        self._show()

    @Slot(int)
    def scrub(self, step: int) -> None:
        """Pause and show ``step``."""
        self.pause()
        self.seek(step)

    @Slot()
    def to_start(self) -> None:
        """Pause at the start."""
        self.scrub(0)

    @Slot()
    def to_end(self) -> None:
        """Pause at the last step."""
        self.scrub(self._total)

    @Slot()
    def step_back(self) -> None:
        """Pause and go one step back."""
        self.scrub(self.cursor - 1)

    @Slot()
    def step_forward(self) -> None:
        """Pause and go one step on."""
        self.scrub(self.cursor + 1)

    def tick(self, seconds: float) -> None:
        """Let ``seconds`` pass."""
        if not self._playing:
            return
        if math.isinf(self.speed):
            self._wanted = float(self._computed)
        else:
            self._wanted = min(self._wanted + self.speed * seconds, self._computed + 0.999)
        if self._wanted >= self._total:
            self._arrive()
        self._show()

    def _arrive(self) -> None:
        if self.loop and self._total:
            self._wanted = 0.0
        else:
            self._wanted = float(self._total)
            self._set_playing(False)

    def _set_playing(self, playing: bool) -> None:
        if playing != self._playing:
            self._playing = playing
            self.playing_changed.emit(playing)

    def _show(self) -> None:
        if self.cursor != self._shown:
            self._shown = self.cursor
            self.cursor_changed.emit(self._shown)

"""Keeps what is not worth doing in every frame from being done too often."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer


class Pace:
    """Something rests after it was done, for as long as it is told."""

    def __init__(self) -> None:
        self._since = QElapsedTimer()
        self._since.start()
        self._rest = 0

    @property
    def is_due(self) -> bool:
        """Whether the rest is over."""
        return self._since.elapsed() >= self._rest

    def rest(self, milliseconds: int) -> None:
        """Let it rest from now on."""
        self._rest = milliseconds
        self._since.start()

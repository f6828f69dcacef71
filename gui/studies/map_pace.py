"""How often a map is asked for, painted and told of: often enough, and not all the time."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer

POLL_MILLISECONDS = 16
FIRST_POLL_MILLISECONDS = 4
"""While nothing of a map is seen."""
LATER_MILLISECONDS = 60
"""Between two maps while edits come one after the other; the first one does not wait."""
REST = 3
"""Rest between two pictures of cells that are still coming, in times that one took."""
LEAST_PAUSE = 60
"""Milliseconds between two such pictures, at least; the first comes as soon as it can."""
TELLING_MILLISECONDS = 100
"""Time between two figures of the progress: to write them costs as much as the picture."""


class MapPace:
    """When something was done last; painting is to stay cheaper than cells."""

    def __init__(self) -> None:
        self._computed, self._painted, self._told = (QElapsedTimer() for _ in range(3))
        self._pause = 0

    @property
    def until_next_map(self) -> int:
        """Milliseconds that a new map is to wait."""
        if not self._computed.isValid():
            return 0
        return max(0, LATER_MILLISECONDS - self._computed.elapsed())

    @property
    def may_paint(self) -> bool:
        """Whether another picture of unfinished maps is due."""
        return self._painted.hasExpired(self._pause)

    @property
    def may_tell(self) -> bool:
        """Whether another figure of the progress is due; if so, it counts as told."""
        due = not self._told.isValid() or self._told.hasExpired(TELLING_MILLISECONDS)
        if due:
            self._told.start()
        return due

    def compute(self) -> None:
        """A map is begun."""
        self._computed.start()

    def lay_out(self) -> None:
        """There is no picture of it yet: the first one does not wait."""
        self._pause = 0

    def paint(self) -> None:
        """A picture is begun."""
        self._painted.start()

    def painted(self) -> None:
        """It is there."""
        self._pause = max(LEAST_PAUSE, REST * self._painted.restart())

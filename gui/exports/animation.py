"""Animations of a view: painted in the window's thread, encoded in another."""

from __future__ import annotations

import logging
import queue
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QSize, QThread, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from gui.exports.caption import Caption, captioned_image
from gui.exports.encoders import AnimationFormat, RawFrame, encode
from gui.language import explained
from gui.worker.ending import end
from simulation.errors import InputError
from simulation.writing import replacing

TICK_MILLISECONDS = 5
"""Between two frames the window has this long for itself, and as long as it needs."""
MOST_WAITING = 4
"""Frames painted ahead of the encoder."""
MOST_FRAMES = 3000
USUAL_FRAMES = 240
"""Frames that the usual stride makes of a long run, at most."""
USUAL_HEIGHT = 540
"""Logical pixels of a picture's height: larger pictures have larger type, not more room."""

log = logging.getLogger("export")


class AnimatedView(Protocol):
    """What a view must offer to be animated, besides being a widget."""

    def set_cursor(self, step: int) -> None:
        """Show this step."""


@dataclass(frozen=True, slots=True)
class AnimationSpec:
    """How an animation is to be made."""

    format: AnimationFormat = "gif"
    width: int = 960
    height: int = 540
    fps: int = 20
    first: int = 0
    last: int = 100
    """Last step shown; it is, whatever the stride."""
    stride: int = 1
    """Steps from one frame to the next."""
    hold: float = 1.5
    """Seconds that the last step stays."""
    title: str = ""
    """Stands above the picture, beside the step."""

    @property
    def steps(self) -> tuple[int, ...]:
        """The step of each frame that is painted."""
        return (*range(self.first, self.last, self.stride), self.last)

    @property
    def frames(self) -> int:
        """Frames in the file, those of the hold included."""
        return len(self.steps) + self._held

    @property
    def seconds(self) -> float:
        """Its length."""
        return self.frames / self.fps

    @property
    def _held(self) -> int:
        return round(self.hold * self.fps)

    def check(self) -> None:
        """Raise ``InputError`` if it has too many frames or none."""
        if not 0 <= self.first <= self.last:
            raise InputError("steps", f"{self.first} to {self.last} is empty; give another range")
        if self.frames > MOST_FRAMES:
            raise InputError("stride", f"{self.frames:,} frames are too many; give a larger stride")


def usual_stride(steps: int) -> int:
    """The stride that makes a short animation of any run."""
    return max(1, -(-steps // USUAL_FRAMES))


class AnimationExport(QObject):
    """Writes one animation; made for it, and of no use afterwards.

    Frames are painted from the view itself, between two turns of the window's event loop, so
    neither a frame nor the window ever shows what belongs to the other. The caller cancels it
    when the view gets other trajectories.

    Parameters
    ----------
    view
        The widget, which has ``set_cursor``.
    spec
        What to make.
    path
        Where to; the file is there whole or not at all.
    cursor
        The step that the window shows, which the view goes back to after each frame.
    """

    progressed = Signal(int, int)
    """Frames that the encoder has taken, and frames in all."""
    finished = Signal(str)
    """The file is written: its path."""
    failed = Signal(str)
    """It is not: why, in a sentence."""
    cancelled = Signal()

    def __init__(
        self,
        view: QWidget,
        spec: AnimationSpec,
        path: Path,
        cursor: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        spec.check()
        self._view = view
        self._spec = spec
        self._cursor = cursor
        self._steps = spec.steps
        # The sample of its colours that a GIF begins with.
        self._to_paint = [self._steps[-1]] * (spec.format == "gif") + [*self._steps]
        self._encoder = _Encoder(spec, path)
        self._encoder.progressed.connect(self.progressed)
        self._encoder.finished.connect(self._finish)
        self._ticker = QTimer(self)
        self._ticker.setInterval(TICK_MILLISECONDS)
        self._ticker.timeout.connect(self._paint_next)

    def start(self) -> None:
        """Begin; one of the signals ``finished``, ``failed`` and ``cancelled`` ends it."""
        self._encoder.start()
        self._ticker.start()

    @Slot()
    def cancel(self) -> None:
        """Give up; nothing is left behind."""
        self._ticker.stop()
        self._encoder.cancel()

    def shutdown(self) -> None:
        """Give up and wait; to be called before the window closes."""
        self.cancel()
        end(self._encoder)

    @Slot()
    def _paint_next(self) -> None:
        if not self._encoder.is_ready:
            return
        try:
            frame = self._paint(self._to_paint.pop(0))
        except BaseException:
            self.cancel()
            raise
        self._encoder.put(frame)
        if not self._to_paint:
            self._ticker.stop()
            for _ in range(self._spec.frames - len(self._steps)):
                self._encoder.put(frame)

    def _paint(self, step: int) -> RawFrame:
        size = QSize(self._spec.width, self._spec.height)
        view: AnimatedView = self._view  # type: ignore[assignment]
        caption = Caption(self._spec.title, step, self._spec.last)
        view.set_cursor(step)
        try:
            image = captioned_image(self._view, size, size.height() / USUAL_HEIGHT, caption)
        finally:
            view.set_cursor(self._cursor())
        return _raw(image)

    @Slot()
    def _finish(self) -> None:
        self._ticker.stop()
        if self._encoder.problem:
            self.failed.emit(self._encoder.problem)
        elif self._encoder.is_cancelled:
            self.cancelled.emit()
        else:
            self.finished.emit(str(self._encoder.path))


class _Encoder(QThread):
    """Encodes the frames that it is handed, in the order in which they come."""

    progressed = Signal(int, int)

    def __init__(self, spec: AnimationSpec, path: Path) -> None:
        super().__init__()
        self.setObjectName("encoder")
        self.path = path
        self.problem = ""
        self.is_cancelled = False
        self._spec = spec
        self._waiting: queue.Queue[RawFrame | None] = queue.Queue()

    @property
    def is_ready(self) -> bool:
        """Whether another frame would not have to wait for long."""
        return self._waiting.qsize() < MOST_WAITING

    def put(self, frame: RawFrame) -> None:
        """Hand over the next frame."""
        self._waiting.put(frame)

    def cancel(self) -> None:
        """Stop at the next frame and leave no file."""
        self.is_cancelled = True
        self._waiting.put(None)

    def run(self) -> None:
        spec = self._spec
        try:
            with replacing(self.path) as file:
                encode(file, spec.format, self._frames(), spec.frames, spec.fps)
                if self.is_cancelled:
                    raise _CancelledError
        except _CancelledError:
            pass
        except InputError as error:
            self.problem = explained(error)
        except Exception as error:
            log.exception("animation")
            self.problem = f"{self.path}: could not be written: {error!r}"

    def _frames(self) -> Iterator[RawFrame]:
        total = self._spec.frames
        first = 1 if self._spec.format == "gif" else 0
        for done in range(total + first):
            frame = self._waiting.get()
            if frame is None or self.is_cancelled:
                raise _CancelledError
            self.progressed.emit(done + 1 - first, total)
            yield frame


class _CancelledError(Exception):
    """The animation is not wanted any more."""


def _raw(image: QImage) -> RawFrame:
    return RawFrame(image.width(), image.height(), image.bytesPerLine(), bytes(image.constBits()))

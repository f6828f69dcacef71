"""What all studies have in common: they work only while their page is seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.frames import Frame, Landscape
from gui.language import explained
from gui.playback import Playback
from gui.session import Session
from gui.worker.background import Background
from gui.worker.controller import Controller
from simulation.experiment import Experiment


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a study learns what is on the screen, and has its work done."""

    session: Session
    controller: Controller
    playback: Playback
    background: Background


class Study(QObject):
    """Keeps one page at the experiment, the frame, the selected run and the cursor.

    Subclasses fill their page in the methods below; each is called when its matter changes
    while the page is seen, and once for all when the page comes into view. What takes over
    a few milliseconds is asked for with :meth:`ask`.

    Signals
    -------
    refused, noticed
        A sentence for the message bar: what cannot be, or what was done.
    """

    refused = Signal(str)
    noticed = Signal(str)

    def __init__(self, page: QWidget, sources: Sources) -> None:
        super().__init__(page)
        self.page = page
        self.sources = sources
        self.frame: Frame | None = None
        """The latest frame."""
        self.landscape: Landscape | None = None
        """What the balls roll over."""
        self.run = 0
        """Index of the selected run."""
        page.installEventFilter(self)
        sources.session.changed.connect(self._on_experiment)
        sources.controller.frame_changed.connect(self._on_frame)
        sources.controller.landscape_changed.connect(self._on_landscape)
        sources.playback.cursor_changed.connect(self._on_cursor)
        sources.background.answered.connect(self._on_answer)
        sources.background.failed.connect(self._on_failure)
        self._answers: dict[str, Callable[[Any], None]] = {}
        self._failures: dict[str, Callable[[], None]] = {}

    # --- for subclasses ---------------------------------------------------------------------

    def show_experiment(self, experiment: Experiment) -> None:
        """Fill in what depends on the experiment and on :attr:`run`."""

    def show_frame(self, frame: Frame) -> None:
        """Fill in what is measured; a frame may belong to an older experiment."""

    def show_landscape(self, landscape: Landscape) -> None:
        """Use another landscape, which may belong to an older experiment."""

    def show_cursor(self, step: int) -> None:
        """Move to ``step``."""

    def inherit(self, old: Study) -> None:
        """Take over what took long from a study of the same class that ends."""

    def leave(self) -> None:
        """The page is seen no more: stop what only it needs."""

    def close(self) -> None:
        """The window closes: end what runs."""

    def ask(
        self,
        name: str,
        work: Callable[..., Any],
        show: Callable[[Any], None],
        fail: Callable[[], None] = lambda: None,
    ) -> None:
        """Have ``work(wanted)`` done in the background, then call ``show`` with its result.

        A newer wish of the same ``name`` replaces an older one. What fails is told, after
        ``fail()``.
        """
        topic = f"{type(self).__name__}.{name}"
        self._answers[topic], self._failures[topic] = show, fail
        self.sources.background.ask(topic, work)

    # --- wiring -----------------------------------------------------------------------------

    @Slot(int)
    def select(self, run: int) -> None:
        """Look at this run."""
        self.run = run
        self._refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.page and event.type() == QEvent.Type.Show:
            self._refresh()
        elif watched is self.page and event.type() == QEvent.Type.Hide:
            self.leave()
        return super().eventFilter(watched, event)

    def _refresh(self) -> None:
        """Bring a page that is seen up to date."""
        if not self.page.isVisible():
            return
        experiment = self.sources.session.experiment
        self.run = min(self.run, len(experiment.runs) - 1)
        self.show_experiment(experiment)
        if self.frame is not None:
            self.show_frame(self.frame)
        if self.landscape is not None:
            self.show_landscape(self.landscape)
        self.show_cursor(self.sources.playback.cursor)

    @Slot(object)
    def _on_experiment(self, experiment: Experiment) -> None:
        self.run = min(self.run, len(experiment.runs) - 1)
        if self.page.isVisible():
            self.show_experiment(experiment)

    @Slot(object)
    def _on_frame(self, frame: Frame) -> None:
        self.frame = frame
        if self.page.isVisible():
            self.show_frame(frame)

    @Slot(object)
    def _on_landscape(self, landscape: Landscape) -> None:
        self.landscape = landscape
        if self.page.isVisible():
            self.show_landscape(landscape)

    @Slot(int)
    def _on_cursor(self, step: int) -> None:
        if self.page.isVisible():
            self.show_cursor(step)

    @Slot(str, object)
    def _on_answer(self, topic: str, answer: Any) -> None:
        show = self._answers.pop(topic, None)
        if show is not None:
            show(answer)

    @Slot(str, object)
    def _on_failure(self, topic: str, error: Exception) -> None:
        if self._answers.pop(topic, None) is not None:
            self._failures[topic]()
            self.refused.emit(explained(error))

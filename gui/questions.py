"""A course asks first: what would give its answer away is withheld until it was looked at."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from gui.panels.courses import CoursesPanel
from gui.panels.headline import Headline
from gui.session import Session
from simulation.courses import Stop

ASKED = "asked by a course"


class Questions(QObject):
    """Withholds the sentence on what to look for while a course asks about the preset."""

    def __init__(self, session: Session, courses: CoursesPanel, headline: Headline) -> None:
        super().__init__(session)
        self._session = session
        self._courses = courses
        self._headline = headline
        self._preset: str | None = None
        """What is asked about."""
        session.loaded.connect(self._forget)
        session.title_changed.connect(self._withhold)  # undoing may go back to another preset
        courses.stop_opened.connect(self._ask)  # whoever opens its preset hears of it first
        courses.answered.connect(self._forget)

    def follow(self, other: Questions) -> None:
        """Withhold what another one withholds."""
        self._preset = other._preset
        self._withhold()

    @Slot(object)
    def _ask(self, stop: Stop) -> None:
        self._preset = stop.preset if self._courses.asks else None
        self._withhold()

    @Slot()
    def _forget(self) -> None:
        self._preset = None
        self._withhold()

    @Slot()
    def _withhold(self) -> None:
        asked = self._preset is not None and self._session.preset == self._preset
        self._headline.withhold(ASKED, on=asked)

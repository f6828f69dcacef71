"""All studies of a window: a page of theory is added with one line here and one in the layout."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gui.layout import Layout
from gui.presenter import Presenter
from gui.session import Session
from gui.studies.study import Sources, Study
from gui.worker.background import Background


class Studies(QObject):
    """Makes the studies and the thread they share."""

    def __init__(self, session: Session, layout: Layout, presenter: Presenter) -> None:
        super().__init__(presenter)
        self.background = Background(self)
        sources = Sources(session, presenter.controller, presenter.playback, self.background)
        self._studies = _make(layout, sources)
        for study in self._studies:
            layout.runs.selected.connect(study.select)
            study.refused.connect(layout.message_bar.show_problem)

    def stop(self) -> None:
        """End the thread."""
        self.background.shutdown()


def _make(layout: Layout, sources: Sources) -> list[Study]:  # noqa: ARG001
    return []

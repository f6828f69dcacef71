"""The pages of the catalog in their tabs: each is made with its study, when it is first seen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from gui.layout import Layout
from gui.presenter import Presenter
from gui.session import Session
from gui.studies.catalog import PAGES, Page
from gui.studies.flow_lines import FlowLinesStudy
from gui.studies.study import Sources, Study
from gui.views.later import Later
from gui.worker.background import Background


class Pages(QObject):
    """Gives every page its place, and the studies what they learn from and the thread they share.

    The landscape is there from the start; a study adds to it, too.
    """

    def __init__(self, session: Session, layout: Layout, presenter: Presenter) -> None:
        super().__init__(presenter)
        self._layout = layout
        self._presenter = presenter
        self._background = Background(self)
        self._sources = Sources(session, presenter.controller, presenter.playback, self._background)
        self._studies: dict[str, Study] = {}
        """Those that are made, by the names of their pages."""
        self._places = {page.name: Later(partial(self._make, page)) for page in PAGES.values()}
        for page in PAGES.values():
            title = QCoreApplication.translate("Pages", page.title)
            layout.add_view(page.name, page.half, self._places[page.name], title)
        flows = FlowLinesStudy(layout.landscape, layout.landscape_tools, self._sources)
        self._add("landscape", flows)

    @property
    def studies(self) -> list[Study]:
        """Those that are made."""
        return list(self._studies.values())

    def study(self, name: str) -> Study:
        """The study of a page; both are made now, if they are not there yet."""
        if name in self._places:
            self._places[name].make()
        return self._studies[name]

    def inherit(self, old: Pages) -> None:
        """Make the pages that a window that ends has, with what its studies have."""
        for name, study in old._studies.items():
            self.study(name).inherit(study)

    def stop(self) -> None:
        """End the threads."""
        for study in self.studies:
            study.close()
        self._background.shutdown()

    def _make(self, page: Page) -> QWidget:
        study = page.make(self._sources)
        self._add(page.name, study)
        return study.page

    def _add(self, name: str, study: Study) -> None:
        self._studies[name] = study
        study.frame = self._presenter.frame
        study.landscape = self._presenter.landscape
        study.run = self._layout.runs.selected_run
        self._layout.runs.selected.connect(study.select)
        study.refused.connect(self._layout.message_bar.show_problem)
        study.noticed.connect(self._layout.message_bar.show_notice)

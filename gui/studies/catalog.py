"""All studies of a window: a page of theory is added with one line here and one in the layout."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gui.layout import Layout
from gui.presenter import Presenter
from gui.session import Session
from gui.studies.averages import AveragesStudy
from gui.studies.eigenvalues import EigenvaluesStudy
from gui.studies.energy import EnergyStudy
from gui.studies.flow import FlowStudy
from gui.studies.flow_lines import FlowLinesStudy
from gui.studies.map import MapStudy
from gui.studies.noise import NoiseStudy
from gui.studies.race import RaceStudy
from gui.studies.stability import StabilityStudy
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
            study.noticed.connect(layout.message_bar.show_notice)

    def stop(self) -> None:
        """End the threads."""
        for study in self._studies:
            study.close()
        self.background.shutdown()


def _make(layout: Layout, sources: Sources) -> list[Study]:
    return [
        MapStudy(layout.map, layout.map_bar, sources),
        RaceStudy(layout.race, layout.race_bar, sources),
        AveragesStudy(layout.averages, sources),
        EigenvaluesStudy(layout.eigenvalues, sources),
        StabilityStudy(layout.stability, sources),
        FlowLinesStudy(layout.landscape, layout.landscape_tools, sources),
        FlowStudy(layout.flow, layout.friction, sources),
        EnergyStudy(layout.energy, sources),
        NoiseStudy(layout.noise, layout.bath_controls, sources),
    ]

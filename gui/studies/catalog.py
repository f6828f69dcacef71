"""All studies of a window; the pages that they fill are made in ``gui/pages.py``."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from gui.layout import Layout
from gui.presenter import Presenter
from gui.session import Session
from gui.studies.flow_lines import FlowLinesStudy
from gui.studies.study import Sources, Study
from gui.worker.background import Background


class Studies(QObject):
    """Makes the studies and the thread they share; each is made with its page."""

    def __init__(self, session: Session, layout: Layout, presenter: Presenter) -> None:
        super().__init__(presenter)
        self.background = Background(self)
        self._layout = layout
        self._presenter = presenter
        self._sources = Sources(session, presenter.controller, presenter.playback, self.background)
        self._studies: list[Study] = []
        self._add(FlowLinesStudy(layout.landscape, layout.landscape_tools, self._sources))
        for name in WITH_PAGES:
            layout.places[name].made.connect(partial(self._make, name))

    def _make(self, name: str) -> None:
        self._add(WITH_PAGES[name](self._layout, self._sources))
        if name == "map" and self._presenter.landscape is not None:
            self._layout.map.preview.set_landscape(self._presenter.landscape)

    def _add(self, study: Study) -> None:
        self._studies.append(study)
        study.frame = self._presenter.frame
        study.run = self._layout.runs.selected_run
        self._layout.runs.selected.connect(study.select)
        study.refused.connect(self._layout.message_bar.show_problem)
        study.noticed.connect(self._layout.message_bar.show_notice)

    def inherit(self, old: Studies) -> None:
        """Take over what the studies of a window that ends have."""
        for name, place in old._layout.places.items():
            if place.is_made:
                self._layout.places[name].make()
        successors = {type(study): study for study in self._studies}
        for study in old._studies:
            successors[type(study)].inherit(study)

    def stop(self) -> None:
        """End the threads."""
        for study in self._studies:
            study.close()
        self.background.shutdown()


def _map(layout: Layout, sources: Sources) -> Study:
    from gui.studies.map import MapStudy

    return MapStudy(layout.map, layout.map_bar, sources)


def _race(layout: Layout, sources: Sources) -> Study:
    from gui.studies.race import RaceStudy

    return RaceStudy(layout.race, layout.race_bar, sources)


def _averages(layout: Layout, sources: Sources) -> Study:
    from gui.studies.averages import AveragesStudy

    return AveragesStudy(layout.averages, sources)


def _eigenvalues(layout: Layout, sources: Sources) -> Study:
    from gui.studies.eigenvalues import EigenvaluesStudy

    return EigenvaluesStudy(layout.eigenvalues, sources)


def _stability(layout: Layout, sources: Sources) -> Study:
    from gui.studies.stability import StabilityStudy

    return StabilityStudy(layout.stability, sources)


def _flow(layout: Layout, sources: Sources) -> Study:
    from gui.studies.flow import FlowStudy

    return FlowStudy(layout.flow, layout.friction, sources)


def _energy(layout: Layout, sources: Sources) -> Study:
    from gui.studies.energy import EnergyStudy

    return EnergyStudy(layout.energy, sources)


def _noise(layout: Layout, sources: Sources) -> Study:
    from gui.studies.noise import NoiseStudy

    return NoiseStudy(layout.noise, layout.bath_controls, sources)


WITH_PAGES: dict[str, Callable[[Layout, Sources], Study]] = {
    "map": _map,
    "race": _race,
    "averages": _averages,
    "eigenvalues": _eigenvalues,
    "stability": _stability,
    "flow": _flow,
    "energy": _energy,
    "noise": _noise,
}
"""Makers of studies, by the names of their pages. A page's modules are loaded with it, not before
the window is open."""

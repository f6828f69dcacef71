"""Every page that is made when it is first seen: a new one is declared here, and nowhere else.

Its tab, its entry in the menu *Go to* with a key and in the palette, its name for courses, and
its place in the next window when the language changes follow from that. Makers import what they
make themselves: the modules of a page are loaded with it, not before the window is open.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gui.language import QT_TRANSLATE_NOOP
from gui.layout import Half
from gui.studies.study import Sources, Study

Maker = Callable[[Sources], Study]


@dataclass(frozen=True, slots=True)
class Page:
    """A page that a study fills."""

    name: str
    """What courses call it."""
    half: Half
    """Of the window, where its tab is: the last one there so far."""
    title: str
    """What its tab says, in English."""
    make: Maker
    """Makes the page, its controls and the study that fills it; returns the study."""


PAGES: dict[str, Page] = {}
"""All pages by their names, in the order of their tabs."""


def _page(name: str, half: Half, title: str) -> Callable[[Maker], Maker]:
    """Declare that a function makes a page."""

    def declare(make: Maker) -> Maker:
        PAGES[name] = Page(name, half, title, make)
        return make

    return declare


@_page("map", "pictures", QT_TRANSLATE_NOOP("Pages", "Map"))
def _map(sources: Sources) -> Study:
    from gui.panels.map_bar import MapBar
    from gui.studies.map import MapStudy
    from gui.views.map.view import MapView

    bar = MapBar()
    return MapStudy(MapView(bar), bar, sources)


@_page("race", "pictures", QT_TRANSLATE_NOOP("Pages", "Race"))
def _race(sources: Sources) -> Study:
    from gui.panels.race_bar import RaceBar
    from gui.studies.race import RaceStudy
    from gui.views.race.view import RaceView

    bar = RaceBar()
    return RaceStudy(RaceView(bar), bar, sources)


@_page("averages", "numbers", QT_TRANSLATE_NOOP("Pages", "Averages"))
def _averages(sources: Sources) -> Study:
    from gui.studies.averages import AveragesStudy
    from gui.views.theory.averages import AveragesView

    return AveragesStudy(AveragesView(), sources)


@_page("eigenvalues", "numbers", QT_TRANSLATE_NOOP("Pages", "Eigenvalues"))
def _eigenvalues(sources: Sources) -> Study:
    from gui.studies.eigenvalues import EigenvaluesStudy
    from gui.views.theory.eigenvalues import EigenvaluesView

    return EigenvaluesStudy(EigenvaluesView(), sources)


@_page("stability", "numbers", QT_TRANSLATE_NOOP("Pages", "Stability"))
def _stability(sources: Sources) -> Study:
    from gui.studies.stability import StabilityStudy
    from gui.views.theory.stability import StabilityView

    return StabilityStudy(StabilityView(), sources)


@_page("flow", "numbers", QT_TRANSLATE_NOOP("Pages", "Flow"))
def _flow(sources: Sources) -> Study:
    from gui.panels.friction import FrictionPanel
    from gui.studies.flow import FlowStudy
    from gui.views.theory.flow import FlowView

    panel = FrictionPanel()
    return FlowStudy(FlowView(panel), panel, sources)


@_page("energy", "numbers", QT_TRANSLATE_NOOP("Pages", "Energy"))
def _energy(sources: Sources) -> Study:
    from gui.studies.energy import EnergyStudy
    from gui.views.theory.energy import EnergyView

    return EnergyStudy(EnergyView(), sources)


@_page("noise", "numbers", QT_TRANSLATE_NOOP("Pages", "Noise"))
def _noise(sources: Sources) -> Study:
    from gui.panels.bath_controls import BathControls
    from gui.studies.noise import NoiseStudy
    from gui.views.theory.noise import NoiseView

    controls = BathControls()
    return NoiseStudy(NoiseView(controls), controls, sources)

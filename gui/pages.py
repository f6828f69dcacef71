"""The pages that are made when they are first wanted, and their controls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from gui.theme import LIGHT, Theme
from gui.views.later import Later

if TYPE_CHECKING:
    from gui.panels.bath_controls import BathControls
    from gui.panels.friction import FrictionPanel
    from gui.panels.map_bar import MapBar
    from gui.panels.race_bar import RaceBar
    from gui.views.map.view import MapView
    from gui.views.race.view import RaceView
    from gui.views.theory.averages import AveragesView
    from gui.views.theory.eigenvalues import EigenvaluesView
    from gui.views.theory.energy import EnergyView
    from gui.views.theory.flow import FlowView
    from gui.views.theory.noise import NoiseView
    from gui.views.theory.stability import StabilityView


class Pages:
    """Maps, races and theory: pages, each with its place in the window.

    Asking for a page, or for its controls, makes it; ``places`` tells whether it is there.
    Their modules are loaded then, too.
    """

    def __init__(self) -> None:
        self.places = {
            "map": Later(self._make_map),
            "race": Later(self._make_race),
            "averages": Later(_make_averages),
            "eigenvalues": Later(_make_eigenvalues),
            "stability": Later(_make_stability),
            "flow": Later(self._make_flow),
            "energy": Later(_make_energy),
            "noise": Later(self._make_noise),
        }
        self._controls: dict[str, Any] = {}
        self._theme = LIGHT

    def set_theme(self, theme: Theme) -> None:
        """Use the colours of ``theme`` for what is there and for what will be."""
        self._theme = theme
        for place in self.places.values():
            place.set_theme(theme)
        if "noise" in self._controls:
            self._controls["noise"].set_theme(theme)

    @property
    def map(self) -> MapView:
        made: MapView = self._page("map")
        return made

    @property
    def map_bar(self) -> MapBar:
        made: MapBar = self._controls_of("map")
        return made

    @property
    def race(self) -> RaceView:
        made: RaceView = self._page("race")
        return made

    @property
    def race_bar(self) -> RaceBar:
        made: RaceBar = self._controls_of("race")
        return made

    @property
    def averages(self) -> AveragesView:
        made: AveragesView = self._page("averages")
        return made

    @property
    def eigenvalues(self) -> EigenvaluesView:
        made: EigenvaluesView = self._page("eigenvalues")
        return made

    @property
    def stability(self) -> StabilityView:
        made: StabilityView = self._page("stability")
        return made

    @property
    def flow(self) -> FlowView:
        made: FlowView = self._page("flow")
        return made

    @property
    def friction(self) -> FrictionPanel:
        made: FrictionPanel = self._controls_of("flow")
        return made

    @property
    def energy(self) -> EnergyView:
        made: EnergyView = self._page("energy")
        return made

    @property
    def noise(self) -> NoiseView:
        made: NoiseView = self._page("noise")
        return made

    @property
    def bath_controls(self) -> BathControls:
        made: BathControls = self._controls_of("noise")
        return made

    def _page(self, name: str) -> Any:
        return self.places[name].page

    def _controls_of(self, name: str) -> Any:
        self._page(name)
        return self._controls[name]

    def _make_map(self) -> QWidget:
        from gui.panels.map_bar import MapBar
        from gui.views.map.view import MapView

        self._controls["map"] = MapBar()
        return MapView(self._controls["map"])

    def _make_race(self) -> QWidget:
        from gui.panels.race_bar import RaceBar
        from gui.views.race.view import RaceView

        self._controls["race"] = RaceBar()
        return RaceView(self._controls["race"])

    def _make_flow(self) -> QWidget:
        from gui.panels.friction import FrictionPanel
        from gui.views.theory.flow import FlowView

        self._controls["flow"] = FrictionPanel()
        return FlowView(self._controls["flow"])

    def _make_noise(self) -> QWidget:
        from gui.panels.bath_controls import BathControls
        from gui.views.theory.noise import NoiseView

        self._controls["noise"] = BathControls()
        self._controls["noise"].set_theme(self._theme)
        return NoiseView(self._controls["noise"])


def _make_averages() -> QWidget:
    from gui.views.theory.averages import AveragesView

    return AveragesView()


def _make_eigenvalues() -> QWidget:
    from gui.views.theory.eigenvalues import EigenvaluesView

    return EigenvaluesView()


def _make_stability() -> QWidget:
    from gui.views.theory.stability import StabilityView

    return StabilityView()


def _make_energy() -> QWidget:
    from gui.views.theory.energy import EnergyView

    return EnergyView()

"""What is where in the window: panels in docks around the views."""

from __future__ import annotations

from typing import Any, Literal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from gui.docks import LEFT, RIGHT, DockWidths, settle
from gui.panels.centre import Centre
from gui.panels.courses import CoursesPanel
from gui.panels.dock_title import DockTitle
from gui.panels.gallery import GalleryPanel
from gui.panels.headline import Headline
from gui.panels.landscape_tools import LandscapeTools
from gui.panels.message_bar import MessageBar
from gui.panels.objective import ObjectivePanel
from gui.panels.runs import RunsPanel
from gui.panels.status_line import StatusLine
from gui.panels.tabs import Tabs
from gui.panels.transport import Transport
from gui.theme import Theme
from gui.views.curves import CurvesView
from gui.views.inspector import InspectorView
from gui.views.landscape import LandscapeView
from gui.views.later import Later
from gui.views.surface.view import SurfaceView
from gui.views.table import TableView

Half = Literal["pictures", "numbers"]
"""Where a view has its tab: above or below."""


class Layout:
    """Makes the parts and puts them into a window; the parts know nothing of each other."""

    def __init__(self, window: QMainWindow, language: str = "en") -> None:
        self.gallery = GalleryPanel()
        self.courses = CoursesPanel(language)
        self.objective = ObjectivePanel()
        self.runs = RunsPanel()
        self.headline = Headline()
        self.landscape = LandscapeView()
        self.landscape_tools = LandscapeTools()
        self.surface = SurfaceView()
        self.scenes = (self.landscape, self.surface)
        """The views of the balls: what is shown in one is shown in all."""
        self.curves = CurvesView()
        self.inspector = InspectorView()
        self.table = TableView()
        self.message_bar = MessageBar()
        self.transport = Transport()
        self.status = StatusLine()
        self.pictures, self.numbers = Tabs("pictures"), Tabs("numbers")
        self._halves = {"pictures": self.pictures, "numbers": self.numbers}
        self._tabs: dict[str, tuple[Tabs, Any]] = {}
        self._arrange_views()
        # Of views that are there: Tab goes through them in the order in which they got a parent.
        below = (self.message_bar, self.transport)
        self._centre = Centre(self.headline, (self.pictures, self.numbers), below)
        self.docks = self._fill_window(window)
        gallery, courses, runs, objective = self.docks
        self.dock_widths = DockWidths(
            window, {gallery: LEFT, courses: LEFT, runs: RIGHT, objective: RIGHT}
        )

    def _arrange_views(self) -> None:
        """Give the views that are there from the start their tabs: one line each."""
        self.add_view("landscape", "pictures", self.landscape, self.tr("Landscape"))
        self.add_view("surface", "pictures", self.surface, self.tr("3D"))
        self.add_view("curves", "numbers", self.curves, self.tr("Curves"))
        self.add_view("step", "numbers", self.inspector, self.tr("Step"))
        self.add_view("table", "numbers", self.table, self.tr("Table"))
        self.pictures.set_tools(self.landscape_tools, self.landscape, self.landscape_tools.set_room)

    def _fill_window(self, window: QMainWindow) -> tuple[QDockWidget, ...]:
        """Put all into the window, left to right: the keyboard goes through it in this order.

        The docks have no place yet: it is restored, or given by :meth:`arrange_docks`.
        """
        gallery = _dock(window, self.tr("Presets"), self.gallery)
        courses = _dock(window, self.tr("Courses"), self.courses)
        window.setCentralWidget(self._centre)
        window.setStatusBar(self.status)
        runs = _dock(window, self.tr("Runs"), self.runs)
        objective = _dock(window, self.tr("Objective"), self.objective)
        return gallery, courses, runs, objective

    def arrange_docks(self, window: QMainWindow) -> None:
        """Give every dock that has no place its usual one."""
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        gallery, courses, runs, objective = self.docks
        new = []
        for first, second, area in ((gallery, courses, left), (runs, objective, right)):
            if window.dockWidgetArea(first) == Qt.DockWidgetArea.NoDockWidgetArea:
                window.addDockWidget(area, first)
                settle(window)
                new.append(first)
            if window.dockWidgetArea(second) == Qt.DockWidgetArea.NoDockWidgetArea:
                window.tabifyDockWidget(first, second)
                settle(window)
        self.dock_widths.give_usual(new)
        for dock in new:
            dock.raise_()

    def tr(self, text: str) -> str:
        """``text`` in the language in force, as classes of Qt's have it."""
        return QCoreApplication.translate("Layout", text)

    def add_view(self, name: str, half: Half, view: QWidget, title: str) -> None:
        """Give a view the last tab of a half."""
        tabs = self._halves[half]
        tabs.addTab(view, title)
        self._tabs[name] = tabs, view

    def show_view(self, name: str) -> None:
        """Bring a view to the front, by its name, such as ``landscape`` or ``curves``."""
        tabs, view = self._tabs[name]
        tabs.setCurrentWidget(view)
        self._centre.open(tabs)

    def view_title(self, name: str) -> str:
        """What a view's tab says."""
        tabs, view = self._tabs[name]
        return tabs.tabText(tabs.indexOf(view))

    @property
    def view_names(self) -> tuple[str, ...]:
        """Names of all views, in the order of their tabs."""
        halves = self._halves.values()
        return tuple(
            name for half in halves for name, (tabs, _) in self._tabs.items() if tabs is half
        )

    @property
    def picture(self) -> QWidget:
        """The view that is shown of those in the upper half."""
        shown = self.pictures.currentWidget()
        return shown.page if isinstance(shown, Later) else shown

    def set_theme(self, theme: Theme) -> None:
        """Recolour all that does not follow the palette by itself."""
        views = [view for _, view in self._tabs.values()]
        titles = [dock.titleBarWidget() for dock in self.docks]
        tools = (self.landscape_tools, self.transport, self.runs, self.objective)
        for part in (*views, *tools, *titles):
            part.set_theme(theme)


def _dock(window: QMainWindow, title: str, panel: QWidget) -> QDockWidget:
    dock = QDockWidget(title, window)
    dock.setObjectName(f"{panel.objectName()}_dock")
    dock.setWidget(panel)
    dock.setTitleBarWidget(DockTitle(dock))
    return dock

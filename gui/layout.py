"""What is where in the window: panels in docks around the views."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QSplitter, QTabWidget, QVBoxLayout, QWidget

from gui.pages import Pages
from gui.panels.courses import CoursesPanel
from gui.panels.dock_title import DockTitle
from gui.panels.gallery import GalleryPanel
from gui.panels.headline import Headline
from gui.panels.landscape_tools import LandscapeTools
from gui.panels.message_bar import MessageBar
from gui.panels.objective import ObjectivePanel
from gui.panels.runs import RunsPanel
from gui.panels.status_line import StatusLine
from gui.panels.transport import Transport
from gui.theme import Theme
from gui.views.curves import CurvesView
from gui.views.inspector import InspectorView
from gui.views.landscape import LandscapeView
from gui.views.later import Later
from gui.views.surface.view import SurfaceView
from gui.views.table import TableView

DOCK_SHARES = (0.21, 0.26)
"""Of the width of the window, for the docks at the left and right."""
LEAST_VIEW = (320, 150)
"""Pixels that a view is left in the smallest window."""
DOCK_LETTERS = (48, 58)
"""Letters of text in a line, from which on a dock takes no more."""


class Layout(Pages):
    """Makes the parts and puts them into a window; the parts know nothing of each other."""

    def __init__(self, window: QMainWindow, language: str = "en") -> None:
        super().__init__()
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
        self._tabs: dict[str, tuple[QTabWidget, Any]] = {}
        self._letter = 1
        self._lines: dict[QDockWidget, tuple[int, float]] = {}
        """What docks were given for the size of type: pixels, and letters in a line."""
        self.message_bar = MessageBar()
        self.transport = Transport()
        self.status = StatusLine()
        self.pictures = _tab_widget("pictures")
        self.numbers = _tab_widget("numbers")
        self._arrange_views()
        self.docks = self._fill_window(window)

    def _arrange_views(self) -> None:
        """Give every view its tab: one line each."""
        self._add_view("landscape", self.pictures, self.landscape, self.tr("Landscape"))
        self._add_view("surface", self.pictures, self.surface, self.tr("3D"))
        self._add_page("map", self.pictures, self.tr("Map"))
        self._add_page("race", self.pictures, self.tr("Race"))
        self._add_view("curves", self.numbers, self.curves, self.tr("Curves"))
        self._add_view("step", self.numbers, self.inspector, self.tr("Step"))
        self._add_view("table", self.numbers, self.table, self.tr("Table"))
        self._add_view("averages", self.numbers, self.places["averages"], self.tr("Averages"))
        self._add_view(
            "eigenvalues", self.numbers, self.places["eigenvalues"], self.tr("Eigenvalues")
        )
        self._add_view("stability", self.numbers, self.places["stability"], self.tr("Stability"))
        self._add_view("flow", self.numbers, self.places["flow"], self.tr("Flow"))
        self._add_view("energy", self.numbers, self.places["energy"], self.tr("Energy"))
        self._add_view("noise", self.numbers, self.places["noise"], self.tr("Noise"))
        self.pictures.setCornerWidget(self.landscape_tools)
        self.pictures.currentChanged.connect(self._show_tools)

    def _fill_window(self, window: QMainWindow) -> tuple[QDockWidget, ...]:
        """Put all into the window, left to right: the keyboard goes through it in this order.

        The docks have no place yet: it is restored, or given by :meth:`arrange_docks`.
        """
        gallery = _dock(window, self.tr("Presets"), self.gallery)
        courses = _dock(window, self.tr("Courses"), self.courses)
        window.setCentralWidget(self._centre())
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
                _settle(window)
                new.append(first)
            if window.dockWidgetArea(second) == Qt.DockWidgetArea.NoDockWidgetArea:
                window.tabifyDockWidget(first, second)
                _settle(window)
        letter = self._letter = window.fontMetrics().averageCharWidth()
        widths = {
            dock: min(round(share * window.width()), most * letter)
            for dock, share, most in zip((gallery, runs), DOCK_SHARES, DOCK_LETTERS, strict=True)
        }
        window.resizeDocks(new, [widths[dock] for dock in new], Qt.Orientation.Horizontal)
        _settle(window)
        for dock in new:
            dock.raise_()

    def follow_type(self, window: QMainWindow) -> None:
        """Let the docks that are shown have as many letters in a line as before."""
        letter = window.fontMetrics().averageCharWidth()
        # One behind another tab counts as visible, and has the width that it once had.
        shown = [d for d in self.docks if not (d.isFloating() or d.visibleRegion().isEmpty())]
        if letter == self._letter or not shown:  # in a presentation there are none
            return
        most = max(DOCK_SHARES) * window.width()
        lines, widths = [], []
        for dock in shown:
            given, line = self._lines.get(dock, (0, 0.0))
            if dock.width() != given:  # by hand
                line = dock.width() / self._letter
            lines.append(line)
            widths.append(round(min(line * letter, most)))
        self._letter = letter
        window.resizeDocks(shown, widths, Qt.Orientation.Horizontal)
        _settle(window)  # some need more
        for dock, line in zip(shown, lines, strict=True):
            self._lines[dock] = dock.width(), line

    def tr(self, text: str) -> str:
        """``text`` in the language in force, as classes of Qt's have it."""
        return QCoreApplication.translate("Layout", text)

    def show_view(self, name: str) -> None:
        """Bring a view to the front, by its name, such as ``landscape`` or ``curves``."""
        tabs, view = self._tabs[name]
        tabs.setCurrentWidget(view)

    def view_title(self, name: str) -> str:
        """What a view's tab says."""
        tabs, view = self._tabs[name]
        return tabs.tabText(tabs.indexOf(view))

    @property
    def view_names(self) -> tuple[str, ...]:
        """Names of all views, in the order of their tabs."""
        return tuple(self._tabs)

    @property
    def picture(self) -> QWidget:
        """The view that is shown of those in the upper half."""
        shown = self.pictures.currentWidget()
        return shown.page if isinstance(shown, Later) else shown

    def _add_page(self, name: str, tabs: QTabWidget, title: str) -> None:
        self._add_view(name, tabs, self.places[name], title)

    def _add_view(self, name: str, tabs: QTabWidget, view: QWidget, title: str) -> None:
        tabs.addTab(view, title)
        self._tabs[name] = tabs, view

    def set_theme(self, theme: Theme) -> None:
        """Recolour all that does not follow the palette by itself."""
        super().set_theme(theme)
        views = [view for _, view in self._tabs.values() if not isinstance(view, Later)]
        titles = [dock.titleBarWidget() for dock in self.docks]
        tools = (self.landscape_tools, self.transport, self.runs, self.objective)
        for part in (*views, *tools, *titles):
            part.set_theme(theme)

    def _show_tools(self, tab: int) -> None:
        """Offer the tools where they work."""
        self.landscape_tools.setVisible(self.pictures.widget(tab) is self.landscape)

    def _centre(self) -> QWidget:
        views = QSplitter(Qt.Orientation.Vertical)
        views.setObjectName("views")
        views.setChildrenCollapsible(False)
        views.addWidget(self.pictures)
        views.addWidget(self.numbers)
        views.setStretchFactor(0, 5)
        views.setStretchFactor(1, 3)
        views.setSizes([500, 300])
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.headline)
        column.addWidget(views, 1)
        column.addWidget(self.message_bar)
        column.addWidget(self.transport)
        return centre


def _tab_widget(name: str) -> QTabWidget:
    made = QTabWidget()
    made.setObjectName(name)
    made.setDocumentMode(True)
    # Else the largest of its views, though not in sight, would dictate the window's size.
    made.setMinimumSize(*LEAST_VIEW)
    return made


def _dock(window: QMainWindow, title: str, panel: QWidget) -> QDockWidget:
    dock = QDockWidget(title, window)
    dock.setObjectName(f"{panel.objectName()}_dock")
    dock.setWidget(panel)
    dock.setTitleBarWidget(DockTitle(dock))
    return dock


def _settle(window: QMainWindow) -> None:
    """Have a window lay itself out.

    WORKAROUND (Qt 6.11): where docks become tabs before it has, a second bar of tabs stays
    behind.
    """
    layout = window.layout()
    assert layout is not None
    layout.activate()

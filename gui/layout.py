"""What is where in the window: panels in docks around the views."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QSplitter, QTabWidget, QVBoxLayout, QWidget

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
from gui.views.surface.view import SurfaceView
from gui.views.table import TableView

DOCK_WIDTHS = (270, 330)


class Layout:
    """Makes the parts and puts them into a window; the parts know nothing of each other."""

    def __init__(self, window: QMainWindow) -> None:
        self.gallery = GalleryPanel()
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
        self.pictures = QTabWidget()
        self.pictures.setObjectName("pictures")
        self.pictures.setDocumentMode(True)
        self.pictures.addTab(self.landscape, window.tr("Landscape"))
        self.pictures.addTab(self.surface, window.tr("3D"))
        self.pictures.setCornerWidget(self.landscape_tools)
        self.pictures.currentChanged.connect(self._show_tools)
        self.numbers = QTabWidget()
        self.numbers.setObjectName("numbers")
        self.numbers.setDocumentMode(True)
        self.numbers.addTab(self.curves, window.tr("Curves"))
        self.numbers.addTab(self.inspector, window.tr("Step"))
        self.numbers.addTab(self.table, window.tr("Table"))
        window.setCentralWidget(self._centre())
        window.setStatusBar(self.status)
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        gallery = _dock(window, window.tr("Presets"), self.gallery, left)
        runs = _dock(window, window.tr("Runs"), self.runs, right)
        objective = _dock(window, window.tr("Objective"), self.objective, right)
        window.tabifyDockWidget(runs, objective)
        runs.raise_()
        window.resizeDocks([gallery, runs], list(DOCK_WIDTHS), Qt.Orientation.Horizontal)
        self.docks = (gallery, runs, objective)

    def set_theme(self, theme: Theme) -> None:
        """Recolour all that does not follow the palette by itself."""
        for part in (
            *self.scenes,
            self.curves,
            self.inspector,
            self.table,
            self.transport,
            self.runs,
            self.objective,
        ):
            part.set_theme(theme)
        self.landscape_tools.set_theme(theme)

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


def _dock(window: QMainWindow, title: str, panel: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
    dock = QDockWidget(title, window)
    dock.setObjectName(f"{panel.objectName()}_dock")
    dock.setWidget(panel)
    window.addDockWidget(area, dock)
    return dock

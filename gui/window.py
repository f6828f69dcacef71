"""The main window: its parts, its menus, its looks and its end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

from gui.autosave import Autosave, Backup
from gui.documents import Documents, title_of
from gui.exporting import Exporting
from gui.help import Help
from gui.keys import OwnKeys
from gui.language import spoken_language, translated
from gui.layout import Layout
from gui.left_work import LeftWork
from gui.looks import Looks
from gui.menus import Menus
from gui.pages import Pages
from gui.panels.gallery import GalleryItem
from gui.panels.inputs import ToolButton
from gui.panels.preferences import Preferences
from gui.presentation import Presentation
from gui.presenter import Presenter
from gui.session import Session
from gui.settings import SCALES, Settings
from gui.tab_order import PageOrder, RaisedDocks
from gui.theme import Theme
from gui.view_menu import view_menu
from simulation.courses import check_views, courses
from simulation.objectives.catalog import OBJECTIVES
from simulation.paths import user_state
from simulation.presets import find_preset, presets

FIRST_PRESET = "ravine"
FIRST_SIZE = (1280, 800)
LARGEST_FIRST = (1920, 1200)
FIRST_SHARE = 0.85
"""Share of the screen that the first window takes, between those sizes."""


class MainWindow(QMainWindow):
    """One open experiment and all that is seen of it."""

    another_wanted = Signal()
    """Another window is asked for."""

    def __init__(
        self,
        settings: Settings | None = None,
        looks: Looks | None = None,
        backups: Path | None = None,
        predecessor: MainWindow | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setAcceptDrops(True)
        self._settings = settings or Settings()
        self._looks = looks or Looks(self._settings, self)
        self.session: Session = (
            predecessor.session.heir(self) if predecessor else self._first_session()
        )
        self.autosave = Autosave(self.session, backups or user_state() / "backups", self)
        self.resize(self.first_size(self.screen().availableSize()))
        self.parts = Layout(self, spoken_language())
        OwnKeys(self, *self.parts.docks)
        RaisedDocks(self.parts.docks)
        for tabs in (self.parts.pictures, self.parts.numbers):
            PageOrder(tabs)
        self.presenter = Presenter(self.session, self.parts, self)
        self.pages = Pages(self.session, self.parts, self.presenter)
        self._fill_lists()
        self.documents = Documents(self.session, self._settings, self)
        self.exporting = Exporting(
            self.session, self.parts, self.presenter.playback, self.documents
        )
        self._presentation = Presentation(self, self.parts, self.presenter, self._looks)
        self.help = Help(self, self.parts)
        self.menus = Menus(self, self._handlers())
        self.actions_by_id = self.menus.actions
        views = view_menu(self.parts, self)
        self.help.set_menus(self.menus, views)
        self.menus.insert([views], before="fit_window")
        self.menus.insert(self.parts.landscape_tools.menus, before="follow")
        panels = [dock.toggleViewAction() for dock in self.parts.docks]
        self.menus.insert(panels, before="full_screen")
        self._connect()
        self._apply_theme(self._looks.theme)
        self._show_document()
        self._update_actions()
        self.restoreGeometry(self._settings.geometry)
        # Once only, and before there is another arrangement: Qt's docks take harm from that.
        self.restoreState(predecessor.saveState() if predecessor else self._settings.docks)
        self.parts.arrange_docks(self)
        self.parts.transport.take_keys()  # else the search field takes Space and all other keys

    def _first_session(self) -> Session:
        return Session(find_preset(FIRST_PRESET).experiment, self, preset=FIRST_PRESET)

    @staticmethod
    def first_size(screen: QSize) -> QSize:
        """Size of the first window on a screen: most of a large one."""
        return (
            (screen * FIRST_SHARE).boundedTo(QSize(*LARGEST_FIRST)).expandedTo(QSize(*FIRST_SIZE))
        )

    def _fill_lists(self) -> None:
        """Offer the presets and the courses that there are."""
        self.parts.gallery.set_presets(
            [
                GalleryItem(p.id, *map(translated, (p.title, p.lesson.family, p.lesson.summary)))
                for p in presets().values()
            ]
        )
        for course in courses().values():
            check_views(course, self.parts.view_names)
        self.parts.courses.set_courses(list(courses().values()))

    def take_over(self, backup: Backup) -> None:
        """Go on with what a crash left behind, or the end of a session."""
        experiment = self.documents.read(backup.path)
        if experiment is None:
            backup.set_aside()
            return
        self.session.recover(experiment)
        if self.autosave.write():
            backup.discard()
        sentence = self.tr("The program ended unexpectedly. Here is the experiment that was open.")
        if backup.was_left:
            sentence = self.tr("The session was ended. Here is the experiment that was not saved.")
        self.parts.message_bar.show_problem(sentence)

    def _handlers(self) -> dict[str, Callable[..., object]]:
        """What each action of :mod:`gui.actions` does."""
        documents, presenter, parts = self.documents, self.presenter, self.parts
        exporting, tools = self.exporting, parts.landscape_tools
        return {
            "new_window": self.another_wanted.emit,
            "open_file": documents.open_file,
            "save": documents.save,
            "save_as": documents.save_as,
            "export_table": documents.export_table,
            "export_steps": lambda: documents.export_steps(parts.curves.steps_in_view()),
            "export_picture": exporting.export_picture,
            "export_curves": exporting.export_curves,
            "export_animation": exporting.export_animation,
            "copy_picture": exporting.copy_picture,
            "copy_code": exporting.copy_code,
            "choose_data": documents.choose_data,
            "close": self.close,
            "undo": self.session.undo,
            "redo": self.session.redo,
            "add_run": parts.runs.add_run,
            "preferences": self.show_preferences,
            "play": presenter.playback.toggle,
            "restart": presenter.playback.restart,
            "to_start": presenter.playback.to_start,
            "step_back": presenter.playback.step_back,
            "step_forward": presenter.playback.step_forward,
            "to_end": presenter.playback.to_end,
            "cancel": presenter.controller.cancel,
            "fit_window": lambda: [scene.fit_window() for scene in parts.scenes],
            "fit_trajectories": parts.landscape.fit_trajectories,
            **{name: partial(tools.set_toggle, name) for name in tools.toggles},
            "follow": parts.surface.set_following,
            "larger": lambda: self._rescale(1),
            "smaller": lambda: self._rescale(-1),
            "full_screen": self._set_full_screen,
            "present": self._presentation.set_active,
            "guide": self.help.show_guide,
            "palette": self.help.show_palette,
            "shortcuts": self.help.show_shortcuts,
            "about": self.help.show_about,
        }

    def _connect(self) -> None:
        self.session.changed.connect(self._update_actions)
        self.session.title_changed.connect(self._show_document)
        message_bar = self.parts.message_bar
        for source in (self.documents, self.exporting):
            source.problem.connect(message_bar.show_problem)
            source.notice.connect(message_bar.show_notice)
        self.autosave.failed.connect(message_bar.show_problem)
        self.documents.export_wanted.connect(self.presenter.export)
        self.documents.data_chosen.connect(self.presenter.compute)
        self.menus.recent_chosen.connect(self.documents.open_path)
        self.presenter.busy_changed.connect(self._update_actions)
        self._looks.changed.connect(self._apply_theme)
        LeftWork(self.session, self.documents, message_bar)
        self._presentation.leave_wanted.connect(self.actions_by_id["present"].trigger)
        self._connect_tools()

    def _connect_tools(self) -> None:
        """Let the menu show what the tools are set to, and remember it."""
        tools, actions = self.parts.landscape_tools, self.actions_by_id
        tools.recall(self._settings.landscape)
        tools.look_changed.connect(self._show_tools)
        tools.choice_changed.connect(self._show_tools)
        self.parts.surface.follow_toggled.connect(actions["follow"].setChecked)
        for button in self.findChildren(ToolButton):
            if button.objectName() in actions:
                button.set_keys(actions[button.objectName()].shortcut())
        self._show_tools()

    @Slot()
    def _show_tools(self) -> None:
        tools = self.parts.landscape_tools
        for name in tools.toggles:
            self.actions_by_id[name].setChecked(getattr(tools.look, name))
        self._settings.landscape = tools.memory()

    @Slot()
    def _update_actions(self) -> None:
        busy = self.presenter.controller.busy
        enabled = {
            "undo": self.session.can_undo,
            "redo": self.session.can_redo,
            "cancel": busy,
            "export_table": not busy,
            "export_steps": not busy,
        }
        for name, on in enabled.items():
            self.actions_by_id[name].setEnabled(on)

    @Slot()
    def _show_document(self) -> None:
        session = self.session
        experiment = session.experiment
        title = experiment.title or OBJECTIVES[experiment.objective.id].name
        self.setWindowTitle(f"{title_of(experiment)}[*] — Momentum Lab")
        self.setWindowModified(session.dirty)
        preset = find_preset(session.preset) if session.preset else None
        told = (
            preset is not None
            and preset.experiment.title == title
            and preset.experiment.objective.id == experiment.objective.id
        )
        look_for = preset.lesson.look_for if preset and told else ""
        self.parts.headline.show_lesson(translated(title), translated(look_for))
        self.parts.gallery.set_current(session.preset if told else None)
        self.menus.set_recent(self._settings.recent_files)

    @Slot(object)
    def _apply_theme(self, theme: Theme) -> None:
        self.parts.set_theme(theme)
        # Once all parts have their new sizes: until then, docks take no other one.
        QTimer.singleShot(0, self, self.parts.dock_widths.fit)

    @Slot(bool)
    def _set_full_screen(self, on: bool) -> None:
        if on:
            self.showFullScreen()
        else:
            self.showNormal()

    def _rescale(self, by: int) -> None:
        """Make type larger or smaller by so many sizes."""
        place = SCALES.index(self._looks.appearance.scale) + by
        if 0 <= place < len(SCALES):
            self._looks.choose_scale(SCALES[place])

    @Slot()
    def show_preferences(self) -> None:
        """Open the settings dialog."""
        dialog = Preferences(self._looks.appearance, self)
        dialog.chosen.connect(self._looks.choose)
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.documents.open_dropped([Path(url.toLocalFile()) for url in event.mimeData().urls()])

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.documents.may_close():
            event.ignore()
            return
        self.retire()
        super().closeEvent(event)

    def end_presentation(self) -> None:
        """Be an ordinary window again."""
        self._presentation.set_active(active=False)

    def retire(self, *, unsaved_stays: bool = False) -> None:
        """End all that runs, whatever is unsaved; a copy of that may stay for the next start."""
        self.end_presentation()
        self.help.close()
        self._settings.save_window(self.saveGeometry(), self.saveState())
        if unsaved_stays:
            self.autosave.leave()
        else:
            self.autosave.close()
        self.exporting.cancel()
        self.pages.stop()
        self.presenter.stop()

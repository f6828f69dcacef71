"""The main window: its parts, its menus, its looks and its end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QMessageBox

from gui.actions import MENUS, Menus
from gui.autosave import Autosave, Backup
from gui.documents import Documents
from gui.exporting import Exporting
from gui.layout import Layout
from gui.looks import Looks
from gui.panels.cheat_sheet import CheatSheet
from gui.panels.command_palette import CommandPalette
from gui.panels.gallery import GalleryItem
from gui.panels.preferences import Preferences
from gui.presentation import Presentation
from gui.presenter import Presenter
from gui.session import Session
from gui.settings import SCALES, Settings
from gui.studies.catalog import Studies
from gui.theme import Theme
from simulation.objectives.catalog import OBJECTIVES
from simulation.paths import user_state
from simulation.presets import find_preset, presets

FIRST_PRESET = "ravine"
FIRST_SIZE = (1280, 800)


class MainWindow(QMainWindow):
    """One open experiment and all that is seen of it."""

    another_wanted = Signal()
    """Another window is asked for."""

    def __init__(
        self,
        settings: Settings | None = None,
        looks: Looks | None = None,
        backups: Path | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setAcceptDrops(True)
        self._settings = settings or Settings()
        self._looks = looks or Looks(self._settings, self)
        self.session = Session(find_preset(FIRST_PRESET).experiment, self)
        self.session.preset = FIRST_PRESET
        self.autosave = Autosave(self.session, backups or user_state() / "backups", self)
        self.parts = Layout(self)
        self.parts.gallery.set_presets(
            [
                GalleryItem(p.id, p.experiment.title, p.lesson.family, p.lesson.summary)
                for p in presets().values()
            ]
        )
        self.presenter = Presenter(self.session, self.parts, self)
        self.studies = Studies(self.session, self.parts, self.presenter)
        self.documents = Documents(self.session, self._settings, self)
        self.exporting = Exporting(
            self.session, self.parts, self.presenter.playback, self.documents
        )
        self._presentation = Presentation(self, self.parts, self.presenter, self._looks)
        self.menus = Menus(self, self._handlers())
        self.actions_by_id = self.menus.actions
        self._connect()
        self._apply_theme(self._looks.theme)
        self._update_title()
        self._update_actions()
        self.resize(*FIRST_SIZE)
        self.restoreGeometry(self._settings.geometry)
        self.restoreState(self._settings.docks)

    def take_over(self, backup: Backup) -> None:
        """Go on with what a crash left behind."""
        experiment = self.documents.read(backup.path)
        if experiment is None:
            backup.set_aside()
            return
        self.session.recover(experiment)
        self.autosave.write()
        backup.discard()
        self.parts.message_bar.show_problem(
            self.tr("The program ended unexpectedly. Here is the experiment that was open.")
        )

    def _handlers(self) -> dict[str, Callable[..., object]]:
        """What each action of :mod:`gui.actions` does."""
        documents, presenter, parts = self.documents, self.presenter, self.parts
        exporting = self.exporting
        return {
            "new_window": self.another_wanted.emit,
            "open_file": documents.open_file,
            "save": documents.save,
            "save_as": documents.save_as,
            "export_table": documents.export_table,
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
            "preferences": self._show_preferences,
            "play": presenter.playback.toggle,
            "restart": presenter.playback.restart,
            "to_start": presenter.to_start,
            "step_back": presenter.step_back,
            "step_forward": presenter.step_forward,
            "to_end": presenter.to_end,
            "cancel": presenter.controller.cancel,
            "fit_window": lambda: [scene.fit_window() for scene in parts.scenes],
            "fit_trajectories": parts.landscape.fit_trajectories,
            "larger": lambda: self._rescale(1),
            "smaller": lambda: self._rescale(-1),
            "full_screen": self._set_full_screen,
            "present": self._presentation.set_active,
            "palette": self._show_palette,
            "shortcuts": self._show_shortcuts,
            "about": self._show_about,
        }

    def _connect(self) -> None:
        self.session.changed.connect(self._update_actions)
        self.session.title_changed.connect(self._update_title)
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

    @Slot()
    def _update_actions(self) -> None:
        busy = self.presenter.controller.busy
        enabled = {
            "undo": self.session.can_undo,
            "redo": self.session.can_redo,
            "cancel": busy,
            "export_table": not busy,
        }
        for name, on in enabled.items():
            self.actions_by_id[name].setEnabled(on)

    @Slot()
    def _update_title(self) -> None:
        session = self.session
        experiment = session.experiment
        title = experiment.title or OBJECTIVES[experiment.objective.id].name
        self.setWindowTitle(f"{title}[*] — Momentum Lab")
        self.setWindowModified(session.dirty)
        preset = find_preset(session.preset) if session.preset else None
        told = (
            preset is not None
            and preset.experiment.title == title
            and preset.experiment.objective.id == experiment.objective.id
        )
        self.parts.headline.show_lesson(title, preset.lesson.look_for if preset and told else "")
        self.parts.gallery.set_current(session.preset if told else None)
        self.menus.set_recent(self._settings.recent_files)

    @Slot(object)
    def _apply_theme(self, theme: Theme) -> None:
        self.parts.set_theme(theme)

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
    def _show_preferences(self) -> None:
        dialog = Preferences(self._looks.appearance, self)
        dialog.chosen.connect(self._looks.choose)
        dialog.open()

    @Slot()
    def _show_palette(self) -> None:
        CommandPalette(list(self.actions_by_id.values()), self).popup()

    @Slot()
    def _show_shortcuts(self) -> None:
        titles = {self.tr(MENUS[name]).replace("&", ""): name for name in MENUS}
        CheatSheet({t: self.menus.in_menu(name) for t, name in titles.items()}, self).open()

    @Slot()
    def _show_about(self) -> None:
        QMessageBox.about(
            self,
            self.tr("About Momentum Lab"),
            self.tr(
                "<b>Momentum Lab</b><p>A laboratory in which optimizers are balls rolling over "
                "an objective.</p><p>Airfoil self-noise data: Brooks, Pope & Marcolini 1989, "
                "UCI Machine Learning Repository 291, CC BY 4.0.</p>"
            ),
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.documents.open_dropped([Path(url.toLocalFile()) for url in event.mimeData().urls()])

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.documents.may_close():
            event.ignore()
            return
        self._presentation.set_active(active=False)
        self._settings.save_window(self.saveGeometry(), self.saveState())
        self.autosave.close()
        self.exporting.cancel()
        self.studies.stop()
        self.presenter.stop()
        super().closeEvent(event)

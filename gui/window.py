"""The main window: its parts, its menus, its looks and its end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QMessageBox

from gui.actions import build_menus
from gui.documents import Documents
from gui.layout import Layout
from gui.panels.gallery import GalleryItem
from gui.presenter import Presenter
from gui.session import Session
from gui.theme import palette, style_sheet, system_theme
from simulation.presets import find_preset, presets

FIRST_PRESET = "ravine"
FIRST_SIZE = (1280, 800)


class MainWindow(QMainWindow):
    """One open experiment and all that is seen of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.session = Session(find_preset(FIRST_PRESET).experiment, self)
        self.session.preset = FIRST_PRESET
        self.parts = Layout(self)
        self.parts.gallery.set_presets(
            [
                GalleryItem(p.id, p.experiment.title, p.lesson.family, p.lesson.summary)
                for p in presets().values()
            ]
        )
        self.presenter = Presenter(self.session, self.parts, self)
        self.documents = Documents(self.session, self)
        self.actions_by_id = build_menus(self, self._handlers())
        self._connect()
        self._apply_theme()
        self._update_title()
        self._update_actions()
        self.resize(*FIRST_SIZE)

    def _handlers(self) -> dict[str, Callable[..., object]]:
        """What each action of :mod:`gui.actions` does."""
        documents, presenter, parts = self.documents, self.presenter, self.parts
        return {
            "open_file": documents.open_file,
            "save": documents.save,
            "save_as": documents.save_as,
            "export_table": documents.export_table,
            "choose_data": documents.choose_data,
            "close": self.close,
            "undo": self.session.undo,
            "redo": self.session.redo,
            "add_run": parts.runs.add_run,
            "play": presenter.playback.toggle,
            "restart": presenter.playback.restart,
            "to_start": presenter.to_start,
            "step_back": presenter.step_back,
            "step_forward": presenter.step_forward,
            "to_end": presenter.to_end,
            "cancel": presenter.controller.cancel,
            "fit_window": parts.landscape.fit_window,
            "fit_trajectories": parts.landscape.fit_trajectories,
            "full_screen": self._set_full_screen,
            "about": self._show_about,
        }

    def _connect(self) -> None:
        self.session.changed.connect(self._update_actions)
        self.session.title_changed.connect(self._update_title)
        self.documents.problem.connect(self.parts.message_bar.show_problem)
        self.documents.notice.connect(self.parts.message_bar.show_notice)
        self.documents.export_wanted.connect(self.presenter.export)
        self.documents.data_chosen.connect(self.presenter.compute)
        self.presenter.busy_changed.connect(self._update_actions)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._apply_theme)

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
        title = session.experiment.title or self.tr("Untitled experiment")
        self.setWindowTitle(f"{title}[*] — Momentum Lab")
        self.setWindowModified(session.dirty)
        lesson = find_preset(session.preset).lesson.look_for if session.preset else ""
        self.parts.headline.show_lesson(title, lesson)
        self.parts.gallery.set_current(session.preset)

    @Slot()
    def _apply_theme(self) -> None:
        theme = system_theme()
        QGuiApplication.setPalette(palette(theme))
        self.setStyleSheet(style_sheet(theme))
        self.parts.set_theme(theme)

    @Slot(bool)
    def _set_full_screen(self, on: bool) -> None:
        if on:
            self.showFullScreen()
        else:
            self.showNormal()

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

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.documents.may_close():
            event.ignore()
            return
        self.presenter.stop()
        super().closeEvent(event)

"""Figures, animations and code: the dialogs, and what became of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from gui.documents import Documents
from gui.language import explained
from gui.layout import Layout
from gui.playback import Playback
from gui.session import Session
from simulation.errors import InputError

if TYPE_CHECKING:  # loaded when one is asked for
    from gui.exports.animation import AnimationExport

COPIED_DPI = 150


class Exporting(QObject):
    """Asks what is wanted, has it made and tells the outcome; never raises for a choice."""

    problem = Signal(str)
    """A sentence about what could not be done."""
    notice = Signal(str)
    """A sentence about what was done."""

    def __init__(
        self, session: Session, parts: Layout, playback: Playback, documents: Documents
    ) -> None:
        super().__init__(documents)
        self._session = session
        self._parts = parts
        self._playback = playback
        self._documents = documents
        self._animation: AnimationExport | None = None
        session.changed.connect(self.cancel)
        parts.status.cancel_clicked.connect(self.cancel)

    @Slot()
    def export_picture(self) -> None:
        """Write the landscape or the 3D view, whichever is shown, as a figure."""
        self._export_figure(self._parts.picture, "")

    @Slot()
    def export_curves(self) -> None:
        """Write the curves as a figure."""
        self._export_figure(self._parts.curves, self._parts.curves.quantity_name)

    @Slot()
    def copy_picture(self) -> None:
        """Put the landscape or the 3D view on the clipboard."""
        from gui.exports.figures import FigureSpec, copy_figure

        copy_figure(self._parts.picture, FigureSpec(dpi=COPIED_DPI))
        self.notice.emit(self.tr("The picture is on the clipboard."))

    @Slot()
    def copy_code(self) -> None:
        """Put a script that does the same with torch alone on the clipboard."""
        from simulation.export.code import pytorch_script

        try:
            QGuiApplication.clipboard().setText(pytorch_script(self._session.experiment))
        except InputError as error:
            self.problem.emit(explained(error))
        else:
            self.notice.emit(self.tr("A PyTorch script of the experiment is on the clipboard."))

    @Slot()
    def export_animation(self) -> None:
        """Write the rolling balls as GIF, WebP or MP4, while the window goes on."""
        from gui.exports.animation import AnimationExport
        from gui.exports.dialogs import AnimationDialog

        window = self._window
        spec = AnimationDialog.ask(self._session.experiment.steps, window)
        if spec is None:
            return
        path = self._ask_path(self.tr("Export the animation"), "rolling", spec.format)
        if path is None:
            return
        view = self._parts.landscape
        try:
            spec = replace(spec, title=self._parts.headline.title)
            export = AnimationExport(view, spec, path, lambda: self._playback.cursor, self)
        except InputError as error:
            self.problem.emit(explained(error))
            return
        self.cancel()
        self._animation = export
        status = self._parts.status
        export.progressed.connect(status.show_task)
        for ended in (export.finished, export.failed, export.cancelled):
            ended.connect(status.hide_task)
        export.finished.connect(self._on_written)
        export.failed.connect(self.problem)
        export.start()

    @Slot()
    def cancel(self) -> None:
        """Give up an animation that is being written."""
        if self._animation is not None:
            self._animation.shutdown()
            self._animation = None

    def _export_figure(self, view: QWidget, y_label: str) -> None:
        from gui.exports.dialogs import FigureDialog
        from gui.exports.figures import FigureSpec, figure_formats, write_figure

        asked = FigureSpec(y_label=y_label)
        spec = FigureDialog.ask(figure_formats(view), self._window, asked)
        if spec is None:
            return
        path = self._ask_path(self.tr("Export a figure"), "figure", spec.format)
        if path is None:
            return
        try:
            write_figure(view, spec, path)
        except InputError as error:
            self.problem.emit(explained(error))
        else:
            self._on_written(str(path))

    def _ask_path(self, title: str, name: str, kind: str) -> Path | None:
        filter_ = f"{kind.upper()} (*.{kind})"
        return self._documents.ask_save(title, f"{name}.{kind}", filter_, f".{kind}")

    @property
    def _window(self) -> QWidget:
        return self._parts.pictures.window()

    @Slot(str)
    def _on_written(self, path: str) -> None:
        self.notice.emit(self.tr("Exported {path}").format(path=path))

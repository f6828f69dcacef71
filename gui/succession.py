"""A window takes the place of another: the same document and view, in another language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtWidgets import QSplitter, QTabWidget, QWidget

from gui.panels.preferences import Preferences
from gui.window import MainWindow

Part = TypeVar("Part", bound=QWidget)


def succeed(new: MainWindow, old: MainWindow) -> None:
    """Show in ``new``, made for the session of ``old``, what ``old`` shows, and end ``old``.

    Nothing is asked and nothing is lost: the backup of unsaved work is written anew before
    the old one is removed.
    """
    new.restoreGeometry(old.saveGeometry())
    if not old.isMaximized() and not old.isFullScreen():
        new.setGeometry(old.geometry())
    for tabs, twin in _twins(old, new, QTabWidget):
        twin.setCurrentIndex(tabs.currentIndex())
    for splitter, other in _twins(old, new, QSplitter):
        other.restoreState(splitter.saveState())
    new.presenter.resume(old.presenter.playback)
    new.parts.runs.select(old.parts.runs.selected_run)
    new.parts.curves.choose(old.parts.curves.choice)
    new.parts.courses.follow(old.parts.courses)
    new.presenter.questions.follow(old.presenter.questions)
    new.pages.inherit(old.pages)
    new.autosave.write()
    new.show()
    if any(dialog.isVisible() for dialog in old.findChildren(Preferences)):
        new.show_preferences()
    if old.help.guide_is_open:
        new.help.show_guide()
    old.hide()
    old.retire()
    old.deleteLater()


def _twins(old: QWidget, new: QWidget, kind: type[Part]) -> Iterator[tuple[Part, Part]]:
    """Parts of one kind and name in both windows."""
    for part in old.findChildren(kind):
        twin = new.findChild(kind, part.objectName()) if part.objectName() else None
        if isinstance(twin, kind):
            yield part, twin

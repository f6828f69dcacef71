"""Opening something over unsaved changes loses nothing: they can be gone back to, or saved."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from gui.documents import Documents, title_of
from gui.panels.message_bar import MessageBar
from gui.session import Session
from simulation.experiment import Experiment


class LeftWork(QObject):
    """Says that changes were left unsaved, for a while; closing the window asks about them."""

    def __init__(self, session: Session, documents: Documents, message_bar: MessageBar) -> None:
        super().__init__(session)
        self._session = session
        self._documents = documents
        self._message_bar = message_bar
        session.left_behind.connect(self._tell)
        session.title_changed.connect(self._forget)

    @Slot(object)
    def _tell(self, left: Experiment) -> None:
        sentence = self.tr("Your changes to “{title}” are not saved.").format(title=title_of(left))
        offers = {
            self.tr("Go back"): self._session.go_to_left,
            self.tr("Save as…"): self._documents.save_left,
        }
        self._message_bar.show_offer(sentence, offers)

    @Slot()
    def _forget(self) -> None:
        """Say it no more once they were gone back to, or saved."""
        if not self._session.left:
            self._message_bar.clear_offer()

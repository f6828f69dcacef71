"""A random hand: clicks, drags, types, drops files, opens and closes windows."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from gui.app import Lab
from gui.language import LANGUAGES
from gui.session import Session
from gui.settings import SCALES, THEMES, Appearance
from gui.window import MainWindow
from simulation import files
from simulation.experiment import Experiment
from simulation.presets import presets
from simulation.starts import Starts
from tests.gui.hand import TEXTS, Hand

MOST_STEPS, MOST_RUNS, MOST_STARTS, MOST_WINDOWS = 3000, 12, 500, 2
"""Beyond these an action is undone: the monkey is to be many things, not patient."""
SLOW_MOVES = ("change_appearance", "open_or_close", "close_in_mid_run", "go_to_the_start_and_back")
"""What takes a second each time is done now and then."""


class Monkey(Hand):
    """Does one random thing after the other to the windows of a lab.

    Parameters
    ----------
    lab
        Whose windows.
    seed
        Decides what is done; when answers of threads come in between does not.
    folder
        Where it saves files and finds some to drop, broken ones among them.
    """

    def __init__(self, lab: Lab, seed: int, folder: Path) -> None:
        self._lab = lab
        self._random = random.Random(seed)
        self._files = [*broken_files(folder), folder / "missing.toml", folder]
        self._files += [folder / "mine.toml", folder / "other.toml"]
        self._moves: tuple[Callable[[], str], ...] = (
            self.click,
            self.slide,
            self.type,
            self.type_foreign_text,
            self.choose,
            self.press_key,
            self.trigger,
            self.pick,
            self.use_mouse,
            self.turn_wheel,
            self.show_view,
            self.raise_panel,
            self.resize,
            self.drag_start,
            self.start_in_many_places,
            self.open_preset,
            self.undo_or_redo_some,
            self.save,
            self.drop_file,
            self.drop_something_else,
            self.change_appearance,
            self.open_or_close,
            self.close_in_mid_run,
            self.go_to_the_start_and_back,
            self.wait,
        )
        self._weights = [0.2 if move.__name__ in SLOW_MOVES else 1 for move in self._moves]

    @property
    def windows(self) -> list[MainWindow]:
        """Those on the screen: one that was replaced still lives for a moment."""
        return [window for window in self._lab.windows if window.isVisible()]

    def act(self) -> str:
        """Do something; return what."""
        self._window = self._random.choice(self.windows)
        (move,) = self._random.choices(self._moves, self._weights)
        target = move()
        for window in self.windows:
            for dialog in window.findChildren(QDialog):
                dialog.close()
            if too_much(window.session.experiment):
                window.session.undo()
        return f"{move.__name__} {target}"

    # --- what a dialog of the desktop's would answer ----------------------------------------

    def file_to_open(self) -> tuple[str, str]:
        return self._random.choice(["", *map(str, self._files)]), ""

    def file_to_save(self) -> tuple[str, str]:
        return self._random.choice(["", *map(str, self._files)]), ""

    # --- the window -------------------------------------------------------------------------

    def show_view(self) -> str:
        name = self._random.choice(self._window.parts.view_names)
        self._window.parts.show_view(name)
        return name

    def raise_panel(self) -> str:
        dock = self._random.choice(self._window.parts.docks)
        dock.show()
        dock.raise_()
        dock.setFloating(self._random.random() < 0.1)
        return dock.objectName()

    def resize(self) -> str:
        self._window.resize(self._random.randint(200, 2600), self._random.randint(100, 1500))
        return str(self._window.size().toTuple())

    def change_appearance(self) -> str:
        appearance = Appearance(
            self._random.choice(THEMES),
            self._random.choice(SCALES),
            self._random.choice(list(LANGUAGES)),
        )
        self._lab.looks.choose(appearance)
        QApplication.processEvents()  # another language makes every window anew
        return str(appearance)

    def open_or_close(self) -> str:
        if len(self.windows) < MOST_WINDOWS:
            self._window.actions_by_id["new_window"].trigger()
            return "open"
        self._window.actions_by_id["close"].trigger()
        return "close"

    def close_in_mid_run(self) -> str:
        """Close a window while its trajectories, a map or a race are computed."""
        window = self._window
        if len(self.windows) < MOST_WINDOWS:
            window.actions_by_id["new_window"].trigger()
        starts = Starts(count=self._random.randint(2, MOST_STARTS))
        window.session.edit(replace(window.session.experiment, steps=MOST_STEPS, starts=starts))
        view = self._random.choice(window.parts.view_names)
        window.parts.show_view(view)
        if view == "race":
            window.pages.study("race")._bar.start_wanted.emit()
        QTest.qWait(self._random.randrange(200))
        window.actions_by_id["close"].trigger()
        return view

    def wait(self) -> str:
        QTest.qWait(self._random.randrange(20))
        return ""

    # --- the document -----------------------------------------------------------------------

    def start_in_many_places(self) -> str:
        session = self._window.session
        starts = self._random.choice((None, Starts(count=self._random.randint(2, 300))))
        session.edit(replace(session.experiment, starts=starts))
        return str(starts)

    def open_preset(self) -> str:
        name = self._random.choice(list(presets()))
        self._window.session.open_preset(name)
        return name

    def undo_or_redo_some(self) -> str:
        name = self._random.choice(("undo", "redo"))
        count = self._random.randint(1, 5)
        for _ in range(count):
            self._window.actions_by_id[name].trigger()
        return f"{name} {count}"

    def go_to_the_start_and_back(self) -> str:
        """Undo everything and redo it: the same as if nothing had been done."""
        session = self._window.session
        before = files.dumps(session.experiment)
        undone = undo_all(session)
        for _ in range(undone):
            session.redo()
        assert files.dumps(session.experiment) == before
        return str(undone)

    def save(self) -> str:
        """Save, as often as not under another name; the file holds what is shown."""
        window = self._window
        documents = window.documents
        if self._random.choice((documents.save, documents.save_as))():
            path = window.session.path
            assert path is not None
            assert path.read_text("utf-8") == files.dumps(window.session.experiment)
            assert not window.session.dirty
        return str(window.session.path)

    def drop_file(self) -> str:
        path = self._random.choice(self._files)
        self._drop([QUrl.fromLocalFile(str(path))], "")
        return path.name

    def drop_something_else(self) -> str:
        urls = self._random.choice(([], [QUrl("https://localhost/x.toml")], [QUrl()]))
        self._drop(urls, self._random.choice(TEXTS))
        return str(urls)

    def _drop(self, urls: list[QUrl], text: str) -> None:
        data = QMimeData()
        data.setUrls(urls)
        data.setText(text) if text else None
        place = self._inside(self._window)
        rest = (
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        enter = QDragEnterEvent(place, *rest)
        QApplication.sendEvent(self._window, enter)
        if enter.isAccepted():
            QApplication.sendEvent(self._window, QDropEvent(QPointF(place), *rest))


def undo_all(session: Session) -> int:
    """Undo whatever was done; return in how many steps."""
    count = 0
    while session.can_undo:
        session.undo()
        count += 1
    return count


def too_much(experiment: Experiment) -> bool:
    starts = 0 if experiment.starts is None else experiment.starts.count
    return experiment.steps > MOST_STEPS or len(experiment.runs) > MOST_RUNS or starts > MOST_STARTS


def broken_files(folder: Path) -> list[Path]:
    """Write files that are not what their names say."""
    good = files.dumps(Experiment())
    contents = {
        "half.toml": good[: len(good) // 2].encode(),
        "empty.toml": b"",
        "noise.toml": random.Random(0).randbytes(2000),
        "newer.toml": good.replace("format = 1", "format = 99").encode(),
        "foreign.toml": good.replace('"momentum"', '"code_of.Others"').encode(),
        "deep.toml": b"a = " + b"[" * 5000,
        "wrong.toml": good.replace("steps = ", 'steps = "many" # ').encode(),
        "table.csv": b"run,step\n0,0\n",
        "airfoil.dat": b"not\ta\ttable\n",
        "picture.png": b"\x89PNG",
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in contents]

"""Whatever a hand does to the windows, nothing breaks and everything can be undone."""

from __future__ import annotations

import logging
import os
import random
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QColorDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from gui.app import Lab
from gui.autosave import find_backups
from gui.documents import Documents
from gui.exports.animation import AnimationSpec
from gui.exports.dialogs import AnimationDialog, FigureDialog
from gui.exports.figures import FigureSpec
from gui.frames import Frame
from gui.panels.runs import RunsPanel
from gui.window import FIRST_PRESET, MainWindow
from simulation import files
from simulation.engine.runner import Runner
from simulation.presets import find_preset
from tests.gui.monkey import Monkey, undo_all

ACTIONS = int(os.environ.get("MOMENTUM_LAB_MONKEY", "120"))
"""Actions to try, of all seeds together; 10,000 take an hour: MOMENTUM_LAB_MONKEY=10000."""
FIRST_SEED = int(os.environ.get("MOMENTUM_LAB_MONKEY_SEED", "0"))

log = logging.getLogger("monkey")


@pytest.fixture
def monkey(
    lab: Lab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Monkey:
    """A monkey whose answers the dialogs of the desktop's take: they would wait for a hand."""
    (tmp_path / "files").mkdir()
    monkey = Monkey(lab, request.param, tmp_path / "files")
    answers = random.Random(request.param)
    buttons = QMessageBox.StandardButton
    closing = (buttons.Save, buttons.Discard, buttons.Cancel)
    figures = (None, FigureSpec("png", dpi=30), FigureSpec("svg"), FigureSpec("pdf"))
    animations = (None, AnimationSpec("gif", 160, 90, last=4, hold=0.1))
    monkeypatch.setattr(Documents, "ask_to_save", lambda _: answers.choice(closing))
    monkeypatch.setattr(Documents, "ask_consent", lambda _, __: False)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: monkey.file_to_open())
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: monkey.file_to_save())
    monkeypatch.setattr(FigureDialog, "ask", lambda *_: answers.choice(figures))
    monkeypatch.setattr(AnimationDialog, "ask", lambda *_: answers.choice(animations))
    monkeypatch.setattr(RunsPanel, "ask_colour", lambda *_: None)
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_: None)
    return monkey


@pytest.fixture
def closer() -> Iterator[QTimer]:
    """Closes menus and dialogs, which wait for an answer that the monkey does not give."""
    timer = QTimer()
    timer.timeout.connect(close_what_waits)
    timer.start(20)
    yield timer
    timer.stop()


def close_what_waits() -> None:
    for widget in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
        if widget is not None:
            widget.close()


def busy(windows: list[MainWindow]) -> bool:
    return any(window.presenter.controller.busy for window in windows)


def assert_that_a_crash_would_lose_nothing(qtbot: QtBot, lab: Lab, folder: Path) -> None:
    """What is unsaved in any window is on disk soon; how soon tests of autosave say."""

    def kept() -> bool:
        copies = [path.read_text("utf-8") for path in folder.glob("*.toml")]
        unsaved = [w.session.experiment for w in lab.windows if w.session.dirty]
        return all(files.dumps(experiment) in copies for experiment in unsaved)

    qtbot.waitUntil(kept)
    assert find_backups(folder) == []  # they are those of a program that is running


def assert_that_it_is_computed_as_ever(qtbot: QtBot, window: MainWindow) -> None:
    """The window's numbers are those of a runner that has no past, bit for bit."""
    frames: list[Frame] = []
    window.presenter.controller.frame_changed.connect(frames.append)
    window.presenter.compute()
    qtbot.waitUntil(lambda: bool(frames) and frames[-1].done)
    window.presenter.controller.frame_changed.disconnect(frames.append)
    expected = Runner(window.session.experiment).run()
    for record, wanted in zip(frames[-1].history.records, expected.records, strict=True):
        for mine, fresh in ((record.positions, wanted.positions), (record.losses, wanted.losses)):
            assert np.array_equal(mine.view(np.int64), fresh.view(np.int64))


@pytest.mark.slow
@pytest.mark.parametrize("monkey", [FIRST_SEED, FIRST_SEED + 1], indirect=True)
def test_that_random_hands_break_nothing_and_undo_brings_everything_back(
    qtbot: QtBot,
    lab: Lab,
    monkey: Monkey,
    closer: QTimer,
    caplog: pytest.LogCaptureFixture,
    tmp_path: Path,
) -> None:
    lab.start(None)
    qtbot.waitUntil(lambda: not busy(monkey.windows))
    done: deque[str] = deque(maxlen=8)
    for number in range(ACTIONS // 2):
        with qtbot.captureExceptions() as exceptions:
            done.append(f"{number}: {monkey.act()}")
            QApplication.processEvents()
        log.info(done[-1])
        assert not exceptions, list(done)
        told = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
        assert not told, list(done)
    closer.stop()
    assert_that_a_crash_would_lose_nothing(qtbot, lab, tmp_path / "backups")
    qtbot.waitUntil(lambda: not busy(monkey.windows))
    first = find_preset(FIRST_PRESET).experiment
    for window in monkey.windows:
        window.parts.message_bar.clear_problem()  # such as of the last text that was refused
        undo_all(window.session)
        assert files.dumps(window.session.experiment) == files.dumps(first), list(done)
        assert window.session.experiment == first, list(done)
    qtbot.waitUntil(lambda: not busy(monkey.windows))
    for window in monkey.windows:
        assert_that_it_is_computed_as_ever(qtbot, window)
        window.presenter.playback.to_end()
        message_bar = window.parts.message_bar
        assert message_bar.property("tone") != "problem" or not message_bar.text, list(done)

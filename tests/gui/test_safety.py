"""What fails is told and logged, and the program goes on."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.app import Lab
from gui.crashes import Crashes
from gui.documents import Documents
from gui.faults import FaultRecord
from gui.logs import LOG_BYTES, OLD_LOGS, start_log
from gui.safety import SafetyNet
from gui.settings import Settings
from simulation.paths import RESOURCES

ROOT = RESOURCES.parent


@pytest.fixture
def net(tmp_path: Path) -> Iterator[SafetyNet]:
    level = logging.getLogger().level
    net = SafetyNet(tmp_path / "state")
    yield net
    net.close()
    logging.getLogger().setLevel(level)


@pytest.fixture
def lab(qtbot: QtBot, tmp_path: Path, net: SafetyNet, monkeypatch) -> Iterator[Lab]:
    monkeypatch.setattr(Documents, "may_close", lambda self: True)
    lab = Lab(Settings(tmp_path / "settings.ini"), tmp_path / "backups", net)
    yield lab
    for window in list(lab.windows):
        window.close()
    qtbot.waitUntil(lambda: lab.windows == [])


def fail(text: str) -> None:
    try:
        raise ZeroDivisionError(text)
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)


@pytest.mark.slow
def test_that_an_exception_nobody_caught_is_shown_with_a_report_and_the_work_is_kept(
    qtbot: QtBot, lab: Lab, net: SafetyNet, tmp_path: Path
) -> None:
    lab.start(None)
    (window,) = lab.windows
    window.session.edit(replace(window.session.experiment, steps=77))
    fail("a view stumbled")
    bar = window.parts.message_bar
    assert str(net.log_file) in bar.text
    assert "a view stumbled" in bar.details
    assert "Python" in bar.details
    assert window.session.experiment.steps == 77
    (backup,) = (tmp_path / "backups").glob("*.toml")
    assert "steps = 77" in backup.read_text()
    assert "a view stumbled" in net.log_file.read_text()


@pytest.mark.slow
def test_that_the_report_can_be_copied_and_stays_while_one_works_on(qtbot: QtBot, lab: Lab) -> None:
    lab.start(None)
    (window,) = lab.windows
    bar = window.parts.message_bar
    bar.show_problem("a sentence of no weight")
    assert bar.findChild(QPushButton, "copyDetails").isHidden()
    fail("again")
    window.session.edit(replace(window.session.experiment, steps=78))
    assert "again" in bar.details
    copied: list[str] = []
    bar.findChild(QPushButton, "copyDetails").click()
    from PySide6.QtGui import QGuiApplication

    copied.append(QGuiApplication.clipboard().text())
    assert copied == [bar.details]


def test_that_what_fails_in_every_frame_is_told_once(qtbot: QtBot, net: SafetyNet) -> None:
    reports: list[str] = []
    net.crashes.happened.connect(reports.append)
    for _ in range(100):
        fail("in paintEvent")
    assert len(reports) == 1
    assert net.log_file.read_text().count("in paintEvent") == 1


def test_that_a_thread_that_fails_is_heard(qtbot: QtBot, net: SafetyNet) -> None:
    reports: list[str] = []
    net.crashes.happened.connect(reports.append)

    def stumble() -> None:
        raise ZeroDivisionError("in a thread")

    thread = threading.Thread(target=stumble)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(reports) == 1)
    assert "in a thread" in reports[0]


def test_that_hooks_are_put_back(tmp_path: Path) -> None:
    before = sys.excepthook, threading.excepthook
    crashes = Crashes(None)
    crashes.install()
    assert sys.excepthook != before[0]
    crashes.remove()
    assert (sys.excepthook, threading.excepthook) == before


def test_that_logs_are_turned_over_and_bounded(tmp_path: Path) -> None:
    handler = start_log(tmp_path)
    level = logging.getLogger().level
    try:
        for _ in range(40):
            logging.getLogger("test").error("x" * (LOG_BYTES // 10))
    finally:
        logging.getLogger().removeHandler(handler)
        logging.getLogger().setLevel(level)
        handler.close()
    kept = list(tmp_path.glob("momentum-lab.log*"))
    assert len(kept) == 1 + OLD_LOGS
    assert sum(path.stat().st_size for path in kept) <= (1 + OLD_LOGS) * LOG_BYTES


def test_that_where_nothing_can_be_kept_a_sentence_says_so(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    net = SafetyNet(tmp_path / "file" / "state")
    try:
        assert "Nothing can be kept" in net.problem
        assert net.log_file is None
    finally:
        net.close()


CRASHING = """
import ctypes, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from gui.faults import FaultRecord
app = QCoreApplication([])
record = FaultRecord(Path(sys.argv[1]))
if sys.argv[2] == "close":
    record.close()
else:
    ctypes.string_at(0)
"""


def start(folder: Path, how: str) -> int:
    return subprocess.run(
        [sys.executable, "-c", CRASHING, str(folder), how],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
    ).returncode


def test_that_a_crash_in_native_code_is_told_at_the_next_start(tmp_path: Path) -> None:
    assert start(tmp_path, "crash") == -signal.SIGSEGV
    record = FaultRecord(tmp_path)
    try:
        (told,) = record.earlier
        assert "Segmentation fault" in told
        assert "string_at" in told
    finally:
        record.close()
    assert list(tmp_path.glob("*.fault")) == []


def test_that_a_good_end_and_a_running_program_are_no_crash(tmp_path: Path) -> None:
    assert start(tmp_path, "close") == 0
    running = FaultRecord(tmp_path)
    second = FaultRecord(tmp_path)
    try:
        assert running.earlier == []
        assert second.earlier == []
    finally:
        second.close()
        running.close()


@pytest.mark.slow
def test_that_the_window_tells_of_the_crash_before(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(tmp_path / "state" / "running", "crash")
    net = SafetyNet(tmp_path / "state")
    lab = Lab(Settings(tmp_path / "settings.ini"), tmp_path / "backups", net)
    try:
        lab.start(None)
        (window,) = lab.windows
        assert "unexpectedly" in window.parts.message_bar.text
        assert "Segmentation fault" in window.parts.message_bar.details
        window.close()
        qtbot.waitUntil(lambda: lab.windows == [])
    finally:
        net.close()


@pytest.mark.slow
def test_that_without_a_display_it_says_what_to_do(tmp_path: Path) -> None:
    unset = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    answer = subprocess.run(
        [sys.executable, str(ROOT / "main.py")],
        env={k: v for k, v in os.environ.items() if k not in unset}
        | {"XDG_STATE_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert answer.returncode == 2
    assert "no display" in answer.stderr
    assert "momentum-lab run" in answer.stderr
    assert "Traceback" not in answer.stderr

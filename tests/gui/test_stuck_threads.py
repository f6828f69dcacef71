"""A thread that does not end does not make the end of the program a crash."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from simulation.paths import RESOURCES

ENDING = """
import sys, threading
from PySide6.QtCore import QCoreApplication, QObject, QThread
from gui.worker import ending

ending.QUIT_MILLISECONDS = 50
app = QCoreApplication([])
began, never = threading.Event(), threading.Event()

class Stuck(QObject):
    def work(self):
        began.set()
        never.wait()

class Done(QObject):
    def work(self):
        began.set()

thread = QThread()
worker = {worker}()
worker.moveToThread(thread)
thread.started.connect(worker.work)
thread.start()
while not began.is_set():
    app.processEvents()
ending.end(thread)
ending.leave_stuck(7)
print("left as usual")
"""


@pytest.mark.parametrize(
    ("worker", "code", "told"), [("Stuck", 7, ""), ("Done", 0, "left as usual")]
)
def test_that_the_program_ends_beside_a_thread(worker: str, code: int, told: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ENDING.format(worker=worker)],
        env=os.environ | {"PYTHONPATH": str(RESOURCES.parent)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (code, told)

"""The window asks before an experiment may have code imported, and takes no for an answer."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.documents import Documents
from gui.panels.runs import RunsPanel
from gui.session import Session
from gui.settings import Settings
from simulation.experiment import Experiment, Run
from simulation.optimizers import consent, torch_optim
from simulation.optimizers.torch_optim import TORCH_NAMES

MODULE = """
from pathlib import Path
import torch
Path(__file__).with_suffix(".ran").touch()

class Mine(torch.optim.SGD):
    def __init__(self, params, lr=0.25):
        super().__init__(params, lr=lr)
"""
PATH = "lab_window_optimizers.Mine"


@pytest.fixture(autouse=True)
def _nothing_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(consent, "_given", set())
    monkeypatch.setattr(torch_optim, "_declared", dict(torch_optim._declared))
    monkeypatch.delitem(sys.modules, "lab_window_optimizers", raising=False)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "lab_window_optimizers.py").write_text(MODULE)
    path = tmp_path / "foreign.toml"
    path.write_text(f'format = 1\n[objective]\nid = "ellipse"\n[[runs]]\noptimizer = "{PATH}"\n')
    return path


@pytest.fixture
def documents(qtbot: QtBot, tmp_path: Path) -> Documents:
    window = QWidget()
    qtbot.addWidget(window)
    settings = Settings(tmp_path / "settings.ini")
    documents = Documents(Session(Experiment(), window), settings, window)
    documents.setProperty("window", window)  # alive as long as the documents are
    return documents


def test_that_a_refusal_leaves_the_document_as_it_was(
    qtbot: QtBot, documents: Documents, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(documents, "ask_consent", lambda path: bool(asked.append(path)))
    with qtbot.waitSignal(documents.problem) as problem:
        documents.open_path(file)
    assert asked == [PATH]
    assert problem.args == [f"foreign.toml was not opened: it needs {PATH}, which is not allowed."]
    assert documents._session.experiment == Experiment()
    assert documents._session.path is None
    assert not file.with_name("lab_window_optimizers.ran").exists()


def test_that_a_consent_opens_the_file_and_is_asked_for_once(
    documents: Documents, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    problems: list[str] = []
    documents.problem.connect(problems.append)
    monkeypatch.setattr(documents, "ask_consent", lambda path: asked.append(path) is None)
    documents.open_path(file)
    documents.open_path(file)
    assert asked == [PATH]
    assert problems == []
    assert documents._session.path == file
    assert documents._session.experiment.runs[0].hyperparameters == {"learning_rate": 0.25}


@pytest.mark.parametrize(("button", "answer"), [("Allow", True), ("Cancel", False)])
def test_that_the_question_names_the_class_and_hears_the_answer(
    documents: Documents, button: str, answer: bool
) -> None:
    seen: list[str] = []

    def reply() -> None:
        (box,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]
        seen.extend([box.text(), box.defaultButton().text()])
        buttons = {b.text().replace("&", ""): b for b in box.findChildren(QPushButton)}
        buttons[button].click()

    QTimer.singleShot(0, documents, reply)
    assert documents.ask_consent(PATH) is answer
    assert PATH in seen[0]
    assert "Cancel" in seen[1]


def test_that_a_card_offers_all_of_torch_and_shows_a_class_by_its_path(
    qtbot: QtBot, file: Path
) -> None:
    panel = RunsPanel()
    qtbot.addWidget(panel)
    box = panel.findChild(QWidget, "run_0").findChild(QComboBox, "optimizer")
    assert {*TORCH_NAMES} <= {box.itemData(place) for place in range(box.count())}
    edits: list[Experiment] = []
    panel.edited.connect(lambda experiment, key: edits.append(experiment))
    box.setCurrentIndex(box.findData("torch.optim.LBFGS"))
    assert edits[-1].runs[0].hyperparameters["history_size"] == 100
    row = panel.findChild(QWidget, "run_0").findChild(QWidget, "max_eval")
    assert row.value is None
    entry = row.findChild(QWidget, "entry")
    assert entry.text() == ""
    entry.setFocus()
    qtbot.keyClicks(entry, "7\r")
    assert edits[-1].runs[0].hyperparameters["max_eval"] == 7
    entry.selectAll()
    qtbot.keyClicks(entry, "\b\r")
    assert edits[-1].runs[0].hyperparameters["max_eval"] is None
    consent.allow(PATH)
    panel.set_experiment(Experiment(runs=(Run(PATH),)))
    assert (box.currentText(), box.currentData()) == ("Mine", PATH)

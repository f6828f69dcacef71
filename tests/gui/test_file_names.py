"""The name that is proposed for an experiment's file can be taken as it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gui.documents import LONGEST_NAME, Documents, file_name_of
from gui.session import Session
from gui.settings import Settings
from simulation.experiment import Experiment
from simulation.presets import find_preset


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Momentum tames the ravine", "Momentum tames the ravine.toml"),
        ("w²/2: two steps", "w² 2 two steps.toml"),
        ("../../etc/passwd", "etc passwd.toml"),
        ('a "b" <c> | d? *', "a b c d.toml"),
        ("...", "experiment.toml"),
        ("line\nbreak", "line break.toml"),
        ("長い" * 200, "長い" * (LONGEST_NAME // 2) + ".toml"),
    ],
)
def test_that_a_title_becomes_a_name_of_a_file(tmp_path: Path, title: str, name: str) -> None:
    assert file_name_of(replace(Experiment(), title=title)) == name
    (tmp_path / name).write_text("")
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_that_saving_proposes_the_title_and_then_the_file(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    proposals = []

    def ask(_: QWidget, __: str, proposal: str, ___: str) -> tuple[str, str]:
        proposals.append(proposal)
        return str(tmp_path / "mine.toml"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    session = Session(find_preset("ravine").experiment, preset="ravine")
    documents = Documents(session, Settings(tmp_path / "settings.ini"), window)
    assert documents.save_as()
    assert documents.save_as()
    title = find_preset("ravine").experiment.title
    assert proposals == [f"{title}.toml", str(tmp_path / "mine.toml")]

"""Opening something over unsaved changes loses nothing without a word."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.documents import Documents
from gui.left_work import LeftWork
from gui.panels.message_bar import MessageBar
from gui.session import Session
from gui.settings import Settings
from simulation.presets import find_preset, load_experiment

ASK_TO_SAVE = Documents.ask_to_save
"""The question itself, which other tests have answered for them."""
SAVE, DISCARD = QMessageBox.StandardButton.Save, QMessageBox.StandardButton.Discard


@pytest.fixture
def session() -> Session:
    return Session(find_preset("ravine").experiment, preset="ravine")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def bar(window: QWidget) -> MessageBar:
    return MessageBar(window)


@pytest.fixture
def documents(session: Session, window: QWidget, bar: MessageBar, tmp_path: Path) -> Documents:
    documents = Documents(session, Settings(tmp_path / "settings.ini"), window)
    LeftWork(session, documents, bar)
    return documents


def edit(session: Session, steps: int) -> None:
    session.edit(replace(session.experiment, steps=steps))


def offers(bar: MessageBar) -> list[QPushButton]:
    return [button for button in bar._offers if not button.isHidden()]


def test_that_what_was_opened_over_is_told_and_can_be_gone_back_to(
    session: Session, documents: Documents, bar: MessageBar
) -> None:
    session.open_preset("hill")
    assert bar.text == ""  # nothing was changed
    edit(session, 77)
    session.open_preset("saddle")
    edit(session, 78)
    assert find_preset("hill").experiment.title in bar.text
    back, _ = offers(bar)
    back.click()
    assert session.experiment.steps == 77
    assert session.preset == "hill"
    assert bar.text == ""
    assert session.can_redo


def test_that_it_can_be_saved_without_going_back(
    session: Session,
    documents: Documents,
    bar: MessageBar,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(documents, "ask_save", lambda *_: tmp_path / "left.toml")
    edit(session, 77)
    session.open_preset("saddle")
    shown = session.experiment
    offers(bar)[1].click()
    assert load_experiment(tmp_path / "left.toml").steps == 77
    assert session.experiment is shown
    assert session.left == []
    assert bar.text == ""
    session.undo()
    assert session.path == tmp_path / "left.toml"
    assert not session.dirty


def test_that_going_back_by_undo_takes_the_offer_back(
    session: Session, documents: Documents, bar: MessageBar
) -> None:
    edit(session, 77)
    session.open_preset("saddle")
    session.undo()
    assert bar.text == ""
    session.redo()
    assert [experiment.steps for experiment in session.left] == [77]


def test_that_closing_names_all_that_is_not_saved(
    session: Session, documents: Documents, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def question(_: QWidget, __: str, text: str, *___: object) -> QMessageBox.StandardButton:
        asked.append(text)
        return DISCARD

    monkeypatch.setattr(Documents, "ask_to_save", ASK_TO_SAVE)
    monkeypatch.setattr(QMessageBox, "question", question)
    assert documents.may_close()
    assert asked == []
    edit(session, 77)
    session.open_preset("saddle")
    assert documents.may_close()
    edit(session, 78)
    assert documents.may_close()
    ravine, saddle = (find_preset(name).experiment.title for name in ("ravine", "saddle"))
    assert ravine in asked[0]
    assert saddle not in asked[0]
    assert asked[1].index(saddle) < asked[1].index(ravine)


@pytest.mark.parametrize("patient", [True, False])
def test_that_closing_can_save_all(
    session: Session,
    documents: Documents,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    patient: bool,
) -> None:
    names = iter([tmp_path / "last.toml", tmp_path / "first.toml" if patient else None])
    monkeypatch.setattr(documents, "ask_save", lambda *_: next(names))
    monkeypatch.setattr(documents, "ask_to_save", lambda: SAVE)
    edit(session, 77)
    session.open_preset("saddle")
    session.open_preset("hill")
    edit(session, 78)
    assert documents.may_close() is patient
    assert load_experiment(tmp_path / "last.toml").steps == 78
    assert session.experiment.steps == 77  # it is shown while it is asked about
    assert (tmp_path / "first.toml").exists() is patient

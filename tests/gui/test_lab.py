"""Several windows, appearance for all of them, and taking over after a crash."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from gui.app import Lab
from gui.panels.command_palette import CommandPalette
from gui.settings import Appearance
from gui.theme import DARK, LIGHT
from simulation import files
from simulation.errors import InputError
from simulation.experiment import Experiment
from simulation.presets import find_preset


def test_that_another_window_has_its_own_experiment(qtbot: QtBot, lab: Lab) -> None:
    lab.start(None)
    (first,) = lab.windows
    first.session.open_preset("4x2-lr1")
    first.actions_by_id["new_window"].trigger()
    second = lab.windows[1]
    assert second.session.preset == "ravine"
    second.session.open_preset("gd-0.6")
    assert first.session.preset == "4x2-lr1"


def test_that_a_file_is_opened_and_remembered(qtbot: QtBot, lab: Lab, tmp_path: Path) -> None:
    files.save(replace(Experiment(), title="Mine"), tmp_path / "mine.toml")
    lab.start(tmp_path / "mine.toml")
    (window,) = lab.windows
    assert window.windowTitle().startswith("Mine")
    assert lab.settings.recent_files == [tmp_path / "mine.toml"]


def test_that_what_a_crash_left_is_open_again_and_still_unsaved(
    qtbot: QtBot, lab: Lab, tmp_path: Path
) -> None:
    (tmp_path / "backups").mkdir()
    files.save(replace(Experiment(), steps=77), tmp_path / "backups" / "crashed.toml")
    lab.start(None)
    (window,) = lab.windows
    assert window.session.experiment.steps == 77
    assert window.session.dirty
    assert "unexpectedly" in window.parts.message_bar.text
    copies = list((tmp_path / "backups").glob("*.toml"))
    assert len(copies) == 1
    assert copies[0].name != "crashed.toml"


def test_that_what_a_crash_left_stays_until_it_is_on_disk_again(
    qtbot: QtBot, lab: Lab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise InputError("copy", "cannot be written: No space left on device")

    (tmp_path / "backups").mkdir()
    left = tmp_path / "backups" / "crashed.toml"
    files.save(replace(Experiment(), steps=77), left)
    monkeypatch.setattr("simulation.files.save", full)
    lab.start(None)
    assert lab.windows[0].session.experiment.steps == 77
    assert left.exists()


def test_that_a_truncated_backup_is_kept_aside_and_told(
    qtbot: QtBot, lab: Lab, tmp_path: Path
) -> None:
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "half.toml").write_text("format = 1\n[objec")
    lab.start(None)
    (window,) = lab.windows
    assert "not valid TOML" in window.parts.message_bar.text
    assert (tmp_path / "backups" / "half.broken").read_text() == "format = 1\n[objec"
    assert window.session.preset == "ravine"


def test_that_the_theme_reaches_every_part(qtbot: QtBot, lab: Lab) -> None:
    lab.start(None)
    (window,) = lab.windows
    for theme, name in ((DARK, "dark"), (LIGHT, "light")):
        lab.looks.choose(replace(Appearance(), theme=name))
        assert QApplication.palette().window().color().name() == theme.panel
        for view in (window.parts.landscape, window.parts.curves):
            picture = view.grab().toImage()
            colours = {
                picture.pixelColor(x, picture.height() - 2).name() for x in range(picture.width())
            }
            assert theme.background in colours


def test_that_type_grows_and_shrinks_by_the_keyboard(qtbot: QtBot, lab: Lab) -> None:
    lab.start(None)
    (window,) = lab.windows
    before = QApplication.font().pointSizeF()
    window.actions_by_id["larger"].trigger()
    assert QApplication.font().pointSizeF() == pytest.approx(1.1 * before)
    for _ in range(20):
        window.actions_by_id["smaller"].trigger()
    assert QApplication.font().pointSizeF() == pytest.approx(0.8 * before)


def test_that_a_dropped_file_is_opened(qtbot: QtBot, lab: Lab, tmp_path: Path) -> None:
    files.save(replace(Experiment(), title="Dropped"), tmp_path / "dropped.toml")
    lab.start(None)
    (window,) = lab.windows
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "dropped.toml"))])
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    assert window.windowTitle().startswith("Dropped")


def test_that_a_presentation_holds_the_answer_back_and_puts_everything_back(
    qtbot: QtBot, lab: Lab
) -> None:
    lab.start(None)
    (window,) = lab.windows
    docks = [dock.isVisible() for dock in window.parts.docks]
    window.parts.docks[1].raise_()  # the courses, which share their place with the presets
    qtbot.waitUntil(lambda: not window.parts.docks[1].visibleRegion().isEmpty())
    window.parts.message_bar.show_problem("no such file")
    lesson = window.findChild(QLabel, "headlineText")
    window.actions_by_id["present"].trigger()
    assert window.parts.message_bar.text == ""
    window.parts.runs.add_run()  # an edit does not give it away
    assert lesson.isHidden()
    assert window.presenter.playback.cursor == 0
    assert window.parts.numbers.isHidden()
    assert window.menuBar().isHidden()
    window.presenter.playback.play()
    assert not window.parts.numbers.isHidden()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.actions_by_id["present"].isChecked()
    assert not window.menuBar().isHidden()
    assert [dock.isVisible() for dock in window.parts.docks] == docks
    assert not lesson.isHidden()
    qtbot.waitUntil(lambda: not window.parts.docks[1].visibleRegion().isEmpty())


def test_that_the_palette_finds_and_runs_an_action(qtbot: QtBot, lab: Lab) -> None:
    lab.start(None)
    (window,) = lab.windows
    window.presenter.playback.scrub(0)
    window.actions_by_id["palette"].trigger()
    palette = window.findChild(CommandPalette)
    search = palette.findChild(QLineEdit, "palette_search")
    qtbot.keyClicks(search, "to the end")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert window.presenter.playback.at_end


@pytest.mark.parametrize("name", ["palette", "shortcuts", "about", "preferences"])
def test_that_a_dialog_is_gone_when_it_is_closed(qtbot: QtBot, lab: Lab, name: str) -> None:
    lab.start(None)
    (window,) = lab.windows
    for _ in range(2):
        window.actions_by_id[name].trigger()
        (dialog,) = window.findChildren(QDialog)
        dialog.close()
        qtbot.waitUntil(lambda: window.findChildren(QDialog) == [])


def test_that_every_action_has_a_handler_and_no_two_share_a_key(qtbot: QtBot, lab: Lab) -> None:
    lab.start(None)
    (window,) = lab.windows
    keys = [a.shortcut().toString() for a in window.actions_by_id.values()]
    used = [key for key in keys if key]
    assert len(used) == len(set(used))


def test_that_a_window_opens_where_it_was_closed(qtbot: QtBot, lab: Lab) -> None:
    lab.start(None)
    (window,) = lab.windows
    window.resize(790, 707)
    window.parts.docks[0].hide()
    window.close()
    again = lab.open_window()
    assert (again.width(), again.height()) == (790, 707)
    assert again.parts.docks[0].isHidden()
    assert find_preset("ravine").experiment == again.session.experiment


def test_that_the_end_of_a_window_lets_all_its_garbage_be_found(
    qtbot: QtBot, lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = []
    monkeypatch.setattr("gui.app.look_at_all", lambda: ended.append(list(lab.windows)))
    lab.start(None)
    lab.windows[0].close()
    qtbot.waitUntil(lambda: ended == [[]])

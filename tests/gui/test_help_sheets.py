"""The sheet of shortcuts, the palette of actions, and the titles of panels say what is true."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QTextDocumentFragment
from PySide6.QtWidgets import QDockWidget, QLabel, QLineEdit, QListWidget, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from gui.actions import ACTIONS
from gui.documents import Documents
from gui.language import without_mnemonic
from gui.panels.cheat_sheet import CheatSheet, shortcuts_page
from gui.panels.command_palette import ACTION_ROLE, CommandPalette, action_text
from gui.panels.dock_title import DockTitle
from gui.settings import Settings
from gui.window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr(Documents, "may_close", lambda _: True)
    window = MainWindow(Settings(tmp_path / "settings.ini"), backups=tmp_path / "backups")
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()


def plain(html: str) -> str:
    return QTextDocumentFragment.fromHtml(html).toPlainText()


def sheet_of(window: MainWindow) -> CheatSheet:
    window.actions_by_id["shortcuts"].trigger()
    (sheet,) = window.findChildren(CheatSheet)
    return sheet


def test_that_the_sheet_tells_every_shortcut_beside_what_it_does(window: MainWindow) -> None:
    sheet = sheet_of(window)
    lines = plain("".join(block.text() for block in sheet._blocks)).splitlines()
    for spec in ACTIONS:
        if spec.shortcut:
            action = window.actions_by_id[spec.id]
            place = lines.index(action_text(action))
            assert lines[place + 1] == action.shortcut().toString()
    assert without_mnemonic(window.actions_by_id["about"].text()) not in lines  # it has no key
    sheet.close()


def test_that_the_sheet_fits_its_window_and_shows_every_block_once(window: MainWindow) -> None:
    sheet = sheet_of(window)
    assert sheet.width() <= window.width()
    assert sheet.height() <= window.height()
    blocks = [label for label in sheet.findChildren(QLabel) if label in sheet._blocks]
    assert sorted(map(id, blocks)) == sorted(map(id, sheet._blocks))
    bar = sheet._scroll.horizontalScrollBar()
    assert bar.maximum() == 0
    sheet.close()


def test_that_a_narrow_window_gets_fewer_columns(qtbot: QtBot) -> None:
    titles = ("One", "Two", "Three")
    menus = {title: [QAction(f"{title} {n}") for n in range(6)] for title in titles}
    for actions in menus.values():
        for action in actions:
            action.setShortcut("Ctrl+Shift+F5")
    columns = []
    for width in (300, 1600):
        parent = QWidget()
        qtbot.addWidget(parent)
        parent.resize(width, 600)
        sheet = CheatSheet(menus, parent)
        sheet.show()
        columns.append(len({block.mapTo(sheet, QPoint()).x() for block in sheet._blocks}))
        sheet.close()
    assert columns == [1, 3]


def test_that_the_guide_says_the_same(window: MainWindow) -> None:
    sheet = sheet_of(window)
    _, html = shortcuts_page(window.help._actions())
    for block in sheet._blocks:
        assert plain(block.text()) in plain(html)
    sheet.close()


@pytest.mark.parametrize("name", ["map", "table", "race", "surface"])
def test_that_the_palette_finds_a_view_and_shows_it(
    qtbot: QtBot, window: MainWindow, name: str
) -> None:
    title = window.parts.view_title(name)
    window.actions_by_id["palette"].trigger()
    (palette,) = window.findChildren(CommandPalette)
    actions = palette.findChild(QListWidget)
    qtbot.keyClicks(palette.findChild(QLineEdit), title)
    lines = actions.findItems(title, Qt.MatchFlag.MatchStartsWith)
    (line,) = [each for each in lines if each.data(ACTION_ROLE).objectName() == f"go_to_{name}"]
    assert not line.isHidden()
    place = actions.visualItemRect(line).center()
    qtbot.mouseClick(actions.viewport(), Qt.MouseButton.LeftButton, pos=place)
    halves = (window.parts.pictures, window.parts.numbers)
    qtbot.waitUntil(lambda: title in [half.tabText(half.currentIndex()) for half in halves])


@pytest.fixture
def dock(qtbot: QtBot) -> Iterator[QDockWidget]:
    owner = QMainWindow()
    qtbot.addWidget(owner)
    dock = QDockWidget("Runs", owner)
    dock.setObjectName("runs_dock")
    dock.setWidget(QWidget())
    dock.setTitleBarWidget(DockTitle(dock))
    owner.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    owner.show()
    qtbot.waitExposed(owner)
    yield dock
    owner.close()


def test_that_a_panels_title_sets_it_free_puts_it_back_and_closes_it(dock: QDockWidget) -> None:
    title = dock.titleBarWidget()
    assert title.findChild(QLabel).text() == "Runs"
    title._float.click()
    assert dock.isFloating()
    title._float.click()
    assert not dock.isFloating()
    title._close.click()
    assert dock.isHidden()
    dock.toggleViewAction().trigger()
    assert dock.isVisible()


def test_that_a_panels_title_neither_takes_the_keys_nor_dictates_the_width(
    dock: QDockWidget,
) -> None:
    title = dock.titleBarWidget()
    buttons = (title._float, title._close)
    assert {button.focusPolicy() for button in buttons} == {Qt.FocusPolicy.NoFocus}
    assert all(button.toolTip() and button.accessibleName() for button in buttons)
    narrow = title.minimumSizeHint().width()
    title.findChild(QLabel).setText("A very long name of a panel " * 4)
    assert title.minimumSizeHint().width() == narrow

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget

from gui.panels.gallery import GalleryItem, GalleryPanel

PRESETS = (
    GalleryItem("ravine", "Momentum tames the ravine", "Momentum", "At 0.6 descent diverges."),
    GalleryItem("walk", "Step by step on w²/2", "Momentum", "The walk-through."),
    GalleryItem("airfoil", "Airfoil noise", "Data", "Minibatches of ten."),
)


@pytest.fixture
def panel(qtbot):
    panel = GalleryPanel()
    qtbot.addWidget(panel)
    panel.resize(300, 500)
    panel.set_presets(PRESETS)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def chosen(panel):
    received = []
    panel.preset_chosen.connect(received.append)
    return received


@pytest.fixture
def search(panel) -> QLineEdit:
    return panel.findChild(QLineEdit, "search")


@pytest.fixture
def presets(panel) -> QListWidget:
    return panel.findChild(QListWidget, "presets")


def shown(presets):
    items = [presets.item(row) for row in range(presets.count())]
    return [item.text() for item in items if not item.isHidden()]


def test_that_presets_stand_under_their_families(presets):
    titles = [preset.title for preset in PRESETS]
    assert shown(presets) == ["Momentum", *titles[:2], "Data", titles[2]]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("AIRFOIL", ["Data", "Airfoil noise"]),
        ("ten", ["Data", "Airfoil noise"]),
        ("momentum walk", ["Momentum", "Step by step on w²/2"]),
        ("diverges", ["Momentum", "Momentum tames the ravine"]),
    ],
)
def test_that_typing_filters_by_every_word_in_any_text(qtbot, search, presets, typed, found):
    qtbot.keyClicks(search, typed)
    assert shown(presets) == found


def test_that_enter_chooses_the_first_preset_found(qtbot, search, chosen):
    qtbot.keyClicks(search, "noise")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert chosen == ["airfoil"]


def test_that_arrows_in_the_search_field_skip_headings(qtbot, search, chosen):
    for _ in range(3):
        qtbot.keyClick(search, Qt.Key.Key_Down)
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert chosen == ["airfoil"]


def test_that_typing_over_the_list_searches(qtbot, search, presets):
    presets.setFocus()
    qtbot.keyClicks(presets, "a")
    assert search.text() == "a"
    assert search.hasFocus()


def test_that_a_click_chooses_and_a_double_click_chooses_once(qtbot, presets, chosen):
    middle = presets.visualItemRect(presets.item(2)).center()
    qtbot.mouseClick(presets.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert chosen == ["walk"]
    chosen.clear()
    other = presets.visualItemRect(presets.item(4)).center()
    qtbot.mouseClick(presets.viewport(), Qt.MouseButton.LeftButton, pos=other)
    qtbot.mouseDClick(presets.viewport(), Qt.MouseButton.LeftButton, pos=other)
    assert chosen == ["airfoil"]


def test_that_a_heading_chooses_nothing(qtbot, presets, chosen):
    middle = presets.visualItemRect(presets.item(0)).center()
    qtbot.mouseClick(presets.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert chosen == []


def test_that_a_vain_search_says_so_and_escape_ends_it(qtbot, panel, search, presets, chosen):
    qtbot.keyClicks(search, "zebra")
    empty = panel.findChild(QLabel, "empty")
    assert empty.isVisible()
    assert empty.text() == "No preset matches “zebra”."
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert chosen == []
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert not empty.isVisible()
    assert len(shown(presets)) == 5


def test_that_the_open_preset_is_marked_without_being_chosen(panel, presets, chosen):
    panel.set_current("walk")
    assert presets.currentItem().text() == "Step by step on w²/2"
    panel.set_current(None)
    assert presets.currentItem() is None
    assert chosen == []


def test_that_a_summary_is_shown_whole_in_a_narrow_panel(qtbot, panel, presets):
    def height():
        return presets.visualItemRect(presets.item(1)).height()

    before = height()
    panel.resize(130, 500)
    qtbot.waitUntil(lambda: height() > before)
    panel.resize(300, 500)
    qtbot.waitUntil(lambda: height() == before)

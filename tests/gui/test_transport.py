from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QLabel, QToolButton

from gui.panels.icons import GLYPHS, icon
from gui.panels.transport import SPEEDS, ScrubBar, Transport
from gui.theme import DARK, LIGHT

SIGNALS = (
    "to_start_clicked",
    "step_back_clicked",
    "play_toggled",
    "step_forward_clicked",
    "to_end_clicked",
    "loop_toggled",
    "speed_chosen",
    "scrubbed",
)


@pytest.fixture
def transport(qtbot):
    transport = Transport()
    qtbot.addWidget(transport)
    transport.resize(900, 48)
    transport.set_steps(20)
    transport.show()
    qtbot.waitExposed(transport)
    return transport


@pytest.fixture
def wishes(transport):
    received = []
    for name in SIGNALS:
        getattr(transport, name).connect(lambda *args, name=name: received.append((name, *args)))
    return received


@pytest.fixture
def bar(transport) -> ScrubBar:
    return transport.findChild(ScrubBar)


def click(qtbot, transport, name):
    button = transport.findChild(QToolButton, name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("name", ["to_start", "step_back", "step_forward", "to_end"])
def test_that_each_button_wishes_its_move(qtbot, transport, wishes, name):
    click(qtbot, transport, name)
    assert [wish[0] for wish in wishes] == [f"{name}_clicked"]


def test_that_play_wishes_the_opposite_of_what_is(qtbot, transport, wishes):
    click(qtbot, transport, "play")
    transport.set_playing(True)
    assert transport.findChild(QToolButton, "play").accessibleName() == "Pause"
    click(qtbot, transport, "play")
    assert wishes == [("play_toggled", True), ("play_toggled", False)]


def test_that_loop_and_speed_are_wished_for(qtbot, transport, wishes):
    click(qtbot, transport, "loop")
    speed = transport.findChild(QComboBox, "speed")
    speed.setFocus()
    qtbot.keyClick(speed, Qt.Key.Key_End)
    assert wishes == [("loop_toggled", True), ("speed_chosen", math.inf)]


def test_that_a_click_on_the_bar_jumps_there(qtbot, transport, bar, wishes):
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.rect().center())
    assert wishes == [("scrubbed", 10)]
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(bar.width() - 1, 9))
    assert wishes[1:] == [("scrubbed", 20)]


def test_that_dragging_scrubs_through_the_steps_between(qtbot, transport, bar, wishes):
    start, end = bar.rect().center(), QPoint(bar.width(), 9)
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(bar, (start + end) / 2)
    qtbot.mouseMove(bar, end)
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=end)
    assert wishes == [("scrubbed", 10), ("scrubbed", 15), ("scrubbed", 20)]


def test_that_keys_move_along_the_bar(qtbot, transport, bar, wishes):
    transport.set_cursor(13)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_End):
        qtbot.keyClick(bar, key)
    assert [step for _, step in wishes] == [14, 13, 0, 20]


def test_that_facts_are_shown_and_make_no_wishes(transport, bar, wishes):
    transport.set_cursor(13)
    transport.set_computed(15)
    transport.set_speed(math.inf)
    transport.set_loop(True)
    transport.set_playing(True)
    assert transport.findChild(QLabel, "read_out").text() == "step 13 / 20"
    assert (bar.value(), bar.computed) == (13, 15)
    assert transport.findChild(QComboBox, "speed").currentText() == "max"
    assert transport.findChild(QToolButton, "loop").isChecked()
    transport.set_steps(5)
    assert transport.findChild(QLabel, "read_out").text() == "step 5 / 5"
    assert wishes == []


@pytest.mark.parametrize(("given", "shown"), [(31.0, 30.0), (1e9, 500.0), (0.1, 1.0)])
def test_that_a_speed_that_is_not_on_offer_shows_the_nearest(transport, given, shown):
    transport.set_speed(given)
    assert transport.findChild(QComboBox, "speed").currentIndex() == SPEEDS.index(shown)


def test_that_the_bar_is_shaded_as_far_as_steps_are_computed(transport, bar):
    def colour_at(step):
        return bar.grab().toImage().pixelColor(round(bar._x_of(step)), bar.height() // 2)

    bare = colour_at(15)
    transport.set_computed(16)
    assert colour_at(15) != bare
    assert colour_at(18) == bare


@pytest.mark.parametrize("name", GLYPHS)
def test_that_icons_are_drawn_in_the_colour_asked_for(qapp, name):
    image = icon(name, QColor("#ff0000")).pixmap(20, 20).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    inked = [pixel for pixel in pixels if pixel.alpha() > 128]
    assert len(inked) > 10
    assert {pixel.name() for pixel in inked} == {"#ff0000"}


def test_that_icons_follow_the_theme(transport):
    button = transport.findChild(QToolButton, "play")
    drawn = []
    for theme in (LIGHT, DARK):
        transport.set_theme(theme)
        drawn.append(button.icon().pixmap(20, 20).toImage().pixelColor(8, 10).name())
    assert drawn == [LIGHT.foreground, DARK.foreground]


def test_that_the_bar_has_a_line_of_its_own_where_there_is_no_room(qtbot, transport, bar):
    play, speed = transport.findChild(QToolButton, "play"), transport.findChild(QComboBox, "speed")
    least = transport.minimumSizeHint().width()

    def top(widget):
        return widget.mapTo(transport, QPoint(0, 0)).y()

    assert abs(top(bar) - top(play)) < play.height()
    transport.resize(least, 96)
    qtbot.waitUntil(lambda: top(play) > top(bar) + bar.height() - 1)
    assert transport.minimumSizeHint().width() == least
    assert bar.width() >= 120
    assert speed.mapTo(transport, QPoint(speed.width(), 0)).x() <= least
    transport.resize(900, 48)
    qtbot.waitUntil(lambda: abs(top(bar) - top(play)) < play.height())

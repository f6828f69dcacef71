"""Where the window is low for its type, one half of the views is seen at a time."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from gui.panels.centre import LOW, Centre
from gui.panels.headline import Headline
from gui.panels.tabs import Tabs

LESSON = "The small learning rate crawls along the valley, the large one flies up its walls. " * 3


@pytest.fixture
def centre(qtbot):
    halves = Tabs("pictures"), Tabs("numbers")
    for half in halves:
        for name in ("one", "two"):
            half.addTab(QLabel(name), name)
    headline = Headline()
    headline.show_lesson("Momentum tames the ravine", LESSON)
    made = Centre(headline, halves, (QWidget(),))
    qtbot.addWidget(made)
    made.resize(500, 1000)
    made.show()
    return made


def make_low(centre: Centre) -> None:
    centre.resize(500, (LOW - 1) * centre.fontMetrics().lineSpacing())


def shown(centre: Centre) -> list[bool]:
    """Whether a page of each half is seen."""
    return [half.currentWidget().isVisible() for half in centre._halves]


def test_that_both_halves_are_seen_where_there_is_room(centre) -> None:
    assert shown(centre) == [True, True]


def test_that_a_low_window_shows_one_half_and_the_tabs_of_the_other(centre) -> None:
    make_low(centre)
    upper, lower = centre._halves
    assert shown(centre) == [True, False]
    assert lower.tabBar().isVisible()
    assert lower.height() == lower.tabBar().height()
    assert upper.height() > 3 * lower.height()


def test_that_a_tab_opens_its_half_even_if_its_page_is_in_front(centre) -> None:
    make_low(centre)
    _, lower = centre._halves
    lower.tabBarClicked.emit(lower.currentIndex())
    assert shown(centre) == [False, True]


def test_that_another_page_opens_its_half(centre) -> None:
    make_low(centre)
    centre._halves[1].setCurrentIndex(1)
    assert shown(centre) == [False, True]
    centre.open(centre._halves[0])
    assert shown(centre) == [True, False]


def test_that_the_halves_share_the_height_as_before_once_there_is_room(qtbot, centre) -> None:
    centre._views.setSizes([300, 600])
    centre._views.splitterMoved.emit(300, 1)
    make_low(centre)
    qtbot.waitUntil(lambda: shown(centre) == [True, False])
    centre.resize(500, 1000)
    assert shown(centre) == [True, True]
    upper, lower = centre._views.sizes()
    assert lower / upper == pytest.approx(2, rel=0.02)


def test_that_the_upper_half_stays_open_while_the_lower_one_is_hidden(centre) -> None:
    make_low(centre)
    centre.open(centre._halves[1])
    centre._halves[1].hide()  # as a presentation does
    assert shown(centre)[0]


def test_that_a_low_window_cuts_the_lesson_to_a_line_with_a_tooltip(qtbot, centre) -> None:
    text = centre.findChild(QLabel, "headlineText")
    line = text.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: text.height() > 2 * line)
    assert text.toolTip() == ""
    make_low(centre)
    qtbot.waitUntil(lambda: text.height() < 2 * line)
    assert LESSON in text.toolTip()

"""The courses panel: a list, then stop after stop, each answer behind its question."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget

from gui.panels.courses import CoursesPanel
from gui.settings import Settings
from gui.window import MainWindow
from simulation.courses import courses


@pytest.fixture
def panel(qtbot):
    made = CoursesPanel("en")
    qtbot.addWidget(made)
    made.set_courses(list(courses().values()))
    made.resize(300, 600)
    made.show()
    return made


def text_of(panel, name):
    return panel.findChild(QLabel, name).text()


def enter_first(panel, qtbot):
    listed = panel.findChild(QListWidget, "course_list")
    place = listed.visualItemRect(listed.item(0)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)


def button(panel, text):
    (found,) = (b for b in panel.buttons if b.text() == text)
    return found


def test_that_a_click_on_a_course_opens_its_first_stop(panel, qtbot):
    with qtbot.waitSignal(panel.stop_opened) as opened:
        enter_first(panel, qtbot)
    first = next(iter(courses().values())).stops[0]
    assert opened.args == [first]
    assert text_of(panel, "course_question") == first.question.told_in("en")


def test_that_the_answer_is_hidden_until_it_is_asked_for(panel, qtbot):
    enter_first(panel, qtbot)
    answer = panel.findChild(QLabel, "course_answer")
    assert not answer.isVisible()
    qtbot.mouseClick(button(panel, "Show the answer"), Qt.MouseButton.LeftButton)
    assert answer.isVisible()
    qtbot.mouseClick(button(panel, "Next"), Qt.MouseButton.LeftButton)
    assert not answer.isVisible()


def test_that_next_and_previous_end_with_the_course(panel, qtbot):
    enter_first(panel, qtbot)
    stops = next(iter(courses().values())).stops
    assert not button(panel, "Previous").isEnabled()
    for _ in stops[1:]:
        qtbot.mouseClick(button(panel, "Next"), Qt.MouseButton.LeftButton)
    assert panel.stop == stops[-1]
    assert not button(panel, "Next").isEnabled()


def test_that_going_back_to_the_list_keeps_the_place(panel, qtbot):
    enter_first(panel, qtbot)
    qtbot.mouseClick(button(panel, "Next"), Qt.MouseButton.LeftButton)
    here = panel.stop
    qtbot.mouseClick(button(panel, "All courses"), Qt.MouseButton.LeftButton)
    enter_first(panel, qtbot)
    assert panel.stop == here


@pytest.mark.parametrize("language", ["zh_CN", "ja"])
def test_that_a_course_is_told_in_the_language_chosen(qtbot, language):
    panel = CoursesPanel(language)
    qtbot.addWidget(panel)
    course = next(iter(courses().values()))
    panel.set_courses([course])
    panel.begin(course)
    assert text_of(panel, "course_title") == course.title.texts[language]


def test_that_every_view_a_stop_shows_is_one_of_the_window(qtbot, tmp_path):
    window = MainWindow(Settings(tmp_path / "settings.ini"), backups=tmp_path / "backups")
    qtbot.addWidget(window)
    shown = {stop.view for course in courses().values() for stop in course.stops}
    assert shown <= set(window.parts.view_names)
    window.retire()

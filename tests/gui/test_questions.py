"""What would answer a course's question is withheld until the answer was looked at."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from gui.panels.courses import CoursesPanel
from gui.panels.headline import Headline
from gui.questions import Questions
from gui.session import Session
from simulation.courses import courses
from simulation.presets import find_preset


class Lesson:
    """A course, and the headline over the landscape, wired as in a window."""

    def __init__(self, qtbot) -> None:
        self.headline, self.courses = Headline(), CoursesPanel("en")
        self.session = Session(find_preset("ravine").experiment, self.headline, preset="ravine")
        for widget in (self.headline, self.courses):
            qtbot.addWidget(widget)
        self.courses.set_courses(list(courses().values()))
        self.session.title_changed.connect(self._show)
        self.courses.stop_opened.connect(lambda stop: self.session.open_preset(stop.preset))
        self.questions = Questions(self.session, self.courses, self.headline)
        self._show()

    def _show(self) -> None:
        self.headline.show_lesson("", find_preset(self.session.preset).lesson.look_for)

    @property
    def told(self) -> bool:
        """Whether the headline says what to look for."""
        return not self.headline.findChild(QLabel, "headlineText").isHidden()


@pytest.fixture
def lesson(qtbot) -> Lesson:
    made = Lesson(qtbot)
    assert made.told
    made.courses.begin(next(iter(courses().values())))
    assert not made.told
    return made


def test_that_the_headline_tells_when_the_answer_was_looked_at(lesson) -> None:
    lesson.courses._reveal.click()
    assert lesson.told
    lesson.courses._again.click()  # the same stop, whose answer is known
    assert lesson.told
    lesson.courses._next.click()
    assert not lesson.told


def test_that_an_edit_does_not_give_the_answer_away(lesson) -> None:
    lesson.session.edit(replace(lesson.session.experiment, steps=7))
    assert lesson.session.dirty
    assert not lesson.told


def test_that_a_preset_that_is_opened_elsewhere_has_its_sentence(lesson) -> None:
    lesson.session.open_preset("saddle")
    assert lesson.told


def test_that_undoing_back_to_another_preset_brings_its_sentence(lesson) -> None:
    lesson.session.undo()
    assert lesson.session.preset == "ravine"
    assert lesson.told
    lesson.session.redo()
    assert not lesson.told


def test_that_a_window_in_another_language_withholds_it_too(lesson) -> None:
    heir = Headline(lesson.courses)
    heir.show_lesson("", "what to look for")
    Questions(lesson.session, lesson.courses, heir).follow(lesson.questions)
    assert heir.findChild(QLabel, "headlineText").isHidden()

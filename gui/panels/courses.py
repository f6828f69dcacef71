"""Courses: paths of presets through the texts, with a question before each answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.panels.gallery_delegate import SUMMARY_ROLE, wrap_items
from gui.panels.inputs import chain_tabs
from gui.panels.tones import Tone, ToneLabel
from gui.scroll_column import ScrollColumn
from simulation.courses import Course, Stop

ID_ROLE = Qt.ItemDataRole.UserRole


class CoursesPanel(QWidget):
    """A list of courses, and the stop that one is at.

    Signals
    -------
    stop_opened
        The ``Stop`` that the user went to: its preset and its view are wanted.
    answered
        The answer is shown: nothing need be withheld any more.
    """

    stop_opened = Signal(object)
    answered = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("courses")
        self._language = language
        self._courses: dict[str, Course] = {}
        self._course: Course | None = None
        self._place = 0
        self._list = self._make_list()
        self._back = QPushButton(self.tr("All courses"))
        self._back.setToolTip(self.tr("Back to the list of courses; your place is kept"))
        self._back.clicked.connect(self._show_list)
        self._title = _label(Tone.PLAIN, "course_title", bold=True)
        self._progress = _label(Tone.QUIET, "course_progress")
        self._do = _label(Tone.PLAIN, "course_do")
        self._question = _label(Tone.PLAIN, "course_question", bold=True)
        self._answer = _label(Tone.PLAIN, "course_answer")
        self._reveal = QPushButton(self.tr("Show the answer"))
        self._reveal.setObjectName("show_answer")
        self._reveal.setToolTip(self.tr("Decide first what you expect, then play, then look"))
        self._reveal.clicked.connect(self._show_answer)
        self._again = QPushButton(self.tr("Open again"))
        self._again.setToolTip(self.tr("Put the experiment back to the way the course shows it"))
        self._again.clicked.connect(self._open)
        self._previous = QPushButton(self.tr("Previous"))
        self._previous.setToolTip(self.tr("Back to the previous preset of the course"))
        self._previous.clicked.connect(lambda: self.go_to(self._place - 1))
        self._next = QPushButton(self.tr("Next"))
        self._next.setToolTip(self.tr("On to the next preset of the course"))
        self._next.clicked.connect(lambda: self.go_to(self._place + 1))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._make_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self._pages)
        self.buttons = (self._back, self._reveal, self._again, self._previous, self._next)
        chain_tabs(self.buttons)

    def set_courses(self, courses: Sequence[Course]) -> None:
        """List these courses."""
        self._courses = {course.id: course for course in courses}
        self._list.clear()
        for course in courses:
            title, summary = (w.told_in(self._language) for w in (course.title, course.summary))
            item = QListWidgetItem(title)
            item.setData(ID_ROLE, course.id)
            item.setData(SUMMARY_ROLE, summary)
            item.setToolTip(f"<p><b>{title}</b></p><p>{summary}</p><p>{course.source}</p>")
            self._list.addItem(item)

    @property
    def asks(self) -> bool:
        """Whether there is a question whose answer was not looked at."""
        return self._course is not None and self._answer.isHidden()

    @property
    def stop(self) -> Stop | None:
        """Where the user is, if in a course."""
        return None if self._course is None else self._course.stops[self._place]

    @Slot(object)
    def begin(self, course: Course) -> None:
        """Enter a course at its first stop."""
        self._course = course
        self._pages.setCurrentIndex(1)
        self._do.setFocus()  # what is to be read, not a button that would take Space
        self.go_to(0)

    def follow(self, other: CoursesPanel) -> None:
        """Be where another panel is, without opening anything."""
        if other._course is None:
            return
        self._course, self._place = other._course, other._place
        self._show_stop(self._course, self._course.stops[self._place])
        self._pages.setCurrentIndex(other._pages.currentIndex())
        if not other._answer.isHidden():
            self._show_answer()

    def go_to(self, place: int) -> None:
        """Go to a stop, counted from 0."""
        if self._course is None or not 0 <= place < len(self._course.stops):
            return
        self._place = place
        self._show_stop(self._course, self._course.stops[place])
        self._open()

    def _make_list(self) -> QListWidget:
        made = QListWidget()
        made.setObjectName("course_list")
        made.setAccessibleName(self.tr("Courses"))
        wrap_items(made)
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setMouseTracking(True)
        made.viewport().setAutoFillBackground(False)
        made.itemClicked.connect(self._choose)
        made.itemActivated.connect(self._choose)
        return made

    def _make_page(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self._title, self._progress, self._do, self._question, self._answer):
            column.addWidget(part)
        column.insertWidget(4, self._reveal, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        scroll = ScrollColumn()
        scroll.setWidget(inside)
        steps = QHBoxLayout()
        steps.addWidget(self._previous)
        steps.addWidget(self._next)
        page = QWidget()
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addWidget(scroll, 1)
        outer.addWidget(self._again)
        outer.addLayout(steps)
        return page

    def _choose(self, item: QListWidgetItem) -> None:
        course = self._courses[item.data(ID_ROLE)]
        if course is self._course:
            self._pages.setCurrentIndex(1)
            self._do.setFocus()
        else:
            self.begin(course)

    @Slot()
    def _show_list(self) -> None:
        self._pages.setCurrentIndex(0)

    def _show_stop(self, course: Course, stop: Stop) -> None:
        last = len(course.stops) - 1
        self._title.setText(course.title.told_in(self._language))
        pattern = self.tr("Stop {place} of {count}")
        self._progress.setText(pattern.format(place=self._place + 1, count=last + 1))
        self._do.setText(stop.do.told_in(self._language))
        self._question.setText(stop.question.told_in(self._language))
        self._answer.setText(stop.answer.told_in(self._language))
        self._answer.hide()
        self._reveal.show()
        self._previous.setEnabled(self._place > 0)
        self._next.setEnabled(self._place < last)

    @Slot()
    def _show_answer(self) -> None:
        self._reveal.hide()
        self._answer.show()
        self.answered.emit()

    @Slot()
    def _open(self) -> None:
        if self.stop is not None:
            self.stop_opened.emit(self.stop)


def _label(tone: Tone, name: str, *, bold: bool = False) -> ToneLabel:
    label = ToneLabel(tone)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    font = label.font()
    font.setBold(bold)
    label.setFont(font)
    return label

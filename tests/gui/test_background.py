"""Work beside the trajectories: the latest wish of a topic is answered, and nothing else."""

import threading

import pytest

from gui.worker.background import Background
from simulation.errors import InputError


@pytest.fixture
def background(qtbot):
    made = Background()
    yield made
    made.shutdown()


def test_that_work_is_done_in_another_thread(background, qtbot):
    with qtbot.waitSignal(background.answered) as answered:
        background.ask("where", lambda wanted: threading.get_ident())
    topic, thread = answered.args
    assert topic == "where"
    assert thread != threading.get_ident()


def test_that_only_the_latest_wish_of_a_topic_is_answered(background, qtbot):
    answers = []
    background.answered.connect(lambda topic, answer: answers.append((topic, answer)))
    begun = threading.Event()

    def long(wanted):
        begun.set()
        while wanted():
            pass
        return "old"

    background.ask("a", long)
    assert begun.wait(60)
    background.ask("a", lambda wanted: "skipped")
    background.ask("a", lambda wanted: "new")
    background.ask("b", lambda wanted: "other")
    qtbot.waitUntil(lambda: len(answers) == 2)
    background.ask("c", lambda wanted: "last")  # comes after all that was asked before
    qtbot.waitUntil(lambda: ("c", "last") in answers)
    assert answers == [("a", "new"), ("b", "other"), ("c", "last")]


def test_that_what_a_topic_raises_is_handed_out_and_the_thread_goes_on(background, qtbot):
    def refuse(wanted):
        raise InputError("steps", "too many")

    with qtbot.waitSignal(background.failed) as failed:
        background.ask("a", refuse)
    assert str(failed.args[1]) == "steps: too many"
    with qtbot.waitSignal(background.answered):
        background.ask("a", lambda wanted: 1)


def test_that_a_dropped_topic_is_not_answered(background, qtbot):
    answers = []
    background.answered.connect(lambda topic, answer: answers.append(topic))
    begun, go = threading.Event(), threading.Event()

    def slow(wanted):
        begun.set()
        go.wait(60)

    background.ask("a", slow)
    assert begun.wait(60)
    background.drop("a")
    go.set()
    background.ask("b", lambda wanted: None)
    qtbot.waitUntil(lambda: answers == ["b"])


def test_that_shutdown_ends_work_that_asks_whether_it_is_wanted(background):
    def forever(wanted):
        while wanted():
            pass

    background.ask("a", forever)
    background.shutdown()
    background.ask("a", forever)  # nothing starts any more
    assert not background._thread.isRunning()

"""Courses are complete: every stop exists, in every language, and says what is so."""

import re

import pytest

from simulation.courses import LANGUAGES, check_views, courses, load_course
from simulation.errors import InputError
from simulation.presets import find_preset


def test_that_every_course_can_be_read_and_they_are_in_order():
    orders = [course.order for course in courses().values()]
    assert orders == sorted(set(orders))
    assert orders


@pytest.mark.parametrize("course", courses().values(), ids=lambda course: course.id)
def test_that_no_language_repeats_another(course):
    wordings = [course.title, course.summary]
    wordings += [w for stop in course.stops for w in (stop.do, stop.question, stop.answer)]
    for wording in wordings:
        assert len({wording.told_in(language) for language in LANGUAGES}) == len(LANGUAGES)


GOOD = """order = 1
source = "a text"
title = {en = "a", zh_CN = "b", ja = "c"}
summary = {en = "a", zh_CN = "b", ja = "c"}
[[stops]]
preset = "gd-0.4"
do = {en = "a", zh_CN = "b", ja = "c"}
question = {en = "a", zh_CN = "b", ja = "c"}
answer = {en = "a", zh_CN = "b", ja = "c"}
"""


def test_that_a_course_is_read_from_its_file(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(GOOD)
    course = load_course(path)
    assert (course.id, course.stops[0].preset, course.stops[0].view) == (
        "mine",
        "gd-0.4",
        "landscape",
    )
    assert course.title.told_in("ja") == "c"
    assert course.title.told_in("fr") == "a"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"gd-0.4"', '"gd-0.5"', "gd-0.5"),
        ('question = {en = "a", zh_CN = "b", ja = "c"}', 'question = {en = "a"}', "zh_CN"),
        ("[[stops]]", "[[stop]]", "stops"),
        ("order = 1", "", "mine.toml.order: is missing; give a whole number"),
        ("order = 1", 'order = "first"', "mine.toml.order: 'first' is not allowed"),
        ('source = "a text"', "source = 1", "mine.toml.source: 1 is not allowed; give a text"),
        ("order = 1", "order = 1\nlevel = 2", "mine.toml.level: no key is called 'level'"),
        ('preset = "gd-0.4"', "preset = 3", "no preset is called '3'"),
        ('preset = "gd-0.4"', 'preset = "gd-0.4"\nviews = "map"', "stops.0.views: no key"),
        ('do = {en = "a"', "do = {en = 1", "stops.0.do: give it in en, zh_CN, ja"),
    ],
)
def test_that_a_broken_course_is_refused_with_the_place(tmp_path, old, new, told):
    path = tmp_path / "mine.toml"
    path.write_text(GOOD.replace(old, new))
    with pytest.raises(InputError, match=told):
        load_course(path)


def test_that_a_stop_with_a_view_that_there_is_not_is_told(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(GOOD.replace('"gd-0.4"', '"gd-0.4"\nview = "curve"'))
    course = load_course(path)
    check_views(course, ("landscape", "curve"))
    told = re.escape("mine.toml: stops.0.view: no view is called 'curve'")
    with pytest.raises(InputError, match=told):
        check_views(course, ("landscape", "curves"))


def test_that_every_stop_has_an_experiment_to_open():
    stops = [stop for course in courses().values() for stop in course.stops]
    assert all(find_preset(stop.preset).experiment.runs for stop in stops)

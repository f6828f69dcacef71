"""A sentence is an ordinary text that still knows what it was made of."""

from __future__ import annotations

import pickle

import pytest

from simulation.errors import InputError, unknown
from simulation.wording import Said, all_of, any_of, said


def test_that_a_sentence_is_an_ordinary_text() -> None:
    allowed = said("a number")
    sentence = said("{given!r} is out of range; give {allowed}", given="x", allowed=allowed)
    assert sentence == "'x' is out of range; give a number"
    assert f"{sentence}." == "'x' is out of range; give a number."


def test_that_a_sentence_knows_its_template_and_which_values_are_words() -> None:
    sentence = said("{given} is no {what}", given="momentum", what=said("schedule"))
    assert sentence.template == "{given} is no {what}"
    assert not isinstance(sentence.values["given"], Said)
    assert isinstance(sentence.values["what"], Said)


def test_that_braces_in_a_text_without_values_are_left_alone() -> None:
    assert said("'{' has no place") == "'{' has no place"


def test_that_what_was_said_stays_as_it_is() -> None:
    once = said("at step {step}", step=3)
    assert said(once) is once


def test_that_a_sentence_keeps_its_parts_on_the_way_to_another_process() -> None:
    sentence = pickle.loads(pickle.dumps(said("at step {step}", step=3)))
    assert (sentence, sentence.template, sentence.values) == (
        "at step 3",
        "at step {step}",
        {"step": 3},
    )


def test_that_lists_are_joined_by_words_that_can_be_translated() -> None:
    assert any_of(["a", "b", "c"]) == "a or b or c"
    assert all_of(["a"]) == "a"
    assert isinstance(any_of(["a", "b"]), Said)


def test_that_an_error_keeps_the_parts_of_its_sentence() -> None:
    error = InputError("steps", "{given} is too many; give at most {most}", given=9, most=5)
    assert str(error) == "steps: 9 is too many; give at most 5"
    assert error.sentence.values["key"] == "steps"
    problem = error.sentence.values["problem"]
    assert isinstance(problem, Said)
    assert problem.values == {"given": 9, "most": 5}


def test_that_a_suggestion_is_a_phrase_of_its_own() -> None:
    sentence = unknown("momentun", ["momentum", "adam"], "optimizer")
    assert sentence == (
        "no optimizer is called 'momentun'; did you mean 'momentum'? known: adam, momentum"
    )
    assert isinstance(sentence.values["hint"], Said)


@pytest.mark.parametrize("given", ["a\nb", "x" * 5000])
def test_that_what_cannot_be_printed_makes_no_sentence_of_many_lines(given: str) -> None:
    error = InputError("title", "{given} is not allowed", given=given)
    assert "\n" not in str(error)
    assert len(str(error)) < 500

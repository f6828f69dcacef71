from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulation.errors import InputError
from simulation.objectives.catalog import OBJECTIVES
from simulation.optimizers.catalog import OPTIMIZERS
from simulation.parameters import Parameter, check_all, check_vector, is_number

SHARE = Parameter("share", 0.5, "A share.", low=0.0, high=1.0)
COUNT = Parameter("count", 3, "A count.", low=1, high=10, kind="integer")
SEED = Parameter("seed", 0, "A seed.", low=0, high=2**32 - 1, kind="integer")
FLAG = Parameter("flag", False, "A flag.", kind="flag")
WORD = Parameter("word", "a", "A word.", kind="choice", choices=("a", "b"))
POINT = Parameter("point", (0.0, 0.0), "A point.", kind="vector")
TABLE = Parameter("table", ((1.0,),), "A table.", kind="matrix")

ALL = [
    pytest.param(parameter, id=f"{owner}.{parameter.name}")
    for owner, parameters in [
        *((name, kind.parameters) for name, kind in OBJECTIVES.items()),
        *((name, optimizer.hyperparameters) for name, optimizer in OPTIMIZERS.items()),
    ]
    for parameter in parameters
]


@given(st.floats(0.0, 1.0))
def test_that_a_number_within_the_range_is_kept(value):
    assert SHARE.check(value, "k") == value


@pytest.mark.parametrize("edge", [0, 1, 0.0, 1.0])
def test_that_both_ends_of_the_range_are_allowed_and_become_floats(edge):
    checked = SHARE.check(edge, "k")
    assert checked == edge
    assert type(checked) is float


@given(st.integers(1, 10))
def test_that_a_float_without_a_fraction_is_a_whole_number(value):
    checked = COUNT.check(float(value), "k")
    assert checked == value
    assert type(checked) is int


@pytest.mark.parametrize(
    ("parameter", "value", "allowed"),
    [
        (SHARE, -0.001, "a number from 0 to 1"),
        (SHARE, math.nextafter(1.0, 2.0), "a number from 0 to 1"),
        (SHARE, math.nan, "a number from 0 to 1"),
        (SHARE, math.inf, "a number from 0 to 1"),
        (SHARE, True, "a number from 0 to 1"),
        (SHARE, "0.5", "a number from 0 to 1"),
        (SHARE, None, "a number from 0 to 1"),
        (SHARE, [0.5], "a number from 0 to 1"),
        (SHARE, 10**400, "a number from 0 to 1"),
        (COUNT, 0, "a whole number from 1 to 10"),
        (COUNT, 11, "a whole number from 1 to 10"),
        (COUNT, 2.5, "a whole number from 1 to 10"),
        (COUNT, math.inf, "a whole number from 1 to 10"),
        (COUNT, True, "a whole number from 1 to 10"),
        (COUNT, 10**400, "a whole number from 1 to 10"),
        (SEED, -1, "a whole number from 0 to 4294967295"),
        (FLAG, 1, "true or false"),
        (FLAG, "true", "true or false"),
        (WORD, "c", "'a' or 'b'"),
        (WORD, 1, "'a' or 'b'"),
        (WORD, ["a"], "'a' or 'b'"),
        (POINT, [], "a list of finite numbers"),
        (POINT, 1.0, "a list of finite numbers"),
        (POINT, "12", "a list of finite numbers"),
        (POINT, [1.0, math.nan], "a list of finite numbers"),
        (POINT, [1.0, math.inf], "a list of finite numbers"),
        (POINT, [1.0, True], "a list of finite numbers"),
        (POINT, [1.0, 10**400], "a list of finite numbers"),
        (POINT, [[1.0]], "a list of finite numbers"),
        (TABLE, [], "a list of rows of numbers"),
        (TABLE, 5, "a list of rows of numbers"),
        (TABLE, [[1.0, 2.0], [3.0]], "rows of one length"),
    ],
)
def test_that_a_refusal_names_the_key_and_what_is_allowed(parameter, value, allowed):
    with pytest.raises(InputError) as refusal:
        parameter.check(value, "runs.0.thing")
    assert refusal.value.key == "runs.0.thing"
    assert str(refusal.value).startswith("runs.0.thing: ")
    assert allowed in str(refusal.value)


def test_that_a_bad_row_of_a_matrix_is_named_by_its_index():
    with pytest.raises(InputError, match=r"^objective\.Q\.1: "):
        TABLE.check([[1.0], ["x"]], "objective.Q")


@pytest.mark.parametrize("value", ["x" * 1000, list(range(1000))])
def test_that_a_refusal_stays_one_short_line_whatever_was_given(value):
    with pytest.raises(InputError) as refusal:
        SHARE.check(value, "k")
    assert len(str(refusal.value)) < 200
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    ("low", "high", "allowed"),
    [
        (-math.inf, math.inf, "a number"),
        (0.0, math.inf, "a number of at least 0"),
        (-math.inf, 2.5, "a number of at most 2.5"),
        (1e-12, 1e12, "a number from 1e-12 to 1e+12"),
    ],
)
def test_that_an_open_range_is_put_into_words(low, high, allowed):
    assert Parameter("p", 1.0, "P.", low=low, high=high).allowed == allowed


@pytest.mark.parametrize("value", [math.inf, -math.inf])
def test_that_infinity_is_refused_even_where_no_bound_is_declared(value):
    with pytest.raises(InputError, match="out of range"):
        Parameter("p", 1.0, "P.").check(value, "k")


def test_that_what_is_not_given_takes_its_default():
    assert check_all((SHARE, COUNT), {"count": 7}, "p", "thing") == {"share": 0.5, "count": 7}


def test_that_an_unknown_name_is_refused_with_the_nearest_known_one():
    with pytest.raises(InputError) as refusal:
        check_all((SHARE, COUNT), {"shore": 0.1}, "runs.2", "thing")
    assert refusal.value.key == "runs.2.shore"
    assert "did you mean 'share'?" in str(refusal.value)
    assert "known: count, share" in str(refusal.value)


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1))
def test_that_a_vector_becomes_a_tuple_of_floats(values):
    assert check_vector(values, "k") == tuple(values)


@pytest.mark.parametrize("value", [True, False, math.nan, "1", None, 1j, [1], 10**400])
def test_that_it_is_no_number(value):
    assert not is_number(value)


@pytest.mark.parametrize("value", [0, -1, 1.5, math.inf, 2**64])
def test_that_it_is_a_number(value):
    assert is_number(value)


@pytest.mark.parametrize("parameter", ALL)
def test_that_every_declared_default_is_allowed_and_canonical(parameter):
    assert parameter.check(parameter.default, "k") == parameter.default


@pytest.mark.parametrize("parameter", [p for p in ALL if p.values[0].slider])
def test_that_every_slider_lies_within_the_range_and_fits_its_scale(parameter):
    low, high = parameter.slider
    assert parameter.low <= low < high <= parameter.high
    assert parameter.scale == "linear" or low > 0


@pytest.mark.parametrize("parameter", ALL)
def test_that_every_meaning_is_a_sentence(parameter):
    assert parameter.meaning.endswith(".")

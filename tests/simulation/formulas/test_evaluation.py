"""Formulas on floats equal Python's own evaluation, bit for bit, and never raise."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulation.formulas.evaluation import evaluate
from simulation.formulas.parser import parse
from tests.simulation.formulas.writing import formulas, python_value

NUMBERS = st.floats(-10, 10)


@given(formulas(), NUMBERS, NUMBERS, NUMBERS, NUMBERS)
@settings(max_examples=500)
def test_that_python_computes_the_same(text: str, x: float, y: float, a: float, k: float) -> None:
    values = {"x": x, "y": y, "a": a, "k_1": k}
    ours, theirs = evaluate(parse(text), values), python_value(text, values)
    assert isinstance(ours, float)
    if theirs is not None:
        assert ours == theirs or (math.isnan(ours) and math.isnan(theirs))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2^3^2 + 0*x", 512.0),
        ("-2^2 + 0*x", -4.0),
        ("-2² + 0*x", -4.0),
        ("2^-1 + 0*x", 0.5),
        ("2^-1^2 + 0*x", 0.5),
        ("8/2/2 + 0*x", 2.0),
        ("8 - 2 - 2 + 0*x", 4.0),
        ("2*3² + 0*x", 18.0),
        ("2³² + 0*x", 2.0**32),
        ("x⁻²", 0.25),
        ("2 − 1·x×1÷1", 0.0),
        ("+x", 2.0),
        ("--x", 2.0),
        ("|x - 5|*|-1|", 3.0),
        ("||x| - 5|", 3.0),
        ("min(3, x, 1)", 1.0),
        ("max(3, x, 1)", 3.0),
        ("ln(x) - log(x)", 0.0),
        ("arctan(x) - atan(x)", 0.0),
        ("cos(π) + tau - 2*pi + x", 1.0),
        (".5*x", 1.0),
        ("1.*x", 2.0),
        ("1E-3*x", 0.002),
        ("x\u00a0+\u3000\n1", 3.0),
    ],
)
def test_that_notation_means_what_people_mean(text: str, value: float) -> None:
    assert evaluate(parse(text), {"x": 2.0}) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1/x", math.inf),
        ("-1/x", -math.inf),
        ("1/-x", -math.inf),
        ("x/x", math.nan),
        ("log(x)", -math.inf),
        ("log(x - 1)", math.nan),
        ("exp(x + 1000)", math.inf),
        ("exp(x - 1000)", 0.0),
        ("sinh(x - 1000)", -math.inf),
        ("cosh(x - 1000)", math.inf),
        ("sqrt(x - 1)", math.nan),
        ("asin(x + 2)", math.nan),
        ("sin(x + 1/x)", math.nan),
        ("x^-1", math.inf),
        ("(-x)^-1", -math.inf),
        ("(-x)^-2", math.inf),
        ("(x - 2)^0.5", math.nan),
        ("(x - 10)^999", -math.inf),
        ("(x - 10)^998", math.inf),
        ("x^0", 1.0),
        ("1e308*10 + x", math.inf),
        ("9^9^9^9^9 + x", math.inf),
        ("sigmoid(x - 1e9)", 0.0),
        ("sigmoid(x + 1e9)", 1.0),
        ("sign(0*log(x))", 0.0),
        ("max(0*log(x), 1)", math.nan),
    ],
)
def test_that_numbers_out_of_range_follow_ieee_754(text: str, value: float) -> None:
    ours = evaluate(parse(text), {"x": 0.0})
    assert ours == value or (math.isnan(ours) and math.isnan(value))


@given(st.floats(-700, 700))
def test_that_sigmoid_is_the_logistic_function(x: float) -> None:
    value = evaluate(parse("sigmoid(x)"), {"x": x})
    assert value == pytest.approx(1 / (1 + math.exp(-x)), rel=1e-13)

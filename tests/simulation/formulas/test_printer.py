"""Text made of a formula reads back as that formula, with no bracket too many."""

from __future__ import annotations

import pytest
from hypothesis import given

from simulation.formulas import printer
from simulation.formulas.derivatives import differentiate
from simulation.formulas.errors import FormulaError
from simulation.formulas.expression import Expression
from simulation.formulas.parser import parse
from simulation.formulas.printer import to_text
from tests.simulation.formulas.writing import formulas


def structure(expression: Expression) -> list[object]:
    """The nodes that are needed, numbered anew."""
    order = expression.needed()
    place = {index: new for new, index in enumerate(order)}
    nodes = [expression.nodes[index] for index in order]
    return [node._replace(args=tuple(place[a] for a in node.args)) for node in nodes]


@given(formulas())
def test_that_text_reads_back_as_the_same_formula(text: str) -> None:
    expression = parse(text)
    again = parse(to_text(expression))
    assert structure(again) == structure(expression)
    assert to_text(again) == to_text(expression)


@given(formulas())
def test_that_derivatives_read_back_too(text: str) -> None:
    slope = to_text(differentiate(parse(text), "x"))
    assert to_text(parse(f"x + ({slope})")) in (f"x + {slope}", f"x + ({slope})")


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "-x^2",
        "(-x)^2",
        "(x + y)*2",
        "x + (y + 1)",
        "x - (y - 1)",
        "x/(y*2)",
        "x/y*2",
        "x^y^2",
        "(x^y)^2",
        "x^-y^2",
        "x*-y",
        "-(x*y)",
        "-x*y",
        "--x",
        "2 - -3*x",
        "(-2)^x",
        "-2^x",
        "sin(x + 1)",
        "hypot(x, -y)",
        "pi*x + e^x - tau",
        "λ*x^2",
        "1e-09*x + 1e+300",
        "x - 0 - -0",
    ],
)
def test_that_brackets_are_kept_only_where_they_are_needed(text: str) -> None:
    assert to_text(parse(text)) == text
    assert to_text(parse(f"(({text}))")) == text


def test_that_text_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printer, "MAX_TEXT", 20)
    assert to_text(parse("x + x + x")) == "x + x + x"
    with pytest.raises(FormulaError, match="longer than 20 characters"):
        to_text(parse("x + x + x + x + x + x + x"))

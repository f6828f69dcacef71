"""Text made of a formula reads back as that formula, with no bracket too many."""

from __future__ import annotations

import pytest
from hypothesis import example, given

from simulation.formulas import printer
from simulation.formulas.derivatives import differentiate
from simulation.formulas.errors import FormulaError
from simulation.formulas.expression import Expression
from simulation.formulas.parser import parse
from simulation.formulas.printer import to_text
from tests.simulation.formulas.writing import formulas


def structure(expression: Expression) -> list[object]:
    """The nodes that are needed, in the order in which a walk from the root leaves them.

    Their numbers in the expression tell in which order the parser met them, which is no part
    of what is computed. Zeros of either sign are told apart: 1/0 and 1/-0 are.
    """
    place: dict[int, int] = {}
    nodes: list[object] = []
    pending = [expression.root]
    while pending:
        node = expression.nodes[pending[-1]]
        waiting = [operand for operand in node.args if operand not in place]
        if waiting:
            pending.append(waiting[0])
            continue
        index = pending.pop()
        if index not in place:
            place[index] = len(nodes)
            nodes.append(
                (node.op, node.name, repr(node.number), [place[each] for each in node.args])
            )
    return nodes


@given(formulas())
@example("x + --0.0 + -0.0")
@example("x + 0.0 + -0.0*y - 0.0^-0.0")
@example("x + --2.0 + -2.0")
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


def test_that_the_sign_of_zero_is_kept_for_it_decides_a_quotient() -> None:
    plus, minus = parse("x + 1/0"), parse("x + 1/-0")
    assert (to_text(plus), to_text(minus)) == ("x + 1/0", "x + 1/-0")
    assert structure(plus) != structure(minus)

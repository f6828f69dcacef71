"""Sentences for formulas that cannot be read: each names its place and what to write."""

from __future__ import annotations

import pytest

from simulation.formulas.errors import FormulaError
from simulation.formulas.names import parameters, variables
from simulation.formulas.parser import parse

# formula, character (from 1; None where it is about the whole), part of the sentence
REFUSED = [
    ("", None, "empty"),
    (" \n", None, "empty"),
    ("3 + a", None, "no variable"),
    ("2x", 2, "write 2*x"),
    ("x y", 3, "write x*y"),
    ("x(y)", 1, "write x*(...)"),
    ("2(x)", 2, "write 2*("),
    ("(x)(y)", 4, "write )*("),
    ("(x)y", 4, "write )*y"),
    ("2 3*x", 3, "two numbers"),
    ("x + sinn(y)", 5, "did you mean 'sin'?"),
    ("x + foo(y)", 5, "known: abs, acos"),
    ("sin", 1, "write sin(...)"),
    ("sin x", 1, "write sin(...)"),
    ("sin²(x)", 1, "write sin(...)"),
    ("sin(x, y)", 1, "one argument, such as sin(x); 2 given"),
    ("sin()", 1, "one argument"),
    ("min(x)", 1, "two arguments or more"),
    ("hypot(x, y, 1)", 1, "two arguments, such as"),
    ("x + (y", 5, "never closed"),
    ("(x + (y)", 1, "never closed"),
    ("x + y)", 6, "closes nothing"),
    ("|x", 1, "never closed"),
    ("x|", 2, "no place here"),
    ("x +", 4, "ends too early"),
    ("x + * y", 5, "expected a number"),
    ("()", 2, "expected a number"),
    ("²", 1, "an exponent stands alone"),
    ("1,5*x", 2, "write 1.5 with a dot"),
    ("(1,5)*x", 3, "write 1.5 with a dot"),
    ("f(x) = x", 6, "right of it"),
    ("x.real", 2, "inside a number"),
    ("x; y", 2, "single expression"),
    ("x[0]", 2, "x1 for the first coordinate"),
    ("'x'", 1, "texts have no place"),
    ("_x", 1, "starts with a letter"),
    ("x + a__b", 5, "two underscores"),
    ("x > 0", 3, "comparisons"),
    ("x!", 2, "factorial"),
    ("√x", 1, "sqrt"),
    ("x + х", 5, "CYRILLIC SMALL LETTER HA), which has no place in a formula; write 'x'"),
    ("２*x", 1, "FULLWIDTH DIGIT TWO), which has no place in a formula; write '2'"),
    ("x\u200b", 2, "U+200B (ZERO WIDTH SPACE) has no place in a formula; remove it"),
    ("x + \ud800", 5, "U+D800"),
    ("x*nan", 3, "nan is no number"),
    ("x + Infinity", 5, "Infinity is no number"),
    ("1e999*x", 1, "too large"),
    ("x + z", 5, "write x1, x2 and x3"),
    ("x + x1", 5, "mixed with x"),
    ("x2 + y", 6, "mixed with x2"),
    ("x0", 1, "x1 to x50"),
    ("x51", 1, "x1 to x50"),
    ("x" + "1" * 5000, 1, "x1 to x50"),
    ("x + " + "a" * 31, 5, "longer than 30"),
    ("+".join(f"a{i}*x" for i in range(51)), None, "at most 50"),
    ("(" * 101 + "x" + ")" * 101, 101, "deeper than 100"),
    ("x" * 10_001, None, "10,001 characters are too many; give at most 10,000"),
]


@pytest.mark.parametrize(("text", "character", "part"), REFUSED, ids=range(len(REFUSED)))
def test_that_the_sentence_names_the_place(text: str, character: int | None, part: str) -> None:
    with pytest.raises(FormulaError) as caught:
        parse(text)
    error = caught.value
    assert part in str(error)
    assert error.key == "objective.formula"
    assert error.position == (None if character is None else character - 1)
    assert ("at character" in str(error)) == (character is not None)
    assert "\n" not in str(error)


def test_that_the_pointer_lies_below_the_place() -> None:
    with pytest.raises(FormulaError) as caught:
        parse("x +\tsinn(y)")
    assert caught.value.pointer == "x + sinn(y)\n    ^"
    with pytest.raises(FormulaError) as caught:
        parse("x + " * 500 + "; " + "y" * 500)
    text, mark = caught.value.pointer.split("\n")
    assert text[mark.index("^")] == ";"
    assert len(text) <= 60


@pytest.mark.parametrize(
    ("text", "coordinates", "names"),
    [
        ("x", ("x",), ()),
        ("y", ("x", "y"), ()),
        ("x*y", ("x", "y"), ()),
        ("x1", ("x1",), ()),
        ("x3 + x₁", ("x1", "x2", "x3"), ()),
        ("x50", tuple(f"x{i}" for i in range(1, 51)), ()),
        ("λ*x + lambda + k_1 + λ", ("x",), ("λ", "lambda", "k_1")),
        ("b*x + a + pi + e + tau", ("x",), ("b", "a")),
    ],
)
def test_that_names_are_sorted_into_coordinates_and_parameters(
    text: str, coordinates: tuple[str, ...], names: tuple[str, ...]
) -> None:
    expression = parse(text)
    assert variables(expression) == coordinates
    assert parameters(expression) == names


def test_that_equal_subexpressions_are_one_node() -> None:
    nodes = parse("sin(x*y) + sin(x*y)^2 + x*y").nodes
    assert len(set(nodes)) == len(nodes)
    assert [node.op for node in nodes].count("sin") == 1


def test_that_zeros_of_both_signs_are_kept_apart() -> None:
    expression = parse("1/0*x + 1/-0*x")
    assert [node.number for node in expression.nodes if node.op == "number"] == [1.0, 0.0, -0.0]


def test_that_the_limits_themselves_are_allowed() -> None:
    parse("(" * 100 + "x" + ")" * 100)
    parse("-" * 100 + "x")
    parse("^".join(["x"] * 101))
    parse("sin(" * 100 + "x" + ")" * 100)
    parse("x" + " " * 9_999)
    assert len(parse("x" + "+x" * 4_999).nodes) == 5_000

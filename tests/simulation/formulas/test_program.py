"""Formulas on tensors: the same numbers as on floats, each subexpression once, few slots."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from simulation.formulas.compiled import compile_formula
from simulation.formulas.evaluation import evaluate
from simulation.formulas.lowering import Listing, lower
from simulation.formulas.parser import parse
from simulation.formulas.program import Program
from tests.simulation.formulas.writing import TAME_LEAVES, formulas

CPU = torch.device("cpu")
VALUES = {"a": 1.5}


def run(text: str, points: torch.Tensor) -> torch.Tensor:
    program = Program((parse(text),), ("x", "y"))
    return program.bind(VALUES, points.dtype, CPU)(points)[0]


@given(formulas(TAME_LEAVES), st.floats(-2, 2), st.floats(-2, 2))
@settings(max_examples=300)
def test_that_tensors_and_floats_agree(text: str, x: float, y: float) -> None:
    """Vector instructions and the C library round differently: 1e-12, if the formula allows."""
    expression = parse(text)

    def at(x: float, y: float) -> float:
        return evaluate(expression, {"x": x, "y": y, **VALUES})

    value = at(x, y)
    nearby = [at(x * (1 + s), y * (1 + t)) for s in (-1e-13, 1e-13) for t in (-1e-13, 1e-13)]
    assume(all(map(math.isfinite, (value, *nearby))))
    spread = max(abs(other - value) for other in nearby)
    assume(spread <= 1e-10 * (1 + abs(value)))
    points = torch.tensor([[x], [y]], dtype=torch.float64).expand(-1, 32).contiguous()
    for lane in run(text, points).tolist():
        assert abs(lane - value) <= 1e-12 * (1 + abs(value)) + 100 * spread


@pytest.mark.parametrize("number", [math.inf, -math.inf, math.nan, 0.0, -0.0, 1e308])
@pytest.mark.parametrize(
    "text",
    [
        "1/x",
        "x^-1",
        "x^2",
        "x^3",
        "x^4",
        "x^1.5",
        "sqrt(x)",
        "2^x",
        "sign(x)",
        "max(x, 1)",
        "relu(x)",
        "-x",
    ],
)
def test_that_edges_agree_with_floats(text: str, number: float) -> None:
    ours = run(text, torch.full((2, 32), number, dtype=torch.float64))[0].item()
    theirs = evaluate(parse(text), {"x": number})
    assert ours == theirs or (math.isnan(ours) and math.isnan(theirs))


def test_that_a_quotient_is_rounded_once() -> None:
    x = torch.linspace(1, 100, 1000, dtype=torch.float64)
    assert run("3/x", torch.stack((x, x))).tolist() == [3 / number for number in x.tolist()]


def listing(text: str) -> Listing:
    return lower(compile_formula(text).slopes)


def test_that_rosenbrock_costs_as_many_operations_as_by_hand() -> None:
    instructions = listing("(1 - x)^2 + a*(y - x^2)^2").instructions
    assert len(instructions) == 8


def test_that_value_and_slopes_share_subexpressions() -> None:
    operations = [step.op for step in listing("exp(sin(x)*y)").instructions]
    assert sorted(operations) == ["cos", "exp", "mul", "mul", "mul", "mul", "sin"]


def test_that_slots_are_used_again() -> None:
    assert lower((parse("sin(" * 99 + "x" + ")" * 99),)).slots <= 2
    assert lower((parse("+".join(f"sin({k}*x)" for k in range(500))),)).slots <= 4


def test_that_what_is_the_same_in_all_lanes_is_computed_once() -> None:
    found = listing("exp(a)^2*sin(1)*x^2")
    assert [step.op for step in found.instructions] == ["mul"]


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_that_the_dtype_is_kept(dtype: torch.dtype) -> None:
    points = torch.ones(2, 32, dtype=dtype)
    text = "max(x, a) + 3/y + hypot(x, 2) + atan2(1, y) + 2^x - (5 - x)"
    assert run(text, points).dtype == dtype
    slopes = compile_formula(text).gradient.bind(VALUES, dtype, CPU)(points)
    assert [slope.dtype for slope in slopes] == [dtype, dtype]


@given(formulas(TAME_LEAVES), st.integers(0, 31))
@settings(max_examples=50)
def test_that_lanes_do_not_see_each_other(text: str, lane: int) -> None:
    points = torch.randn(2, 32, dtype=torch.float64, generator=torch.Generator().manual_seed(1))
    alone = points[:, lane : lane + 1].expand(-1, 32).contiguous()
    together, single = run(text, points)[lane], run(text, alone)[lane]
    assert torch.equal(together, single) or (together.isnan() and single.isnan())

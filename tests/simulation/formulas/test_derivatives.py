"""Symbolic derivatives: the textbook's, and autograd's on random formulas."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from torch import Tensor

from simulation.formulas import derivatives
from simulation.formulas.derivatives import differentiate, gradient
from simulation.formulas.errors import FormulaError
from simulation.formulas.evaluation import evaluate_together
from simulation.formulas.expression import Expression, needed
from simulation.formulas.names import parameters
from simulation.formulas.parser import parse
from simulation.formulas.printer import to_text
from simulation.objectives.formula import Formula
from tests.simulation.formulas.writing import SMOOTH, TAME_LEAVES, formulas


@pytest.mark.parametrize(
    ("text", "slope"),
    [
        ("3*x + 2", "3"),
        ("y + 0*x", "0"),
        ("x^2", "2*x"),
        ("x^3", "3*x^2"),
        ("x^1", "1"),
        ("x^0", "0"),
        ("a*x", "a"),
        ("x^a", "a*x^(a - 1)"),
        ("2^x", "0.6931471805599453*2^x"),
        ("e^x", "e^x"),
        ("1/x", "-(1/x*(1/x))"),
        ("-x", "-1"),
        ("y - x", "-1"),
        ("sin(x)", "cos(x)"),
        ("cos(x)", "-sin(x)"),
        ("exp(2*x)", "2*exp(2*x)"),
        ("log(x)", "1/x"),
        ("sqrt(x)", "0.5/sqrt(x)"),
        ("abs(x)", "sign(x)"),
        ("sign(x)", "0"),
        ("relu(x)", "relu(sign(x))"),
        ("tanh(x)", "1 - tanh(x)*tanh(x)"),
        ("atan(x)", "1/(1 + x*x)"),
        ("(1 - x)^2", "-2*(1 - x)"),
        ("(1 - x)*(2 - x)", "x - 1 + (x - 2)"),
    ],
)
def test_that_short_formulas_have_short_derivatives(text: str, slope: str) -> None:
    assert to_text(differentiate(parse(text), "x")) == slope


def place(text: str) -> Formula:
    values = dict.fromkeys(parameters(parse(text)), 1.5)
    return Formula(text, values).place(torch.float64, torch.device("cpu"))


def largest(expressions: tuple[Expression, ...], values: dict[str, float]) -> float:
    """Size of the largest number met on the way; rounding is relative to it."""
    nodes = expressions[-1].nodes
    wanted = needed(nodes, [expression.root for expression in expressions])
    numbers = evaluate_together([Expression(nodes, index) for index in wanted], values)
    return max(map(abs, numbers)) if all(map(math.isfinite, numbers)) else math.inf


def assert_close(ours: Tensor, theirs: Tensor, size: float) -> None:
    """To 1e-10, where numbers of ``size`` met on the way have not eaten the digits.

    Where autograd has nan, from 0·inf, a term that simplification removed may be finite.
    """
    assert ours.shape == theirs.shape
    close = (ours - theirs).abs() <= 1e-10 * theirs.abs() + 1e-13 * (1 + size)
    assert (close | theirs.isnan()).all(), (ours, theirs)


@given(formulas(TAME_LEAVES), st.floats(-2, 2), st.floats(-2, 2))
@settings(max_examples=400)
def test_that_gradient_and_hessian_agree_with_autograd(text: str, x: float, y: float) -> None:
    text = f"{text} + 0*y"  # two coordinates, whatever was drawn
    objective = place(text)
    values = {"x": x, "y": y, "a": 1.5}
    slopes = gradient(parse(text), ("x", "y"))
    size = largest((*slopes, *derivatives.hessian(slopes, ("x", "y"))), values)
    assume(size < 1e6)
    point = torch.tensor([[x], [y]], dtype=torch.float64, requires_grad=True)
    (theirs,) = torch.autograd.grad(objective.value(point).sum(), point)
    assert_close(objective.gradient(point.detach()), theirs, size)
    bends = [slope_of(row, point) for row in objective.gradient(point)]
    ours = objective.hessian(point.detach())
    assert ours is not None
    assert_close(ours, torch.stack(bends), size)


def slope_of(row: Tensor, point: Tensor) -> Tensor:
    if not row.requires_grad:
        return torch.zeros_like(point)
    return torch.autograd.grad(row.sum(), point, retain_graph=True)[0]


@pytest.mark.parametrize("name", [*SMOOTH, "sigmoid", "relu", "abs"])
def test_that_every_function_has_its_derivatives(name: str) -> None:
    objective = place(f"{name}(x)")
    x = torch.linspace(0.01, 0.99, 1000, dtype=torch.float64)[None].requires_grad_()
    (slope,) = torch.autograd.grad(objective.value(x).sum(), x, create_graph=True)
    bend = slope_of(slope, x)
    hessian = objective.hessian(x.detach())
    assert hessian is not None
    for ours, theirs in ((objective.gradient(x).detach(), slope.detach()), (hessian[0], bend)):
        assert ((ours - theirs).abs() <= 1e-10 * theirs.abs().clamp(min=1)).all()


@pytest.mark.parametrize("name", ["min", "max", "atan2", "hypot"])
def test_that_functions_of_two_have_their_derivatives(name: str) -> None:
    objective = place(f"{name}(x, y)*y")
    x = torch.randn(2, 1000, dtype=torch.float64, generator=torch.Generator().manual_seed(0))
    x = x[:, x.norm(dim=0) > 0.1].requires_grad_()
    (slope,) = torch.autograd.grad(objective.value(x).sum(), x, create_graph=True)
    bends = torch.stack([slope_of(row, x) for row in slope])
    hessian = objective.hessian(x.detach())
    assert hessian is not None
    for ours, theirs in ((objective.gradient(x).detach(), slope.detach()), (hessian, bends)):
        assert ((ours - theirs).abs() <= 1e-10 * theirs.abs().clamp(min=1)).all()


@pytest.mark.parametrize(
    ("text", "slope"),
    [("abs(x)", 0.0), ("relu(x)", 0.0), ("max(x, 0)", 0.5), ("min(x, 2*x)", 1.5)],
)
def test_that_kinks_take_torchs_side(text: str, slope: float) -> None:
    point = torch.zeros(1, 1, dtype=torch.float64, requires_grad=True)
    objective = place(text)
    (theirs,) = torch.autograd.grad(objective.value(point).sum(), point)
    assert theirs.item() == slope
    assert objective.gradient(point.detach()).item() == slope


def test_that_a_derivative_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    expression = parse("*".join(f"sin({k}*x)" for k in range(1, 30)))
    monkeypatch.setattr(derivatives, "MAX_NODES", 200)
    with pytest.raises(FormulaError, match="a derivative of the formula has more than"):
        gradient(expression, ("x",))


def test_that_the_gradient_of_long_formulas_fits() -> None:
    for text in ("*".join(["(x - y)", *["sin(x)", "y^x"] * 800]), "/".join(["x"] * 4999)):
        slopes = gradient(parse(text), ("x", "y"))
        assert len(slopes[0].nodes) < 6 * 5_000


def test_that_the_hessian_of_a_formula_too_long_is_not_offered() -> None:
    objective = place("*".join(f"x{1 + i % 50}" for i in range(2400)))
    point = torch.ones(50, 32, dtype=torch.float64)
    assert objective.gradient(point).isfinite().all()
    assert objective.hessian(point) is None

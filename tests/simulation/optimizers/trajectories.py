"""Trajectories of a rule's lanes and of their references, on the problems of the table."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
import torch
from torch import Tensor

from simulation.engine.sampling import FullGradient, GradientSource, Minibatches
from simulation.engine.steppers import LaneStepper
from simulation.objectives.base import Objective
from simulation.objectives.catalog import build_objective
from simulation.optimizers.base import Rule
from simulation.parameters import check_all
from simulation.seeds import generator

STEPS = 200
CPU = torch.device("cpu")


class Rosenbrock:
    """(1 − x)² + 100 (y − x²)², the curved valley."""

    def gradient(self, x: Tensor) -> Tensor:
        first, second = x
        across = second - first * first
        return torch.stack([2 * (first - 1) - 400 * first * across, 200 * across])


@dataclass(frozen=True)
class Problem:
    """Where the gradients come from, and the start of shape ``(dim,)``."""

    source: GradientSource
    start: Tensor


def problem(name: str, dtype: torch.dtype) -> Problem:
    """One of the problems of the conformance table."""
    if name == "rosenbrock":
        start = torch.tensor([-1.2, 1.0], dtype=dtype)
        return Problem(FullGradient(cast(Objective, Rosenbrock())), start)
    id_, _, batch_size = name.partition("/")
    objective: Any = build_objective(id_, {}).place(dtype, CPU)
    # All coordinates of the order of 1: an ulp of a small start would be lost in the first step.
    start = torch.linspace(-2.0, 3.0, objective.dim, dtype=dtype) - 0.1
    if id_ == "ill-conditioned":
        start = torch.tensor([-5.0, -2.0], dtype=dtype)
    if batch_size:
        return Problem(Minibatches(objective, int(batch_size), 0, CPU), start)
    return Problem(FullGradient(objective), start)


def complete(rule: Rule, options: Mapping[str, Any]) -> dict[str, Any]:
    """All hyperparameters of a rule, defaults filled in, checked as an experiment's are."""
    return check_all(rule.hyperparameters, options, "test", rule.id)


def flags_of(rule: Rule, values: Mapping[str, Any]) -> tuple[tuple[str, Any], ...]:
    """The values that all lanes of one stepper share."""
    return tuple((p.name, values[p.name]) for p in rule.hyperparameters if p.kind == "flag")


def lane_paths(
    rule: Rule,
    runs: Sequence[Mapping[str, Any]],
    problem: Problem,
    steps: int = STEPS,
    lanes: int | None = None,
) -> Tensor:
    """Positions of runs that share their flags, as lanes: ``(runs, steps, dim)``."""
    lanes = lanes or -(-len(runs) // 32) * 32
    padded = [*runs, *[runs[-1]] * (lanes - len(runs))]
    numbers = {
        p.name: problem.start.new_tensor([run[p.name] for run in padded])
        for p in rule.hyperparameters
        if p.kind == "number"
    }
    x = problem.start[:, None].expand(-1, lanes).contiguous()
    stepper = LaneStepper(rule, numbers, dict(flags_of(rule, runs[0])), x)
    positions = stepper.advance(problem.source, 0, steps)
    return positions[:, :, : len(runs)].permute(2, 0, 1)


def torch_paths(
    rule: Rule, runs: Sequence[Mapping[str, Any]], problem: Problem, start: Tensor | None = None
) -> Tensor:
    """Positions of runs of torch's own class, ``(runs, steps, dim)``.

    Each is made by itself, then all step as one optimizer: half of the time of a step of torch's
    goes to what surrounds it.
    """
    form = rule.torch_form
    assert form is not None
    module, _, name = form.path.rpartition(".")
    xs = [(problem.start if start is None else start).clone() for _ in runs]
    make = getattr(importlib.import_module(module), name)
    optimizer, *others = [make([x], **form.keywords(run)) for x, run in zip(xs, runs, strict=True)]
    for other in others:
        optimizer.param_groups += other.param_groups
        optimizer.state |= other.state
    every = torch.arange(len(problem.start))[None]
    positions = []
    for gradient in problem.source.steps(0, STEPS):
        for x in xs:
            x.grad = gradient(x[:, None])[:, 0]
            if form.sparse:
                x.grad = torch.sparse_coo_tensor(every, x.grad, x.shape, check_invariants=False)
        optimizer.step()
        positions.append(torch.stack(xs))
    return torch.stack(positions, 1)


def torch_path(
    rule: Rule, values: Mapping[str, Any], problem: Problem, start: Tensor | None = None
) -> Tensor:
    """Positions of one run of torch's own class, ``(steps, dim)``."""
    return torch_paths(rule, [values], problem, start)[0]


def error_against(ours: Tensor, reference: Tensor) -> tuple[Tensor, Tensor]:
    """Largest deviation of any coordinate at each step, and how far the reference ever went.

    Both ``(steps,)``, over the steps where the reference is finite; 0 and 1 after.
    """
    finite = reference.isfinite().all(1)
    deviation = (ours - reference).abs().amax(1).where(finite, 0.0)
    size = reference.abs().amax(1).where(finite, 1.0).cummax(0).values
    return deviation, size


def assert_equal_paths(
    ours: Tensor,
    reference: Tensor,
    tolerance: float,
    shifted: Callable[[], Iterable[Tensor]] | None = None,
) -> None:
    """Check that two paths ``(steps, dim)`` agree and become non-finite at the same step.

    Where they do not, and ``shifted`` gives the reference's paths from starts one ulp away,
    ten times their largest deviation is allowed.
    """
    deviation, size = error_against(ours, reference)
    same = torch.equal(ours.isfinite().all(1), reference.isfinite().all(1))
    if same and bool((deviation <= tolerance * size).all()):
        return
    if shifted is None:
        worst = (deviation / size).nan_to_num(torch.inf)
        step = int(worst.argmax())
        raise AssertionError(
            f"relative deviation {float(worst[step]):.1e} at step {step + 1}, "
            f"non-finite at the same step: {same}"
        )
    spread = torch.stack([error_against(path, reference)[0] for path in shifted()]).amax(0)
    allowed = torch.maximum(tolerance * size, 10 * spread.cummax(0).values)
    assert same
    ratio = (deviation / allowed).nan_to_num(torch.inf)
    assert bool((ratio <= 1).all()), f"{float(ratio.max()):.3g} times what rounding explains"


def one_ulp_away(start: Tensor) -> Iterator[Tensor]:
    """The start with every coordinate moved to the next number, in several directions.

    One alone says little: where a path forks, most rounding is forgotten and some is not.
    """
    draws = generator(0, "one ulp away")
    yield torch.nextafter(start, torch.full_like(start, torch.inf))
    yield torch.nextafter(start, torch.full_like(start, -torch.inf))
    for _ in range(6):
        towards = torch.from_numpy(draws.choice([-np.inf, np.inf], len(start))).to(start.dtype)
        yield torch.nextafter(start, towards)

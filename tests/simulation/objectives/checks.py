"""What must hold for every objective given in closed form."""

from __future__ import annotations

import numpy as np
import torch

from simulation.objectives.base import Objective
from simulation.objectives.catalog import build_objective


def build(name: str, parameters: dict[str, float]) -> Objective:
    return build_objective(name, parameters).place(torch.float64, torch.device("cpu"))


def tensor(values: object) -> torch.Tensor:
    return torch.tensor(values, dtype=torch.float64)


def random_points(objective: Objective, count: int) -> torch.Tensor:
    """Points within the bounds, ``(dim, count)``; the same ones each time."""
    low, high = np.array(objective.bounds).T
    points = np.random.default_rng(0).uniform(low, high, (count, objective.dim))
    return tensor(points.T.copy())


def minimum_points(objective: Objective) -> torch.Tensor:
    return tensor([m.position for m in objective.minima]).T.contiguous()


def assert_derivatives_agree_with_autograd(objective: Objective) -> None:
    """To 1e-10 of each number, or of 1 where it is smaller."""
    x = random_points(objective, 1000).requires_grad_()
    (gradient,) = torch.autograd.grad(objective.value(x).sum(), x, create_graph=True)
    rows = [torch.autograd.grad(g.sum(), x, retain_graph=True)[0] for g in gradient]
    x = x.detach()
    for ours, theirs in (
        (objective.gradient(x), gradient.detach()),
        (objective.hessian(x), torch.stack(rows)),
    ):
        assert ours is not None
        assert ours.shape == theirs.shape
        assert ((ours - theirs).abs() <= 1e-10 * theirs.abs().clamp(min=1)).all()


def assert_minima_are_minima(objective: Objective) -> None:
    """Flat, not bent downwards, inside the view, as deep as stated, exact to 1e-12."""
    x = minimum_points(objective)
    low, high = tensor(objective.bounds).T[:, :, None]
    stated = tensor([m.value for m in objective.minima])
    assert ((low <= x) & (x <= high)).all()
    gradient = objective.gradient(x)
    assert (gradient.norm(dim=0) < 1e-8).all()
    assert ((objective.value(x) - stated).abs() <= 1e-12 * stated.abs().clamp(min=1)).all()
    hessian = objective.hessian(x)
    assert hessian is not None
    matrices = hessian.permute(2, 0, 1)
    assert (torch.linalg.solve(matrices, gradient.T).abs() < 1e-12).all()
    eigenvalues = torch.linalg.eigvalsh(matrices)
    assert (eigenvalues >= -1e-12 * eigenvalues.abs().max()).all()


def assert_first_minimum_is_the_global_one(objective: Objective) -> None:
    values = [m.value for m in objective.minima]
    assert values == sorted(values)
    assert (objective.value(random_points(objective, 10_000)) >= values[0]).all()


def assert_list_of_minima_is_complete(objective: Objective) -> None:
    """Descents come to rest at stated minima only, and at every one of them."""
    x = random_points(objective, 2000)
    reach = torch.full_like(x[0], 0.1)
    for _ in range(300):
        if (objective.gradient(x).norm(dim=0) < 1e-9).all():
            break
        hessian = objective.hessian(x)
        assert hessian is not None
        # Newton's step, turned downhill where the function bends downwards; short, so that
        # a descent does not leap into another basin, and taken unless it climbs.
        curvature, axes = torch.linalg.eigh(hessian.permute(2, 0, 1))
        slope = (axes.mT @ objective.gradient(x).T[:, :, None])[:, :, 0]
        step = (axes @ (slope / curvature.abs().clamp(min=1e-6))[:, :, None])[:, :, 0].T
        tried = x - step * (reach / step.norm(dim=0).maximum(reach))
        value = objective.value(x)
        descends = objective.value(tried) <= value + 1e-12 * value.abs().clamp(min=1)
        x = tried.where(descends, x)
        reach = (2 * reach).clamp(max=0.1).where(descends, reach / 4)
    resting = objective.gradient(x).norm(dim=0) < 1e-8
    assert resting.double().mean() > 0.95
    distance = torch.cdist(x[:, resting].T, minimum_points(objective).T)
    assert (distance.min(1).values < 1e-6).all()
    assert (distance.min(0).values < 1e-6).all()

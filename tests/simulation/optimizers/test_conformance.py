"""Every rule that torch has too walks torch's path, and every rule keeps its lanes apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import product, repeat
from typing import Any

import pytest
import torch

from simulation.optimizers.base import Rule
from simulation.optimizers.catalog import OPTIMIZERS
from tests.simulation.optimizers.trajectories import (
    Problem,
    assert_equal_paths,
    complete,
    flags_of,
    lane_paths,
    problem,
    torch_path,
    torch_paths,
)

RULES = {id_: rule for id_, rule in OPTIMIZERS.items() if isinstance(rule, Rule)}
TOLERANCES = {torch.float64: 1e-12, torch.float32: 1e-5}
PROBLEMS = ("ill-conditioned", "rosenbrock", "airfoil", "airfoil/10")

TABLE: dict[str, list[dict[str, Any]]] = {
    "gradient-descent": [{"learning_rate": 0.1}, {"learning_rate": 1e-3}, {"learning_rate": 30.0}],
    "momentum": [
        {"learning_rate": 0.1, "momentum": 0.5},
        {"learning_rate": 1e-3},
        {"learning_rate": 0.6, "momentum": 0.25},
    ],
    "sgd": [
        {"learning_rate": 0.1},
        {"learning_rate": 1e-3, "momentum": 0.9},
        {"learning_rate": 1e-3, "momentum": 0.9, "dampening": 0.9},
        {"learning_rate": 1e-3, "momentum": 0.0, "dampening": 0.5},
        {"learning_rate": 0.05, "momentum": 0.5, "dampening": 0.3, "weight_decay": 0.1},
        {"learning_rate": 1e-3, "momentum": 0.9, "weight_decay": 0.01, "nesterov": True},
        {"learning_rate": 1e-3, "momentum": 0.9, "maximize": True},
        {"learning_rate": 30.0, "momentum": 0.9},
    ],
    "adagrad": [
        {},
        {"learning_rate": 1.0},
        {"learning_rate": 0.5, "learning_rate_decay": 0.1, "weight_decay": 0.1},
        {"learning_rate": 0.1, "initial_accumulator_value": 0.5, "epsilon": 0.1},
        {"learning_rate": 0.1, "maximize": True},
    ],
    "rmsprop": [
        {},
        {"learning_rate": 3e-3, "smoothing": 0.98, "weight_decay": 0.1},
        {"momentum": 0.9, "epsilon": 1e-3},
        {"smoothing": 0.0},
        {"centered": True},
        {"centered": True, "momentum": 0.5, "weight_decay": 0.1, "maximize": True},
    ],
    "adadelta": [
        {},
        {"learning_rate": 10.0, "rho": 0.5, "epsilon": 1e-3, "weight_decay": 0.1},
        {"learning_rate": 2.0, "rho": 0.99, "maximize": True},
    ],
    "adam": [
        {},
        {"learning_rate": 0.01, "beta2": 1 - 2**-13},
        {"learning_rate": 0.1},
        {"learning_rate": 0.05, "beta1": 0.5, "beta2": 0.99, "epsilon": 1e-3},
        {"learning_rate": 0.1, "beta1": 0.0, "beta2": 0.0},
        {"learning_rate": 0.1, "weight_decay": 0.1},
        {"learning_rate": 0.1, "weight_decay": 0.1, "decoupled_weight_decay": True},
        {"learning_rate": 0.1, "amsgrad": True},
        {"learning_rate": 0.1, "beta2": 0.9, "weight_decay": 0.1, "amsgrad": True},
        {"learning_rate": 0.1, "maximize": True},
    ],
    "adamw": [
        {},
        {"learning_rate": 0.01, "beta1": 0.5, "beta2": 0.99, "epsilon": 1e-3},
        {"learning_rate": 0.1, "weight_decay": 0.5},
        {"learning_rate": 0.1, "beta2": 0.9, "amsgrad": True},
        {"learning_rate": 0.1, "maximize": True},
    ],
    "sparse-adam": [
        {},
        {"learning_rate": 0.1, "epsilon": 1e-3},
        {"learning_rate": 0.02, "beta1": 0.5, "beta2": 0.99},
        {"learning_rate": 0.1, "maximize": True},
    ],
    "adamax": [
        {},
        {"learning_rate": 0.1, "epsilon": 1e-2},
        {"learning_rate": 0.01, "beta1": 0.5, "beta2": 0.99, "weight_decay": 0.1},
        {"learning_rate": 0.1, "maximize": True},
    ],
    "nadam": [
        {"epsilon": 1e-3},
        {"learning_rate": 0.1, "momentum_decay": 0.5},
        {"learning_rate": 0.01, "beta1": 0.5, "beta2": 0.99, "weight_decay": 0.1},
        {"learning_rate": 0.1, "weight_decay": 0.1, "decoupled_weight_decay": True},
        {"learning_rate": 0.1, "maximize": True},
    ],
    "radam": [
        {},
        {"learning_rate": 1e-3, "beta2": 1 - 2**-13},
        {"learning_rate": 0.1, "weight_decay": 0.1},
        {"learning_rate": 1e-3, "beta1": 0.5, "beta2": 0.99, "epsilon": 1e-3},
        {"learning_rate": 1e-3, "beta2": 0.6},
        {"learning_rate": 0.1, "weight_decay": 0.1, "decoupled_weight_decay": True},
        {"learning_rate": 1e-3, "maximize": True},
    ],
    "adafactor": [
        {},
        {"learning_rate": 0.02, "clipping": 2.0},
        {"learning_rate": 0.1, "beta2_decay": -0.5, "epsilon1": 1e-3, "epsilon2": 0.1},
        {"learning_rate": 0.02, "weight_decay": 0.1},
        {"learning_rate": 0.1, "maximize": True},
    ],
    "asgd": [
        {},
        {"learning_rate": 1e-3, "decay": 0.5, "power": 0.5, "averaging_start": 10.0},
        {"learning_rate": 1e-3, "weight_decay": 0.1, "averaging_start": 0.0},
        {"learning_rate": 1e-3, "maximize": True},
        {"learning_rate": 30.0},
    ],
    "rprop": [
        {},
        {"learning_rate": 0.3, "decrease_factor": 0.7, "increase_factor": 1.5},
        {"learning_rate": 0.1, "smallest_step": 0.01, "largest_step": 0.2},
        {"learning_rate": 1e-3, "maximize": True},
    ],
}

"""Option sets of each rule that torch has too; every option is away from its default once.

The β2 close to 1 is a number of float32 too, so that it tests the arithmetic with it rather
than its rounding."""

VIOLENT: dict[str, dict[str, Any]] = {
    "momentum": {"learning_rate": 1.5e-3, "momentum": 0.95},
    "adagrad": {"learning_rate": 5.0},
    "rmsprop": {"learning_rate": 0.05, "smoothing": 0.9},
    "adam": {"learning_rate": 0.5, "beta1": 0.5, "beta2": 0.9, "epsilon": 1e-3},
    "sparse-adam": {"learning_rate": 0.1, "beta1": 0.5, "beta2": 0.9},
    "adamax": {"learning_rate": 0.1, "beta1": 0.5, "beta2": 0.9, "weight_decay": 0.1},
    "nadam": {"learning_rate": 0.5, "beta2": 0.9},
    "adadelta": {"learning_rate": 30.0, "rho": 0.5, "epsilon": 1e-3},
}
"""Rates at which the valley of Rosenbrock amplifies a rounding by orders of magnitude."""

DIVERGING = {
    "gradient-descent": {"learning_rate": 30.0},
    "sgd": {"learning_rate": 30.0, "momentum": 0.9},
    "asgd": {"learning_rate": 30.0},
}
"""Option sets of the table under which every problem overflows within 200 steps."""


@pytest.fixture(params=TOLERANCES, ids=str)
def dtype(request: pytest.FixtureRequest) -> Iterator[torch.dtype]:
    """The precision of the run.

    It is made torch's default as well: ASGD and NAdam keep the rate and the product of
    momenta in the default type, and would round them to float32 in a float64 run.
    """
    before = torch.get_default_dtype()
    torch.set_default_dtype(request.param)
    yield request.param
    torch.set_default_dtype(before)


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def paths_of_table(
    rule: Rule, options: list[dict[str, Any]], where: Problem
) -> list[tuple[Mapping[str, Any], torch.Tensor, torch.Tensor]]:
    """Values of each option set, its path ``(steps, dim)`` and torch's own.

    Those of equal flags are lanes of one stepper.
    """
    groups: dict[Any, list[Mapping[str, Any]]] = defaultdict(list)
    for given in options:
        values = complete(rule, given)
        groups[flags_of(rule, values)].append(values)
    runs = [values for group in groups.values() for values in group]
    paths = torch.cat([lane_paths(rule, group, where) for group in groups.values()])
    return list(zip(runs, paths, torch_paths(rule, runs, where), strict=True))


def test_that_the_table_holds_every_rule_with_a_torch_form_and_every_option() -> None:
    assert set(TABLE) == {id_ for id_, rule in RULES.items() if rule.torch_form}
    for id_, options in TABLE.items():
        for parameter in RULES[id_].hyperparameters:
            values = {complete(RULES[id_], given)[parameter.name] for given in options}
            assert values - {parameter.default}, f"{id_}: {parameter.name} is never set"


@pytest.mark.parametrize("id_", TABLE)
@pytest.mark.parametrize("where", PROBLEMS)
def test_that_a_rule_walks_the_path_of_torch(id_: str, where: str, dtype: torch.dtype) -> None:
    check_paths(id_, where, dtype)


@pytest.mark.usefixtures("made_data")
@pytest.mark.parametrize("made_data", ["well-conditioned", "ill-conditioned"], indirect=True)
@pytest.mark.parametrize("dtype", [torch.float64], ids=str, indirect=True)
@pytest.mark.parametrize("id_", TABLE)
def test_that_so_it_does_however_data_are_conditioned(id_: str, dtype: torch.dtype) -> None:
    check_paths(id_, "airfoil", dtype)


def check_paths(id_: str, where: str, dtype: torch.dtype) -> None:
    rule, setting = RULES[id_], problem(where, dtype)
    for values, path, reference in paths_of_table(rule, TABLE[id_], setting):
        path_from = partial(torch_path, rule, values, setting)
        assert_equal_paths(path, reference, TOLERANCES[dtype], path_from, setting.start)


@pytest.mark.parametrize("id_", VIOLENT)
def test_that_amplified_rounding_is_all_that_parts_a_violent_run_from_torch(
    id_: str, dtype: torch.dtype
) -> None:
    rule, setting = RULES[id_], problem("rosenbrock", dtype)
    values = complete(rule, VIOLENT[id_])
    path = lane_paths(rule, [values], setting)[0]
    assert_equal_paths(
        path,
        torch_path(rule, values, setting),
        TOLERANCES[dtype],
        partial(torch_path, rule, values, setting),
        setting.start,
    )


@pytest.mark.parametrize("id_", DIVERGING)
@pytest.mark.parametrize("where", PROBLEMS)
def test_that_the_diverging_runs_of_the_table_do_diverge(id_: str, where: str) -> None:
    assert DIVERGING[id_] in TABLE[id_]
    rule, setting = RULES[id_], problem(where, torch.float32)
    path = lane_paths(rule, [complete(rule, DIVERGING[id_])], setting)[0]
    assert not path[-1].isfinite().any()


@pytest.mark.parametrize("id_", RULES)
def test_that_a_lane_does_not_depend_on_the_other_lanes(id_: str, dtype: torch.dtype) -> None:
    rule, setting = RULES[id_], problem("rosenbrock", dtype)
    rates = [10 ** (-4 + 3 * k / 70) for k in range(70)]
    runs = [complete(rule, {"learning_rate": rate}) for rate in rates]
    together = lane_paths(rule, runs, setting)
    for index in (0, 31, 32, 69):
        alone = lane_paths(rule, [runs[index]], setting)[0]
        assert torch.equal(together[index].nan_to_num(7.0), alone.nan_to_num(7.0))


@dataclass(frozen=True)
class Slope:
    """The same gradient in every coordinate everywhere."""

    steepness: float

    def steps(self, first: int, count: int) -> Iterator[Callable[[torch.Tensor], torch.Tensor]]:
        del first
        return repeat(partial(torch.full_like, fill_value=self.steepness), count)


@pytest.mark.parametrize("id_", TABLE)
def test_that_a_ramp_is_descended_as_by_torch(id_: str, dtype: torch.dtype) -> None:
    """From 0, the position is the sum of the steps: it shows how each is scaled."""
    rule, setting = RULES[id_], Problem(Slope(1.0), torch.zeros(2, dtype=dtype))
    for _, path, reference in paths_of_table(rule, TABLE[id_], setting):
        assert_equal_paths(path, reference, TOLERANCES[dtype])


@pytest.mark.parametrize("id_", TABLE)
def test_that_a_gradient_whose_square_overflows_does_what_it_does_to_torch(
    id_: str, dtype: torch.dtype
) -> None:
    rule = RULES[id_]
    cliff = Slope(1e4 * torch.finfo(dtype).max ** 0.5)
    setting = Problem(cliff, torch.tensor([-1.0, 0.5], dtype=dtype))
    for _, path, reference in paths_of_table(rule, TABLE[id_], setting):
        assert_equal_paths(path, reference, TOLERANCES[dtype])


@pytest.mark.parametrize("id_", RULES)
def test_that_a_run_on_a_plateau_stays_finite(id_: str, dtype: torch.dtype) -> None:
    rule = RULES[id_]
    setting = Problem(Slope(0.0), torch.tensor([-1.0, 0.0, 2.0], dtype=dtype))
    values = complete(rule, {})
    path = lane_paths(rule, [values], setting)[0]
    assert path.isfinite().all()
    if rule.torch_form:
        assert_equal_paths(path, torch_path(rule, values, setting), TOLERANCES[dtype])
    else:
        assert torch.equal(path, setting.start.expand_as(path))


def tensors(state: Any) -> Iterator[torch.Tensor]:
    """The tensors of a state, also of states within it."""
    for entry in state:
        if isinstance(entry, torch.Tensor):
            yield entry
        else:
            yield from tensors(entry)


@pytest.mark.parametrize("id_", RULES)
def test_that_an_update_is_pure_and_decides_nothing_by_values(id_: str) -> None:
    """On the meta device a tensor has no values to look at: what passes can be captured."""
    rule = RULES[id_]
    flags = [p.name for p in rule.hyperparameters if p.kind == "flag"]
    x = torch.ones(3, 32, dtype=torch.float32, device="meta")
    numbers = {
        p.name: x.new_full((32,), p.default) for p in rule.hyperparameters if p.kind == "number"
    }
    for values in product((False, True), repeat=len(flags)):
        before = rule.init(x)
        memory = list(tensors(before))
        versions = [t._version for t in (x, *memory)]
        moved, after = rule.update(x, x, before, **numbers, **dict(zip(flags, values, strict=True)))
        assert [t._version for t in (x, *memory)] == versions, "changed in place"
        assert (moved.shape, moved.dtype) == (x.shape, x.dtype)
        assert type(after) is type(before)
        assert [(t.shape, t.dtype) for t in tensors(after)] == [(t.shape, t.dtype) for t in memory]
        assert len({id(t) for t in (x, *memory)}) == 1 + len(memory), "two fields share a tensor"

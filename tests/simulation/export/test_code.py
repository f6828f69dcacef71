"""A copied script computes what the program computes, and shows all that it does."""

from __future__ import annotations

import dataclasses
import io
import math
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

import numpy as np
import pytest
import torch

from simulation.engine.runner import Runner
from simulation.errors import InputError
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.export.code import pytorch_script
from simulation.noise import Noise
from simulation.objectives.catalog import OBJECTIVES
from simulation.optimizers.catalog import OPTIMIZERS, UNDECLARED
from simulation.presets import presets
from simulation.schedules import Schedule
from simulation.starts import Starts

LINE = re.compile(r"^(?P<label>.*): x = (?P<x>\[.*\]), loss = (?P<loss>\S+)$", re.MULTILINE)


@pytest.fixture(autouse=True)
def _torch_as_it_was() -> Iterator[None]:
    dtype = torch.get_default_dtype()
    with torch.random.fork_rng():
        yield
    torch.set_default_dtype(dtype)


def results(printed: str) -> list[tuple[str, np.ndarray, float]]:
    """Label, position and loss of each run that a script has printed."""
    names = {"inf": math.inf, "nan": math.nan}
    return [
        (found["label"], np.array(eval(found["x"], names)), float(found["loss"]))
        for found in LINE.finditer(printed)
    ]


def execute(experiment: Experiment) -> list[tuple[str, np.ndarray, float]]:
    printed = io.StringIO()
    with redirect_stdout(printed):
        exec(compile(pytorch_script(experiment), "script.py", "exec"), {"__name__": "__main__"})
    return results(printed.getvalue())


def check(experiment: Experiment, tolerance: float = 1e-9) -> None:
    """The script ends where the runner ends; a run that diverges does so in both."""
    runs = [run for run in experiment.runs if run.enabled]
    records = [record for record in Runner(experiment).run().records if len(record)]
    found = execute(experiment)
    assert [label for label, *_ in found] == [run.title for run in runs]
    for record, (_, x, loss) in zip(records, found, strict=True):
        expected = record.positions[:, -1]
        if record.diverged_at is not None:
            assert not np.isfinite([*x, loss]).all()
            continue
        moved = np.linalg.norm(expected - record.positions[:, 0])
        assert np.linalg.norm(x - expected) <= tolerance * (np.linalg.norm(expected) + moved)
        assert loss == pytest.approx(record.losses[-1], rel=10 * tolerance, abs=tolerance)


@pytest.mark.parametrize("name", presets())
def test_that_a_preset_ends_where_the_program_ends(name: str) -> None:
    check(presets()[name].experiment)


@pytest.mark.parametrize("objective", ["two-wells", "rosenbrock"])
@pytest.mark.parametrize("name", sorted({*OPTIMIZERS, *UNDECLARED} - {"torch.optim.Muon"}))
def test_that_every_optimizer_ends_where_the_program_ends(name: str, objective: str) -> None:
    start = (-1.7, 1.2) if objective == "two-wells" else (-1.2, 1.0)
    h = {"learning_rate": 1e-3} if name != "torch.optim.LBFGS" else {}
    check(Experiment(ObjectiveChoice(objective, start), (Run(name, h),), steps=40))


@pytest.mark.parametrize("name", ["torch.optim.Muon", "momentum", "nesterov", "torch.optim.SGD"])
def test_that_a_matrix_is_optimized_as_one(name: str) -> None:
    check(
        Experiment(
            ObjectiveChoice("linear-map"),
            (Run(name, {"learning_rate": 0.01}),),
            steps=30,
            noise=Noise(sigma=0.1),
        )
    )


@pytest.mark.parametrize("name", [name for name in OBJECTIVES if name != "airfoil"])
def test_that_every_objective_is_written_out(name: str) -> None:
    h = {"learning_rate": 1e-3, "momentum": 0.5}
    check(Experiment(ObjectiveChoice(name), (Run("momentum", h), Run("nesterov", h)), steps=20))


@pytest.mark.parametrize("name", ["rastrigin", "ackley", "rosenbrock", "styblinski-tang"])
def test_that_many_coordinates_are_written_out(name: str) -> None:
    choice = ObjectiveChoice(name, parameters={"dimension": 50})
    check(Experiment(choice, (Run("momentum", {"learning_rate": 1e-4}),), steps=20))


@pytest.mark.parametrize(
    "formula",
    [
        "x^2 + 2*y^2 - x*y",
        "sin(3*x) + max(x, 2)^2 - log(4)*x + 1/(1+exp(-x^2))",
        "min(x1, x2, 7)*hypot(x3, 1) + (x1*x2 + x3)^2/(1 + (x1*x2 + x3)^2) + abs(x3 - 1)^1.5",
        "-x^2^2 + (-x)^4 * 3 - 2^-x + atan2(x, 3)",
    ],
)
def test_that_a_typed_formula_is_written_out(formula: str) -> None:
    choice = ObjectiveChoice("formula", parameters={"formula": formula})
    check(Experiment(choice, (Run("momentum", {"learning_rate": 1e-3}),), steps=20))


def test_that_single_precision_is_kept() -> None:
    runs = (Run("adam", {"learning_rate": 0.1}), Run("qhm"), Run("nesterov"))
    check(Experiment(runs=runs, steps=50, dtype="float32"), 1e-4)


SCHEDULES = {
    "cosine": Schedule("cosine", {"steps": 20, "floor": 0.1}),
    "multi-step": Schedule("multi-step", {"at": (5, 9), "factor": 0.3}),
    "warm-up": Schedule("warm-up", {"steps": 7, "from": 0.2}),
    "cosine-restarts": Schedule("cosine-restarts", {"period": 5, "growth": 2}),
    "one-cycle": Schedule("one-cycle", {"steps": 25}),
    "sequence": Schedule(
        "sequence", {"at": (6,)}, (Schedule("warm-up"), Schedule("exponential", {"factor": 0.9}))
    ),
    "product": Schedule("product", {}, (Schedule("step", {"every": 8}), Schedule("inverse-time"))),
}


@pytest.mark.parametrize("kind", SCHEDULES)
def test_that_schedules_are_written_out(kind: str) -> None:
    names = ("momentum", "momentum-displacement", "nesterov", "torch.optim.SGD")
    schedules = {"learning_rate": SCHEDULES[kind]}
    runs = tuple(
        Run(name, {"learning_rate": 0.05, "momentum": 0.5}, schedules=schedules) for name in names
    )
    check(Experiment(runs=runs, steps=25))


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_that_every_optimizer_follows_a_learning_rate(name: str) -> None:
    # One that starts low: some use the learning rate of the first step for good.
    run = Run(name, {"learning_rate": 1e-2}, schedules={"learning_rate": SCHEDULES["one-cycle"]})
    check(Experiment(ObjectiveChoice("two-wells"), (run,), steps=25))


def test_that_other_hyperparameters_follow_schedules_too() -> None:
    rescaled = {"learning_rate": SCHEDULES["warm-up"], "momentum": Schedule("rescale")}
    from_nothing = Schedule("warm-up", {"steps": 10, "from": 0.0})
    runs = (
        Run("momentum", {"learning_rate": 0.02, "momentum": 0.95}, schedules=rescaled),
        Run("momentum", {"learning_rate": 0.02}, schedules={"momentum": from_nothing}),
        Run("adam", {"learning_rate": 0.1}, schedules={"beta1": from_nothing}),
        Run("adamw", {"learning_rate": 0.1}, schedules={"beta2": SCHEDULES["cosine"]}),
        Run("torch.optim.Adam", {"learning_rate": 0.1}, schedules={"beta2": SCHEDULES["cosine"]}),
    )
    check(Experiment(runs=runs, steps=25))


@pytest.mark.parametrize("shared", [True, False])
@pytest.mark.parametrize(
    ("noise", "optimizers"),
    [
        (Noise("gaussian", 0.3), ("momentum", "nesterov", "torch.optim.Adam")),
        (Noise("linear", 0.3, draws=4), ("adam", "lion")),
        (Noise("langevin", 0.1), ("gradient-descent",)),
        (Noise("kramers", 0.1), ("momentum", "momentum-displacement")),
    ],
)
def test_that_noise_is_drawn_alike(noise: Noise, optimizers: tuple[str, ...], shared: bool) -> None:
    noise = Noise(noise.kind, noise.sigma, noise.draws, shared)
    runs = tuple(Run(name, {"learning_rate": 0.05}) for name in optimizers)
    check(Experiment(runs=runs, steps=300, seed=7, noise=noise))


def test_that_a_closure_sees_the_noise_of_its_step() -> None:
    run = Run("torch.optim.LBFGS", {"max_iter": 3})
    check(Experiment(ObjectiveChoice("booth"), (run,), steps=8, noise=Noise(sigma=0.1)))


@pytest.mark.parametrize("kind", ["langevin", "kramers"])
def test_that_the_noise_follows_the_learning_rate(kind: str) -> None:
    schedules = {"learning_rate": SCHEDULES["warm-up"]}
    if kind == "kramers":
        schedules["momentum"] = Schedule("rescale")
    name = "momentum" if kind == "kramers" else "gradient-descent"
    run = Run(name, {"learning_rate": 0.05}, schedules=schedules)
    check(Experiment(runs=(run,), steps=40, noise=Noise(kind, 0.1)))


@pytest.mark.parametrize("sampling", ["shuffle", "replacement"])
def test_that_minibatches_come_in_the_same_order(sampling: str) -> None:
    h = {"learning_rate": 0.01}
    few = {"max_iter": 2}  # at the bottom of each batch it would divide rounding by rounding
    growing = Schedule("exponential", {"factor": 1.5})
    for batch_size_schedule in (None, growing):
        check(
            Experiment(
                ObjectiveChoice("airfoil"),
                (Run("momentum", h), Run("nesterov", h), Run("torch.optim.LBFGS", few)),
                steps=60,
                seed=3,
                batch_size=70,
                batch_size_schedule=batch_size_schedule,
                sampling=sampling,
            )
        )


def test_that_no_setting_is_forgotten() -> None:
    """A new field needs its place in the script, and then in these sets."""
    names = {field.name for field in dataclasses.fields(Experiment)}
    only_shown = {"title", "starts"}
    computed = {"objective", "runs", "steps", "seed", "noise", "dtype", "device"}
    assert names == only_shown | computed | {"batch_size", "batch_size_schedule", "sampling"}
    names = {field.name for field in dataclasses.fields(Run)}
    assert names == {"optimizer", "hyperparameters", "schedules", "enabled", "label", "colour"}


def test_that_other_starts_are_named_but_not_computed() -> None:
    experiment = Experiment(starts=Starts(count=300))
    assert "The 300 other starts are left out." in pytorch_script(experiment)
    assert len(execute(experiment)) == 1


def test_that_a_run_that_is_not_enabled_is_named_but_not_computed() -> None:
    experiment = Experiment(runs=(Run(label="first"), Run(label="second", enabled=False)))
    assert [label for label, *_ in execute(experiment)] == ["first"]
    assert "second (not enabled, left out)" in pytorch_script(experiment)


def test_that_no_text_of_a_file_becomes_code() -> None:
    nasty = '"""\nraise SystemExit\n\r\u2028{x}\\'
    run = Run(label=f"a'b{nasty}")
    choice = ObjectiveChoice("formula", parameters={"formula": "x^2 +\n\tx"})
    experiment = Experiment(choice, (run,), title=nasty, steps=1)
    printed = io.StringIO()
    with redirect_stdout(printed):
        exec(compile(pytorch_script(experiment), "script.py", "exec"), {})
    assert nasty in printed.getvalue()


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_that_torch_computes_what_torch_has(name: str) -> None:
    """Only rules without a class of torch's are written out."""
    experiment = Experiment(ObjectiveChoice("two-wells"), (Run(name),))
    form = getattr(experiment.runs[0].declaration, "torch_form", None)
    script = pytorch_script(experiment)
    assert ("optimizer.step()" in script) == (form is not None)
    assert form is None or f"optimizer = {form.path}(" in script


def test_that_the_script_stands_alone(tmp_path: Path) -> None:
    runs = (Run("momentum"), Run("qhm"), Run("lion"))
    experiment = Experiment(ObjectiveChoice("himmelblau"), runs, steps=30)
    (tmp_path / "script.py").write_text(pytorch_script(experiment), encoding="utf-8")
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, "-I", "script.py"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    ends = [record.positions[:, -1] for record in Runner(experiment).run().records]
    for (_, x, _), end in zip(results(done.stdout), ends, strict=True):
        np.testing.assert_allclose(x, end, rtol=1e-9)


def test_that_a_program_without_its_source_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> str:
        raise OSError("could not get source code")

    monkeypatch.setattr("inspect.getsource", missing)
    with pytest.raises(InputError, match="without its source"):
        pytorch_script(Experiment(runs=(Run("qhm"),)))

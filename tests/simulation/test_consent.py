"""Optimizers from outside: imported only if allowed, run as they are, and answerable."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

import main
from simulation.engine.runner import Runner
from simulation.errors import InputError
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.files import from_document, parse
from simulation.optimizers import consent, torch_optim
from simulation.optimizers.consent import ConsentNeeded

HEADER = """
from __future__ import annotations
from pathlib import Path
import torch
Path(__file__).with_suffix(".ran").touch()

class Base(torch.optim.Optimizer):
    def __init__(self, params, lr=0.1):
        super().__init__(params, {"lr": lr})

    def parameter(self):
        return self.param_groups[0]["params"][0]
"""

OPTIMIZERS = '''
class Plain(torch.optim.Optimizer):
    """Descent with a pull.

    Args:
        params: what to optimize
        pull (float): pull towards the origin. More text (default: 0)
    """

    def __init__(self, params, lr, pull: float = 0.0, rounds=2, betas=(0.9, 0.99), mode="a",
                 clip=None, hook=print, **rest):
        super().__init__(params, {"lr": lr, "pull": pull, "rounds": rounds})

    @torch.no_grad()
    def step(self):
        group = self.param_groups[0]
        for _ in range(group["rounds"]):
            for p in group["params"]:
                p.sub_(group["lr"] * (p.grad + group["pull"] * p))

class Drunk(Base):
    @torch.no_grad()
    def step(self, closure=None):
        self.parameter().add_(torch.randn(2), alpha=self.param_groups[0]["lr"])

class Sharpness(Base):
    """Descends with the gradient of a point uphill, for which it needs the closure."""

    @torch.no_grad()
    def step(self, closure=None):
        assert closure is not None
        p, lr = self.parameter(), self.param_groups[0]["lr"]
        kept, uphill = p.clone(), 0.01 * p.grad
        p.add_(uphill)
        loss = closure()
        assert loss.ndim == 0
        p.copy_(kept - lr * p.grad)

class Polyak(Base):
    """The step size of Polyak for a function whose minimum is 0: it needs the loss."""

    @torch.no_grad()
    def step(self, closure):
        loss = closure()
        p = self.parameter()
        p.sub_(p.grad, alpha=float(loss / p.grad.square().sum()))

class Shapeless(Base):
    def step(self, closure=None):
        self.parameter().data = torch.zeros(3)

class Late(Base):
    count = 0
    def step(self, closure=None):
        self.count += 1
        if self.count == 3:
            raise RuntimeError("out of\\nsteam")

class Quits(Base):
    def step(self, closure=None):
        raise SystemExit(3)

class Backward(Base):
    def step(self, closure=None):
        with torch.enable_grad():
            closure().backward(create_graph=True)

class Picky(Base):
    def __init__(self, params, lr=0.1):
        raise TypeError("not today")

class Wanting(Base):
    def __init__(self, params, model, lr=0.1):
        super().__init__(params, lr)

class NoOptimizer:
    pass
'''


@pytest.fixture(autouse=True)
def _nothing_allowed(monkeypatch):
    monkeypatch.setattr(consent, "_given", set())
    monkeypatch.setattr(torch_optim, "_declared", dict(torch_optim._declared))
    before = set(sys.modules)
    yield
    for name in [name for name in sys.modules if name.startswith("lab_")]:
        if name not in before:
            del sys.modules[name]


@pytest.fixture
def module(tmp_path, monkeypatch):
    """``module("lab_name", code)`` writes a module where Python finds it; returns its canary."""
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    def write(name="lab_optimizers", code=OPTIMIZERS):
        (tmp_path / f"{name}.py").write_text(HEADER + code)
        return tmp_path / f"{name}.ran"

    return write


@pytest.fixture
def allowed(module):
    """``allowed("Plain")`` is the path of a class of the module above, allowed."""
    module()

    def allow(name):
        consent.allow(f"lab_optimizers.{name}")
        return f"lab_optimizers.{name}"

    return allow


def experiment(optimizer, values=None, steps=20, objective="ill-conditioned", **settings):
    runs = (Run("gradient-descent", {"learning_rate": 0.1}), Run(optimizer, values or {}))
    return Experiment(ObjectiveChoice(objective), runs, steps=steps, **settings)


def record_of(optimizer, values=None, **settings):
    return Runner(experiment(optimizer, values, **settings)).run().records[1]


def test_that_nothing_is_imported_before_it_is_allowed(module):
    canary = module()
    text = 'format = 1\n[objective]\nid = "ellipse"\n[[runs]]\noptimizer = "lab_optimizers.Plain"\n'
    with pytest.raises(ConsentNeeded) as question:
        from_document(parse(text, "f"))
    assert question.value.path == "lab_optimizers.Plain"
    assert question.value.key == "runs.0.optimizer"
    assert "--allow-import lab_optimizers.Plain" in str(question.value)
    consent.allow("lab_optimizers.Drunk")  # consent to one class is none to another
    with pytest.raises(ConsentNeeded):
        from_document(parse(text, "f"))
    assert not canary.exists()
    consent.allow("lab_optimizers.Plain")
    assert from_document(parse(text, "f")).runs[0].optimizer == "lab_optimizers.Plain"
    assert canary.exists()


def test_that_a_class_of_ones_own_is_declared_from_its_signature(allowed):
    run = experiment(allowed("Plain"), {"learning_rate": 0.05}).runs[1]
    assert run.hyperparameters == {
        "learning_rate": 0.05,
        "pull": 0.0,
        "rounds": 2,
        "beta1": 0.9,
        "beta2": 0.99,
        "clip": None,
    }
    assert run.title == "Plain, η 0.05"
    (pull,) = [p for p in run.declaration.hyperparameters if p.name == "pull"]
    assert pull.meaning == "Pull towards the origin."
    keywords = run.declaration.torch_form.keywords(run.hyperparameters)
    assert keywords["betas"] == (0.9, 0.99)
    assert type(keywords["rounds"]) is int  # range() would refuse 2.0


def test_that_a_class_of_ones_own_runs_as_it_is(allowed):
    record = record_of(allowed("Plain"), {"learning_rate": 0.05, "pull": 0.5, "rounds": 3})
    x = np.array([-5.0, -2.0])
    for step in range(1, 21):
        gradient = np.array([0.2, 4.0]) * x
        for _ in range(3):
            x = x - 0.05 * (gradient + 0.5 * x)
        np.testing.assert_allclose(record.positions[:, step], x, rtol=1e-12)


def test_that_a_scheduled_value_reaches_a_class_of_ones_own(allowed):
    with_schedule = {
        "format": 1,
        "steps": 4,
        "objective": {"id": "half-square"},
        "runs": [
            {
                "optimizer": allowed("Plain"),
                "learning_rate": 0.5,
                "rounds": 1,
                "schedules": {"learning_rate": {"kind": "exponential", "factor": 0.5}},
            }
        ],
    }
    (record,) = Runner(from_document(with_schedule)).run().records
    np.testing.assert_allclose(record.positions[0], np.cumprod([1, 0.5, 0.75, 0.875, 0.9375]))


def test_that_randomness_comes_from_the_seed_and_leaves_no_trace(allowed):
    drunk = allowed("Drunk")
    torch.random.manual_seed(7)
    before = torch.get_rng_state()
    one = record_of(drunk, seed=1)
    assert torch.equal(torch.get_rng_state(), before)
    torch.rand(5)
    np.testing.assert_array_equal(record_of(drunk, seed=1).positions, one.positions)
    assert not np.array_equal(record_of(drunk, seed=2).positions, one.positions)
    runner = Runner(experiment(drunk, seed=1))
    while not runner.done:
        runner._chunk = 3
        runner.advance(0.0)
    np.testing.assert_array_equal(runner.history.records[1].positions, one.positions)


def test_that_two_random_runs_draw_apart(allowed):
    drunk = allowed("Drunk")
    one, other = Runner(Experiment(runs=(Run(drunk), Run(drunk)))).run().records
    assert not np.array_equal(one.positions, other.positions)


def test_that_an_optimizer_which_needs_a_closure_gets_one(allowed):
    record = record_of(allowed("Sharpness"), {"learning_rate": 0.1})
    a = np.array([0.2, 4.0])
    factors = 1 - 0.1 * a * (1 + 0.01 * a)
    expected = np.array([-5.0, -2.0])[:, None] * factors[:, None] ** np.arange(21)
    np.testing.assert_allclose(record.positions, expected, rtol=1e-12)


def test_that_the_closure_returns_the_loss(allowed):
    record = record_of(allowed("Polyak"), objective="half-square", steps=5)
    np.testing.assert_allclose(record.positions[0], 0.5 ** np.arange(6), rtol=1e-12)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Late", "lab_optimizers.Late failed in step 3: RuntimeError: out of steam"),
        ("Quits", "lab_optimizers.Quits failed in step 1: SystemExit: 3"),
        ("Shapeless", "lab_optimizers.Shapeless failed in step 1: it changed the shape"),
        ("Backward", "lab_optimizers.Backward failed in step 1: it differentiates the loss"),
    ],
)
def test_that_a_failure_on_the_way_names_the_run_and_the_step(name, sentence, allowed):
    runner = Runner(experiment(allowed(name)))
    with pytest.raises(InputError) as failure:
        runner.run()
    assert str(failure.value).startswith(f"runs.1: {sentence}")
    assert "\n" not in str(failure.value)
    assert torch.get_default_dtype() == torch.float32


def test_that_a_constructor_that_raises_is_quoted(allowed):
    with pytest.raises(InputError, match=r"^runs\.1: lab_optimizers\.Picky refuses .*not today$"):
        Runner(experiment(allowed("Picky")))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Wanting", "its argument 'model' has no default"),
        ("NoOptimizer", "is no optimizer; give a subclass of torch.optim.Optimizer"),
        ("Nowhere", "the module lab_optimizers has no Nowhere"),
    ],
)
def test_that_what_is_no_usable_class_gets_a_sentence(name, words, allowed):
    path = allowed(name)
    with pytest.raises(InputError) as refusal:
        experiment(path)
    assert refusal.value.key == "runs.1.optimizer"
    assert words in str(refusal.value)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("raise ValueError('no\\nway')", "importing lab_broken failed: ValueError: no way"),
        ("raise SystemExit", "importing lab_broken failed: SystemExit"),
        ("def (", "importing lab_broken failed: SyntaxError"),
        ("import lab_absent", "importing lab_broken failed: ModuleNotFoundError"),
    ],
)
def test_that_an_import_that_fails_gets_a_sentence(code, words, module):
    module("lab_broken", code)
    consent.allow("lab_broken.Any")
    with pytest.raises(InputError) as refusal:
        experiment("lab_broken.Any")
    assert words in str(refusal.value)
    assert refusal.value.key == "runs.1.optimizer"


@pytest.mark.parametrize("path", ["lab_missing.Any", "lab_missing.deeper.Any"])
def test_that_a_module_that_is_not_there_gets_a_sentence(path):
    consent.allow(path)
    with pytest.raises(InputError, match=r"there is no module lab_missing; .* PYTHONPATH"):
        experiment(path)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(
        'format = 1\nsteps = 5\n[objective]\nid = "half-square"\n'
        '[[runs]]\noptimizer = "lab_optimizers.Polyak"\n'
    )
    return path


def test_that_the_command_line_asks_for_the_flag_and_then_runs(file, module, capsys):
    canary = module()
    assert main.main(["run", str(file)]) == 2
    captured = capsys.readouterr()
    assert captured.err.count("\n") == 1
    assert "--allow-import lab_optimizers.Polyak" in captured.err
    assert not canary.exists()
    arguments = ["run", str(file), "--allow-import", "lab_optimizers.Polyak", "--json"]
    assert main.main(arguments) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert row["x"] == [0.5**5]


def test_that_the_command_line_says_in_one_line_which_run_failed(file, module, capsys):
    module()
    text = file.read_text().replace("Polyak", "Late")
    Path(file).write_text(text)
    assert main.main(["run", str(file), "--allow-import", "lab_optimizers.Late"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == (
        "momentum-lab: runs.0: lab_optimizers.Late failed in step 3: RuntimeError: out of steam\n"
    )

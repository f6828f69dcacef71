"""Noise is reproducible, of the stated strength, and shared or not as asked."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from simulation.engine.runner import Runner
from simulation.errors import InputError
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.files import dumps, from_document, parse
from simulation.noise import BLOCK, Kicks, Noise

FLAT = ObjectiveChoice("scalar-quadratic", start=(0.0,), parameters={"curvature": 1e-12})
"""An objective without a slope to speak of: what moves is the noise."""

DESCENT = Run("gradient-descent", {"learning_rate": 0.1})


def kicks(experiment: Experiment) -> np.ndarray:
    """What each step of gradient descent added to the gradient, ``(runs, steps)``."""
    history = Runner(experiment).run()
    rates = [run.hyperparameters["learning_rate"] for run in experiment.runs]
    moved = np.stack([np.diff(record.positions[0]) for record in history.records])
    return -moved / np.array(rates)[:, None]


@pytest.mark.parametrize(
    ("noise", "deviation"),
    [
        (Noise("gaussian", 0.7), 0.7),
        (Noise("linear", 0.7, draws=49), 0.1),
        (Noise("langevin", 0.7), 0.7 * (2 / 0.1) ** 0.5),
    ],
)
def test_that_the_noise_has_the_stated_strength(noise: Noise, deviation: float) -> None:
    drawn = kicks(Experiment(FLAT, (DESCENT,), steps=20_000, noise=noise))
    # The standard error of a standard deviation of n draws is σ / √(2n).
    assert drawn.std() == pytest.approx(deviation, rel=4 / (2 * 20_000) ** 0.5)
    assert abs(drawn.mean()) < 4 * deviation / 20_000**0.5


def test_that_kramers_noise_without_momentum_is_langevin_noise() -> None:
    still = Run("momentum", {"learning_rate": 0.1, "momentum": 0.0})
    first = Runner(Experiment(runs=(still,), noise=Noise("kramers"), steps=50)).run()
    second = Runner(Experiment(runs=(DESCENT,), noise=Noise("langevin"), steps=50)).run()
    np.testing.assert_allclose(
        first.records[0].positions, second.records[0].positions, rtol=0, atol=1e-13
    )


@pytest.mark.parametrize("rate", [0.1, 0.5, 1.0, 1.5])
def test_that_langevin_noise_has_the_exact_discrete_variance(rate: float) -> None:
    """Var x = σ² 2 / (λ (2 − γλ)) on λx²/2 with step γ; here σ = λ = 1."""
    runs = tuple(replace(DESCENT, hyperparameters={"learning_rate": rate}) for _ in range(64))
    choice = ObjectiveChoice("scalar-quadratic", start=(0.0,))
    noise = Noise("langevin", shared=False)
    history = Runner(Experiment(choice, runs, steps=4000, noise=noise)).run()
    late = np.stack([record.positions[0, 500:] for record in history.records])
    # Correlation over about 2/γ steps leaves some 64 · 3500 γ / 4 independent values.
    independent = late.size * min(rate, 1.0) / 4
    assert late.var() == pytest.approx(2 / (2 - rate), rel=4 * (2 / independent) ** 0.5)


def test_that_kramers_noise_reaches_the_temperature_it_names() -> None:
    """⟨x²⟩ = σ²/λ at small time steps (Su Jianlin 2018, with the √(2λ) he leaves out)."""
    runs = tuple(Run("momentum", {"learning_rate": 0.01, "momentum": 0.9}) for _ in range(64))
    choice = ObjectiveChoice("scalar-quadratic", start=(0.0,))
    noise = Noise("kramers", sigma=0.5, shared=False)
    history = Runner(Experiment(choice, runs, steps=8000, noise=noise)).run()
    late = np.stack([record.positions[0, 1000:] for record in history.records])
    assert late.var() == pytest.approx(0.25, rel=0.05)


def test_that_shared_noise_is_the_same_for_all_runs_and_independent_noise_is_not() -> None:
    shared = kicks(Experiment(FLAT, (DESCENT, DESCENT), steps=100, noise=Noise()))
    np.testing.assert_array_equal(shared[0], shared[1])
    apart = kicks(Experiment(FLAT, (DESCENT, DESCENT), steps=5000, noise=Noise(shared=False)))
    assert abs(np.corrcoef(apart)[0, 1]) < 4 / 5000**0.5


def test_that_a_runs_noise_does_not_depend_on_the_other_runs() -> None:
    noise = Noise(shared=False)
    others = (Run("momentum"), DESCENT, Run("adam"), DESCENT)
    together = Runner(Experiment(runs=others, noise=noise)).run().records[1]
    alone = (replace(DESCENT, enabled=False), DESCENT)
    apart = Runner(Experiment(runs=alone, noise=noise)).run().records[1]
    np.testing.assert_array_equal(together.positions, apart.positions)


def test_that_any_stretch_of_noise_can_be_drawn_alone() -> None:
    made = Kicks(Noise(shared=False), 3, [(0, DESCENT), (5, DESCENT)], dim=2)
    whole = made.steps(0, 3 * BLOCK)
    assert whole.shape == (3 * BLOCK, 2, 2)
    for first, count in ((0, 1), (BLOCK - 1, 2), (100, 2 * BLOCK), (2 * BLOCK, BLOCK)):
        np.testing.assert_array_equal(made.steps(first, count), whole[first : first + count])


def test_that_the_recorded_loss_is_that_of_the_objective_itself() -> None:
    record = Runner(Experiment(noise=Noise(sigma=2.0))).run().records[0]
    x1, x2 = record.positions
    np.testing.assert_allclose(record.losses, 0.1 * x1**2 + 2 * x2**2, rtol=1e-14)
    np.testing.assert_allclose(record.gradients, [0.2 * x1, 4 * x2], rtol=1e-14)


def test_that_another_seed_gives_other_noise_and_the_same_seed_the_same() -> None:
    def end(seed: int) -> np.ndarray:
        experiment = Experiment(noise=Noise(), seed=seed)
        return Runner(experiment).run().records[0].positions

    np.testing.assert_array_equal(end(1), end(1))
    assert not np.array_equal(end(1), end(2))


def test_that_noise_survives_the_file() -> None:
    experiment = Experiment(runs=(Run(),), noise=Noise("kramers", 0.25, shared=False))
    assert from_document(parse(dumps(experiment), "text")).noise == experiment.noise


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ('kind = "pink"', "noise.kind: no kind of noise is called 'pink'"),
        ('kind = ["pink"]', "noise.kind: ['pink'] is not allowed; give 'gaussian'"),
        ("sigma = -1", "noise.sigma"),
        ("sigma = inf", "noise.sigma"),
        ("draws = 0", "noise.draws"),
        ("volume = 11", "noise.volume"),
        ('kind = "langevin"', "runs.0.optimizer: Langevin noise is for gradient-descent"),
    ],
)
def test_that_bad_noise_is_refused_by_its_key(table: str, words: str) -> None:
    text = (
        'format = 1\n[objective]\nid = "ellipse"\n[[runs]]\noptimizer = "momentum"\n'
        f"[noise]\n{table}\n"
    )
    with pytest.raises(InputError) as refusal:
        from_document(parse(text, "text"))
    assert str(refusal.value).startswith(words)

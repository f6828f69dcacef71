"""Iterates without stepping, against the engine; the best values, against the texts."""

from __future__ import annotations

import numpy as np
import pytest

from simulation.engine.runner import Runner
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.noise import Noise
from simulation.objectives.catalog import build_objective
from simulation.optimizers.catalog import OPTIMIZERS
from simulation.schedules import Schedule
from simulation.theory.analysis import Prediction, measure, predict, spectrum_of
from simulation.theory.closed_form import iterates, resting_place
from simulation.theory.optima import Optimum, best_for, fastest, with_optimum
from simulation.theory.probing import recursion_of
from simulation.theory.regimes import Regime
from simulation.theory.stability import family_of, stability_map, textbook_family

QUADRATIC = ObjectiveChoice("quadratic", (4.0, -3.0))
"""½ xᵀQx + cᵀx whose minimum is not at 0 and whose eigenvectors are no axes."""
MOMENTUM = {"learning_rate": 0.2, "momentum": 0.7}
RUNS = [
    ("gradient-descent", {"learning_rate": 0.3}),
    ("momentum", MOMENTUM),
    ("momentum-displacement", MOMENTUM),
    ("momentum-averaged", MOMENTUM),
    ("nesterov", MOMENTUM),
    ("nesterov-midpoint", MOMENTUM),
    ("nesterov-shifted", MOMENTUM),
    ("sgd", {**MOMENTUM, "dampening": 0.3}),
    ("sgd", {**MOMENTUM, "nesterov": True}),
    ("sgd", {**MOMENTUM, "weight_decay": 0.2}),
    ("torch.optim.SGD", {**MOMENTUM, "dampening": 0.7}),
    ("qhm", {**MOMENTUM, "nu": 0.6}),
    ("momentum", {"learning_rate": 2.0, "momentum": 0.3}),  # diverges
]


def run_of(objective, name, values, steps=200, **settings):
    experiment = Experiment(objective, (Run(name, values),), steps=steps, **settings)
    return experiment, Runner(experiment).run().records[0]


@pytest.mark.parametrize(("name", "values"), RUNS)
def test_that_closed_form_iterates_are_those_of_the_engine(name, values):
    experiment, record = run_of(QUADRATIC, name, values)
    spectrum = spectrum_of(experiment)
    recursion = recursion_of(experiment.runs[0])
    theory = iterates(recursion, spectrum, record.positions[:, 0], record.step_numbers)
    rest = resting_place(recursion, spectrum)
    reach = np.maximum.accumulate(np.abs(record.positions - rest[:, None]).max(axis=0))
    assert (np.abs(theory - record.positions).max(axis=0) <= 1e-10 * reach).all()
    agreement = measure(experiment, 0, spectrum, predict(experiment, 0, spectrum), record).agreement
    assert agreement < 1e-10


def test_that_closed_form_iterates_hold_at_critical_damping():
    curvature = ObjectiveChoice("scalar-quadratic", (1.0,), {"curvature": 1.0})
    values = {"learning_rate": 0.25, "momentum": 0.25}  # (1 − √0.25)² = 0.25, both exact
    experiment, record = run_of(curvature, "momentum", values)
    spectrum = spectrum_of(experiment)
    prediction = predict(experiment, 0, spectrum)
    assert prediction.regimes[0] == Regime.CRITICALLY_DAMPED
    assert prediction.rate == 0.5
    theory = iterates(prediction.recursion, spectrum, np.ones(1), record.step_numbers)
    np.testing.assert_allclose(theory, record.positions, rtol=1e-10, atol=1e-300)


def test_that_weight_decay_rests_where_both_pulls_balance():
    experiment, record = run_of(QUADRATIC, "sgd", {**MOMENTUM, "weight_decay": 0.2}, steps=400)
    q, c = np.array([[2.0, 1.0], [1.0, 3.0]]), np.array([1.0, -2.0])
    expected = np.linalg.solve(q + 0.2 * np.eye(2), -c)
    rest = resting_place(recursion_of(experiment.runs[0]), spectrum_of(experiment))
    np.testing.assert_allclose(rest, expected, rtol=1e-12)
    np.testing.assert_allclose(record.positions[:, -1], expected, rtol=1e-9)


def test_that_any_step_is_at_hand():
    experiment, _ = run_of(ObjectiveChoice("half-square"), "gradient-descent", {}, steps=1)
    recursion = recursion_of(Run("gradient-descent", {"learning_rate": 1e-9}).checked("run"))
    far = iterates(recursion, spectrum_of(experiment), np.ones(1), np.array([10**9]))
    assert far[0, 0] == pytest.approx(np.exp(-1.0), rel=1e-6)


def test_that_a_diverging_rule_is_at_no_finite_place_in_the_end():
    experiment, _ = run_of(QUADRATIC, "momentum", {"learning_rate": 4.0, "momentum": 0.9}, steps=1)
    recursion = recursion_of(experiment.runs[0])
    steps = np.array([10, 500, 2000])
    places = iterates(recursion, spectrum_of(experiment), np.array([4.0, -3.0]), steps)
    assert np.isfinite(places[:, 0]).all()
    assert not np.isfinite(places[:, 1:]).any()


def test_that_contributions_add_up_to_the_loss():
    experiment, record = run_of(QUADRATIC, "momentum", MOMENTUM, steps=30)
    spectrum = spectrum_of(experiment)
    minimum = QUADRATIC.build().minima[0].value
    np.testing.assert_allclose(
        spectrum.contributions(record.positions).sum(axis=0), record.losses - minimum, atol=1e-12
    )


@pytest.mark.data
def test_that_the_airfoil_spectrum_is_that_of_the_reference():
    spectrum = spectrum_of(Experiment(ObjectiveChoice("airfoil")))
    expected = [0.1737, 0.6665, 0.9181, 1.0000, 1.1262, 2.0985]
    np.testing.assert_allclose(spectrum.eigenvalues, expected, atol=5e-5)
    assert spectrum.quadratic


@pytest.mark.parametrize(
    ("formula", "curvatures"),
    [
        ("sqrt(x^2 + y^2)", None),  # a cone: the slope turns round at its tip
        ("x^2 + 1e8*y^2 + y^4", [2, 2e8]),  # steep, but smooth
        ("y^2 - cos(1e3*x)", [2, 1e6]),
    ],
)
def test_that_a_kink_has_no_curvature(formula, curvatures):
    experiment = Experiment(ObjectiveChoice("formula", (0.0, 0.0), {"formula": formula}))
    spectrum = spectrum_of(experiment)
    if curvatures is None:
        assert spectrum is None
    else:
        np.testing.assert_allclose(spectrum.eigenvalues, curvatures, rtol=1e-12)


def test_that_ackley_has_curvatures_beside_its_tip_only():
    experiment = Experiment(ObjectiveChoice("ackley"))
    assert spectrum_of(experiment) is None
    assert spectrum_of(experiment, np.array([0.5, 0.25]), here=True) is not None


@pytest.mark.parametrize(
    ("objective", "quadratic"),
    [
        *((name, True) for name in ("ill-conditioned", "quadratic", "spectrum", "booth", "matyas")),
        *((name, False) for name in ("rosenbrock", "himmelblau", "two-wells")),
    ],
)
def test_that_quadratics_are_told_from_other_objectives(objective, quadratic):
    assert spectrum_of(Experiment(ObjectiveChoice(objective))).quadratic is quadratic


def test_that_a_run_with_noise_or_a_schedule_is_not_held_against_the_closed_form():
    noisy, record = run_of(QUADRATIC, "momentum", MOMENTUM, noise=Noise(sigma=0.5))
    spectrum = spectrum_of(noisy)
    found = measure(noisy, 0, spectrum, predict(noisy, 0, spectrum), record)
    assert found.agreement is None
    assert np.isnan(found.rate)
    schedule = {"learning_rate": Schedule("exponential", {"factor": 0.99})}
    scheduled = Experiment(QUADRATIC, (Run("momentum", MOMENTUM, schedules=schedule),), steps=50)
    record = Runner(scheduled).run().records[0]
    found = measure(scheduled, 0, spectrum, predict(scheduled, 0, spectrum), record)
    assert found.agreement is None


def test_that_rates_are_fitted_close_to_a_minimum_of_what_is_no_quadratic():
    experiment, record = run_of(
        ObjectiveChoice("himmelblau"), "momentum", {"learning_rate": 0.005, "momentum": 0.7}
    )
    spectrum = spectrum_of(experiment, record.positions[:, -1])
    prediction = predict(experiment, 0, spectrum)
    measured = measure(experiment, 0, spectrum, prediction, record)
    assert measured.rate == pytest.approx(prediction.rate, rel=0.01)
    assert measured.agreement is None


ENDS = np.array([0.2, 4.0])
"""Eigenvalues of the ill-conditioned bowl."""


@pytest.mark.parametrize(
    ("name", "expected"),
    [  # REFERENCE §5
        ("gradient-descent", (0.476190, 0.0, 0.904762)),
        ("momentum", (0.667907, 0.402605, 0.634512)),
        ("momentum-displacement", (0.667907, 0.402605, 0.634512)),
        ("sgd", (0.667907, 0.402605, 0.634512)),
        # v weighs gradients by 1 − β: the same with η / (1 − β)
        ("momentum-averaged", (0.667907 / (1 - 0.402605), 0.402605, 0.634512)),
    ],
)
def test_that_the_best_values_are_those_of_the_reference(name, expected):
    found = best_for(Run(name).checked("run"), ENDS)
    assert (found.learning_rate, found.momentum, found.rate) == pytest.approx(expected, abs=2e-6)


@pytest.mark.parametrize("kappa", [1.5, 20.0, 1e4])
@pytest.mark.parametrize("name", ["nesterov", "nesterov-shifted"])
def test_that_the_best_nesterov_is_that_of_lessard_recht_and_packard(name, kappa):
    run = Run(name).checked("run")
    found = best_for(run, np.array([1.0, 0.3 * kappa + 0.7, kappa]))
    root = np.sqrt(3 * kappa + 1)
    assert found.learning_rate == pytest.approx(4 / (3 * kappa + 1), rel=1e-6)
    assert found.momentum == pytest.approx((root - 2) / (root + 2), abs=1e-6)
    assert found.rate == pytest.approx(1 - 2 / root, abs=1e-6)


@pytest.mark.parametrize("form", ["midpoint", "implicit"])
def test_that_no_neighbour_is_faster_than_the_best(form):
    family = textbook_family(form)
    best = fastest(family, ENDS)
    shares = 1 + np.linspace(-0.05, 0.05, 41)
    around = stability_map(
        family, best.learning_rate * shares, np.clip(best.momentum * shares, 0, 1), ENDS
    )
    assert around.rates.min() >= best.rate - 1e-9


def test_that_one_curvature_is_solved_in_one_step():
    found = best_for(Run("momentum").checked("run"), np.array([8.0]))
    assert (found.learning_rate, found.momentum, found.rate) == pytest.approx((0.125, 0, 0))


def test_that_the_best_values_make_the_run_that_fast():
    run = Run("momentum", MOMENTUM).checked("run")
    best = best_for(run, ENDS)
    assert isinstance(best, Optimum)
    objective = ObjectiveChoice("ill-conditioned")
    experiment = Experiment(objective, (with_optimum(run, best),), steps=300)
    spectrum = spectrum_of(experiment)
    prediction = predict(experiment, 0, spectrum)
    assert isinstance(prediction, Prediction)
    assert prediction.rate == pytest.approx(best.rate, rel=1e-9)
    record = Runner(experiment).run().records[0]
    assert measure(experiment, 0, spectrum, prediction, record).rate == pytest.approx(
        best.rate, rel=1e-3
    )


@pytest.mark.parametrize(
    ("run", "eigenvalues", "reason"),
    [
        (Run("adam"), ENDS, "bends"),
        (Run("asgd"), ENDS, "changes"),
        (Run("torch.optim.Adam"), ENDS, "foreign"),
        (Run("momentum"), np.array([-1.0, 4.0]), "flat"),
        (Run("sgd", {"maximize": True}), ENDS, "none"),
        (
            Run("momentum", schedules={"momentum": Schedule("exponential", {"factor": 0.99})}),
            ENDS,
            "scheduled",
        ),
    ],
)
def test_that_there_is_a_reason_where_there_are_no_best_values(run, eigenvalues, reason):
    assert best_for(run.checked("run"), eigenvalues) == reason


def test_that_gradient_descent_is_the_edge_of_the_heavy_ball():
    rule = OPTIMIZERS["gradient-descent"]
    family = family_of(rule, {"learning_rate": 0.1})
    etas = np.array([0.1, 0.4])
    np.testing.assert_allclose(
        np.abs(np.linalg.eigvals(family(etas, np.zeros(2), ENDS))).max(axis=-1),
        np.abs(1 - etas[:, None] * ENDS),
        atol=1e-12,
    )


def test_that_building_is_not_repeated_for_an_equal_objective():
    assert build_objective("quadratic", QUADRATIC.parameters).minima
    one, two = (Experiment(ObjectiveChoice("quadratic", start)) for start in [(1.0, 1.0), None])
    np.testing.assert_array_equal(spectrum_of(one).eigenvalues, spectrum_of(two).eigenvalues)

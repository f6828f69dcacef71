"""Every benchmark does what its peers do, and each line is a figure. Speed is not tested."""

from __future__ import annotations

import contextlib
import csv
import json
import math
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import torch

import main
from gui import bench_frames
from gui.bench_frames import LOADS, frame_lines
from simulation.bench import lines, timing
from simulation.bench.timing import Comparison, Line, Peer, Task, compare


@pytest.fixture(autouse=True)
def _one_torch_thread():
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def result(task: Task) -> np.ndarray:
    done = task.prepare()()
    return numbers_in(done) if isinstance(done, Path) else np.asarray(done)


def numbers_in(path: Path) -> np.ndarray:
    """The columns of a CSV file that are numbers in every row."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file) if row[0] != "run"]
    columns = []
    for column in zip(*rows, strict=True):
        with contextlib.suppress(ValueError):
            columns.append([float(text) for text in column])
    return np.array(columns)


@pytest.mark.parametrize("theme", lines.THEMES)
def test_that_our_work_and_its_peers_give_the_same_numbers(theme):
    for comparison in lines.THEMES[theme](small=True):
        ours = result(comparison.ours)
        assert np.isfinite(ours).all()
        assert not (ours == ours.flat[0]).all()
        for peer in comparison.peers:
            if not peer.task.missing:
                theirs = result(peer.task)
                np.testing.assert_allclose(theirs, ours, rtol=1e-10)


@pytest.mark.parametrize("theme", lines.THEMES)
def test_that_each_line_is_a_positive_figure(theme):
    for comparison in lines.THEMES[theme](small=True):
        measured = compare(comparison, rounds=1)
        assert len(measured) == len(comparison.peers)
        for line in measured:
            assert 0 < line.ours_seconds < math.inf
            if line.peer_seconds is not None:
                assert 0 < line.ratio < math.inf


def test_that_optax_is_a_peer_where_it_is_installed():
    for name in ("jax", "optax"):
        pytest.importorskip(name, reason=f"needs {name}, which make bench installs")
    comparisons = list(lines.THEMES["maps"](small=True))
    peers = [peer.task for each in comparisons for peer in each.peers if "optax" in peer.task.needs]
    assert [task.missing for task in peers] == [()] * 2


def spin(rounds: int):
    """A task of known length."""
    return Task(f"{rounds} rounds", 1, lambda: lambda: sum(range(rounds)))


def test_that_a_peer_that_is_not_installed_is_named_and_left_out():
    absent = Task("magic", 1, lambda: pytest.fail("must not run"), needs=("no_such_package",))
    comparison = Comparison("work", spin(10), (Peer(absent, 2.0), Peer(spin(10))))
    first, second = compare(comparison, rounds=1)
    assert first.peer == "magic (not measured: no_such_package not installed)"
    assert (first.peer_seconds, first.ratio, first.met) == (None, None, None)
    assert second.ratio > 0
    assert second.met is None


@pytest.fixture
def lasting(monkeypatch):
    """``lasting(seconds, units)``: a task that lasts as long as it says, by a clock of its own."""
    now = 0.0

    def make(seconds: float, units: int = 1) -> Task:
        def call() -> None:
            nonlocal now
            now += seconds

        return Task(f"{seconds} s", units, lambda: call)

    monkeypatch.setattr(timing, "time", SimpleNamespace(perf_counter=lambda: now))
    return make


def test_that_ratios_count_units_and_are_held_against_the_goal(lasting):
    many, one = lasting(0.5, units=1000), lasting(0.5)  # a thousand units in the time of one
    (line,) = compare(Comparison("work", many, (Peer(one, goal=100.0),)), rounds=3)
    assert line.ratio == pytest.approx(1000)
    assert line.met
    (line,) = compare(Comparison("work", one, (Peer(many, goal=100.0),)), rounds=3)
    assert not line.met


@pytest.fixture
def one_small_theme(monkeypatch, lasting):
    slow = Comparison("work", lasting(1.0), (Peer(lasting(1e-5), goal=2.0),))
    monkeypatch.setattr(lines, "THEMES", {"one": lambda: [slow]})
    monkeypatch.setattr(main, "frame_figures", list)


@pytest.mark.usefixtures("one_small_theme")
def test_that_a_missed_goal_fails_only_if_strict(capsys):
    assert main.main(["bench"]) == 0
    assert main.main(["bench", "--strict", "one"]) == 1
    assert capsys.readouterr().out.count("NO\n") == 2


@pytest.mark.usefixtures("one_small_theme")
def test_that_json_holds_seconds(capsys):
    assert main.main(["bench", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert row["ratio"] == row["peer_seconds"] / row["ours"]
    assert row["met"] is False


def test_that_an_unknown_theme_is_refused(capsys):
    assert main.main(["bench", "step"]) == 2
    assert "did you mean 'steps'?" in capsys.readouterr().err


@pytest.mark.usefixtures("one_small_theme")
def test_that_figures_of_the_window_are_printed_beside_the_others(monkeypatch, capsys):
    frame = Line("a frame", 0.004, "its share", 0.008, 1.0)
    monkeypatch.setattr(main, "frame_figures", lambda: [frame])
    assert main.main(["bench", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["work"], row["ratio"], row["met"]) for row in rows[1:]] == [("a frame", 2.0, True)]
    assert main.main(["bench", "frames"]) == 0
    assert "a frame" in capsys.readouterr().out


@pytest.mark.slow
def test_that_frames_of_a_real_window_are_measured(qapp, monkeypatch):
    monkeypatch.setattr(bench_frames, "STEPS", 300)  # all of them are computed first
    figures = list(frame_lines(seconds=0.5, size=(300, 200)))
    assert all(0 < figure.ours_seconds < math.inf for figure in figures)
    assert [figure.goal for figure in figures] == [1.0, None, 1.0, None] * len(LOADS)

"""Tables say exactly what was computed, and replace a file whole or not at all."""

from __future__ import annotations

import csv
import math
import struct
import sys
from pathlib import Path

import numpy as np
import pyarrow.parquet
import pytest

from simulation import files
from simulation.engine.history import History
from simulation.engine.runner import Runner
from simulation.errors import InputError
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.export.tables import trajectory_tables, write_csv, write_parquet
from simulation.export.targets import check_sidecars, check_target, sidecar
from simulation.presets import load_experiment


def computed(experiment: Experiment) -> tuple[Experiment, History]:
    return experiment, Runner(experiment).run()


def read(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def bits(values: np.ndarray) -> list[bytes]:
    return [struct.pack("<d", value) for value in values]


def test_that_every_number_reads_back_to_the_same_bits(tmp_path: Path) -> None:
    runs = (Run("momentum", {"learning_rate": 0.37}), Run("nesterov", label='a "b", µ'))
    experiment, history = computed(Experiment(runs=runs, steps=50))
    write_csv(experiment, history, tmp_path / "out.csv")
    rows = read(tmp_path / "out.csv")
    assert [row["run"] for row in rows] == ["0"] * 51 + ["1"] * 51
    assert rows[-1]["label"] == 'a "b", µ'
    for index, record in enumerate(history.records):
        mine = [row for row in rows if row["run"] == str(index)]
        assert [int(row["step"]) for row in mine] == list(range(51))
        for name, values in (
            ("x1", record.positions[0]),
            ("x2", record.positions[1]),
            ("loss", record.losses),
            ("grad2", record.gradients[1]),
        ):
            assert bits(np.array([float(row[name]) for row in mine])) == bits(values)


def test_that_dx_is_the_difference_to_the_row_before_and_zero_at_the_start() -> None:
    (table,) = trajectory_tables(*computed(Experiment(steps=5)))
    x = np.array(table["x1"])
    assert np.array(table["dx1"])[0] == 0
    np.testing.assert_array_equal(np.array(table["dx1"])[1:], x[1:] - x[:-1])


def test_that_epochs_count_passes_over_the_data() -> None:
    experiment = Experiment(ObjectiveChoice("airfoil"), steps=300, batch_size=10)
    (table,) = trajectory_tables(*computed(experiment))
    assert np.array(table["epoch"])[[0, 75, 150, 300]].tolist() == [0, 0.5, 1, 2]


def test_that_divergence_is_written_as_inf_and_nan(tmp_path: Path) -> None:
    experiment, history = computed(
        Experiment(runs=(Run("gradient-descent", {"learning_rate": 10}), Run()), steps=300)
    )
    write_csv(experiment, history, tmp_path / "out.csv")
    rows = read(tmp_path / "out.csv")
    first = [row for row in rows if row["run"] == "0"]
    assert {row["x2"] for row in first} >= {"nan"}
    assert {row["loss"] for row in first} >= {"inf", "nan"}
    assert all(math.isfinite(float(row["loss"])) for row in rows if row["run"] == "1")


def test_that_a_disabled_run_has_no_rows(tmp_path: Path) -> None:
    runs = (Run(enabled=False), Run(label="second"))
    write_csv(*computed(Experiment(runs=runs, steps=2)), tmp_path / "out.csv")
    assert {row["run"] for row in read(tmp_path / "out.csv")} == {"1"}


def test_that_parquet_holds_the_same_columns(tmp_path: Path) -> None:
    experiment, history = computed(Experiment(steps=7))
    write_parquet(experiment, history, tmp_path / "out.parquet")
    table = pyarrow.parquet.read_table(tmp_path / "out.parquet")
    (expected,) = trajectory_tables(experiment, history)
    assert table.equals(expected)


@pytest.mark.parametrize(
    ("steps", "kept"),
    [
        (range(4, 7), [4, 5, 6]),
        (range(1), [0]),
        (range(18, 99), [18, 19, 20]),
        (range(0, 21, 10), [0, 10, 20]),
        (range(30, 40), []),
    ],
)
def test_that_a_range_of_steps_keeps_its_rows_as_they_are(
    tmp_path: Path, steps: range, kept: list[int]
) -> None:
    experiment, history = computed(Experiment(runs=(Run(), Run("nesterov")), steps=20))
    for whole, part in zip(
        trajectory_tables(experiment, history),
        trajectory_tables(experiment, history, steps),
        strict=True,
    ):
        assert part.equals(whole.take(pyarrow.array(kept, pyarrow.int64())))
    write_csv(experiment, history, tmp_path / "out.csv", steps)
    rows = read(tmp_path / "out.csv")
    assert [int(row["step"]) for row in rows] == 2 * kept
    write_parquet(experiment, history, tmp_path / "out.parquet", steps)
    table = pyarrow.parquet.read_table(tmp_path / "out.parquet")
    assert table["step"].to_pylist() == 2 * kept


def test_that_the_experiment_lies_beside_the_table(tmp_path: Path) -> None:
    experiment, history = computed(Experiment(ObjectiveChoice("spectrum"), steps=3))
    write_csv(experiment, history, tmp_path / "out.csv")
    assert load_experiment(sidecar(tmp_path / "out.csv")).runs == experiment.runs


def test_that_comments_in_an_equal_sidecar_survive(tmp_path: Path) -> None:
    experiment, history = computed(Experiment(steps=3))
    write_csv(experiment, history, tmp_path / "out.csv")
    note = "# why I did this\n" + (tmp_path / "out.toml").read_text()
    (tmp_path / "out.toml").write_text(note)
    again = load_experiment(tmp_path / "out.toml")
    write_csv(again, history, tmp_path / "out.csv")
    assert (tmp_path / "out.toml").read_text() == note


def test_that_a_failed_export_leaves_the_old_file_and_no_rubbish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pyarrow.csv.write_csv", full)
    with pytest.raises(InputError, match="No space left on device"):
        write_csv(*computed(Experiment(steps=3)), path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "words"), [("missing/out.csv", "folder does not exist"), ("out.toml", "table")]
)
def test_that_an_impossible_target_is_refused_beforehand(
    tmp_path: Path, name: str, words: str
) -> None:
    with pytest.raises(InputError, match=words):
        check_target(tmp_path / name, None)


OTHER = Experiment(steps=4)


@pytest.mark.parametrize(
    ("there", "outputs", "allowed"),
    [
        ((), ("a.csv",), True),
        (("a.toml",), ("a.csv",), False),  # the user's own
        (("a.toml", "a.csv"), ("a.csv",), True),  # both are replaced
        (("a.toml", "a.csv"), ("a.parquet",), False),  # the CSV would stay without its experiment
        (("a.toml", "a.csv", "a.parquet"), ("a.csv",), False),
        (("a.toml", "a.csv", "a.parquet"), ("a.csv", "a.parquet"), True),
        (("a.toml", "a.csv"), ("b.csv",), True),
    ],
)
def test_that_no_table_takes_another_ones_experiment(
    tmp_path: Path, there: tuple[str, ...], outputs: tuple[str, ...], allowed: bool
) -> None:
    for name in there:
        (tmp_path / name).write_text(files.dumps(OTHER) if name.endswith("toml") else "rows")
    paths = [tmp_path / name for name in outputs]
    check_sidecars(paths, OTHER)
    if allowed:
        check_sidecars(paths, Experiment(steps=3))
    else:
        with pytest.raises(InputError, match=r"replace a\.toml, which is another one"):
            check_sidecars(paths, Experiment(steps=3))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets few make links")
def test_that_links_in_a_ring_beside_a_table_are_no_experiment_of_anyones(tmp_path: Path) -> None:
    for name in ("a.toml", "a.parquet"):
        (tmp_path / name).symlink_to(name)
    check_target(tmp_path / "a.csv", tmp_path / "source.toml")
    check_sidecars([tmp_path / "a.csv"], OTHER)

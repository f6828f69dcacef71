"""What is written of a map: tables, a picture, and tiles to go on from."""

from __future__ import annotations

import csv
import json
from dataclasses import replace

import numpy as np
import pyarrow.parquet
import pytest
from PIL import Image

import main
from simulation.commands import maps as command
from simulation.errors import InputError
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.maps import colours, picture
from simulation.maps.axes import Axis
from simulation.maps.computation import MapComputation
from simulation.maps.metrics import METRICS, OUTCOMES
from simulation.maps.results import MapResults
from simulation.maps.specification import Map
from simulation.maps.store import TileStore

X, Y = "runs.0.learning_rate=0.05:1.2:9", "runs.0.momentum=0:0.96:7"
ARGUMENTS = ["map", "momentum-0.6-0.5", "--set", "steps=40", "--x", X, "--y", Y]
SHAPE = (7, 9)


@pytest.fixture(scope="module")
def map_():
    experiment = Experiment(ObjectiveChoice("ill-conditioned"), (Run(),), steps=900)
    axes = (Axis("runs.0.learning_rate", 0.05, 1.6, 9), Axis("runs.0.momentum", 0, 0.96, 7))
    return Map(experiment, *axes)


@pytest.fixture(scope="module")
def results(map_):
    return MapComputation(map_).run()


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_that_the_csv_has_a_row_a_cell_and_its_toml_the_experiment(tmp_path, capsys):
    path = tmp_path / "map.csv"
    assert main.main([*ARGUMENTS, "--csv", str(path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    rows = rows_of(path)
    assert len(rows) == 63
    assert list(rows[0]) == ["runs.0.learning_rate", "runs.0.momentum", *METRICS]
    assert np.shape(told["values"]) == SHAPE
    for index, row in enumerate(rows):
        at = divmod(index, 9)
        assert float(row["final_loss"]) == float(told["values"][at[0]][at[1]])
        assert float(row["runs.0.momentum"]) == told["y"]["values"][at[0]]
        assert row["outcome"] in OUTCOMES
    best = min(rows, key=lambda row: float(row["final_loss"]))
    assert told["best"]["best"] == float(best["final_loss"])
    assert told["best"]["runs.0.learning_rate"] == float(best["runs.0.learning_rate"])
    assert sum(told["outcomes"].values()) == 63
    assert main.main(["run", str(tmp_path / "map.toml")]) == 0


def test_that_parquet_holds_the_same_table(tmp_path, capsys):
    one, other = tmp_path / "a.csv", tmp_path / "b.parquet"
    assert main.main([*ARGUMENTS, "--csv", str(one), "--parquet", str(other)]) == 0
    table = pyarrow.parquet.read_table(other).to_pylist()
    assert [row["outcome"] for row in table] == [row["outcome"] for row in rows_of(one)]
    assert [row["gap"] for row in table] == [float(row["gap"]) for row in rows_of(one)]
    assert "63" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--metric", "beauty"], "beauty"),
        (["--run", "3"], "run"),
        (["--workers", "0"], "workers"),
        (["--tolerance", "2"], "tolerance"),
        (["--png", "/no/such/folder/a.png"], "folder"),
        (["--cluster", "127.0.0.1:x"], "cluster"),
    ],
)
def test_that_bad_input_gets_one_line(arguments, words, capsys):
    assert main.main([*ARGUMENTS, *arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert words in captured.err


def test_that_an_interrupted_map_goes_on_and_ends_the_same(tmp_path, capsys, monkeypatch):
    whole, path = tmp_path / "whole.csv", tmp_path / "again.csv"
    assert main.main([*ARGUMENTS, "--csv", str(whole)]) == 0
    computed = []

    def interrupt(self, cells, columns):
        if computed:
            raise KeyboardInterrupt
        computed.append(cells)

    monkeypatch.setattr(MapComputation, "run", lambda self: run_slowly(self, interrupt))
    assert main.main([*ARGUMENTS, "--csv", str(path)]) == 130
    assert "the same command goes on" in capsys.readouterr().err
    monkeypatch.undo()
    assert not path.exists()
    taken = []
    keep = MapResults.put

    def put(self, cells, columns):
        taken.append(cells)
        keep(self, cells, columns)

    monkeypatch.setattr(MapResults, "put", put)
    assert main.main([*ARGUMENTS, "--csv", str(path)]) == 0
    assert np.array_equal(taken[0], computed[0])  # read from the disk, and the rest computed
    assert np.array_equal(np.sort(np.concatenate(taken)), np.arange(63))
    assert path.read_bytes() == whole.read_bytes()
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "again.csv",
        "again.toml",
        "whole.csv",
        "whole.toml",
    ]


def run_slowly(computation, interrupt):
    """In small tiles, in this thread, until interrupted."""
    from simulation.maps.order import tiles
    from simulation.maps.tiles import MapWorker

    worker = MapWorker(computation.map)
    for cells in tiles(computation.map.shape, 20, progressive=False):
        columns = worker.compute(cells)
        interrupt(computation, cells, columns)
        computation.results.put(cells, columns)
        computation._take(cells, columns)
    return computation.results


def test_that_tiles_of_another_map_are_refused_and_broken_ones_computed_again(
    tmp_path, map_, results
):
    output = tmp_path / "map.png"
    store = TileStore(output, map_)
    assert store.load(MapResults(SHAPE)) == 0
    cells = np.arange(10)
    store.take(cells, {n: each.reshape(-1)[cells] for n, each in results.columns.items()})
    store.flush()
    assert TileStore(output, map_).load(MapResults(SHAPE)) == 10
    with pytest.raises(InputError, match="another map"):
        TileStore(output, replace(map_, tolerance=0.5)).load(MapResults(SHAPE))
    (tile,) = store.folder.glob("*.npz")
    tile.write_bytes(tile.read_bytes()[:100])
    assert TileStore(output, map_).load(MapResults(SHAPE)) == 0
    store.remove()
    assert not store.folder.exists()


def test_that_the_picture_has_one_colour_a_cell_and_a_reserved_one_for_divergence(map_, results):
    for name in METRICS:
        image = np.asarray(picture.draw(map_, results, name).convert("RGB"))
        painted = colours.painted(
            results.columns, colours.colouring(results.columns, METRICS[name])
        )
        left, top = picture.LEFT, picture.TOP
        tall, wide = round(picture.SMALLEST_SIDE / 7), round(picture.SMALLEST_SIDE / 9)
        for row, column in np.ndindex(*SHAPE):
            y, x = top + (6 - row) * tall, left + column * wide
            cell = image[y : y + tall, x : x + wide].reshape(-1, 3)
            assert (cell == painted[row, column]).all(), name
    lost = results.columns["outcome"] == OUTCOMES.index("diverged")
    painted = colours.painted(
        results.columns, colours.colouring(results.columns, METRICS["final_loss"])
    )
    assert lost.any()
    assert not lost.all()
    assert ((painted == colours.DIVERGED).all(-1) == lost).all()


def test_that_png_is_written_by_the_command(tmp_path):
    path = tmp_path / "map.png"
    assert main.main([*ARGUMENTS, "--metric", "outcome", "--png", str(path)]) == 0
    with Image.open(path) as image:
        assert image.format == "PNG"
    assert [each.name for each in tmp_path.iterdir()] == ["map.png"]


def test_that_the_race_command_ranks_and_writes_a_table(tmp_path, capsys):
    path = tmp_path / "race.csv"
    arguments = ["race", "gd-0.4", "--optimizer", "momentum", "--optimizer", "adam"]
    effort = ["--budget", "8", "--starts", "4", "--seeds", "2"]
    assert main.main([*arguments, *effort, "--csv", str(path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [row["rank"] for row in told] == [1, 2]
    assert {row["runs"] for row in told} == {8}
    assert [row["optimizer"] for row in rows_of(path)] == [row["optimizer"] for row in told]
    assert told[0]["median_loss"] <= told[1]["median_loss"]


def test_that_progress_is_told_on_stderr_only(capsys, monkeypatch):
    monkeypatch.setattr(command, "PROGRESS_SECONDS", -1.0)
    assert main.main([*ARGUMENTS, "--json"]) == 0
    captured = capsys.readouterr()
    json.loads(captured.out)
    assert "63 of 63 cells" in captured.err

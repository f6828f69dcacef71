"""The command line: what it prints, what it writes, how it refuses."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

import main
from simulation.paths import RESOURCES
from simulation.presets import Preset, find_preset, presets

REPOSITORY = RESOURCES.parent
AXES = ("--x", "runs.0.learning_rate=0.1:1:2", "--y", "objective.start.0=0:1:2")


def refusal(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Run a command that must be refused; return its one line."""
    assert main.main(list(arguments)) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    return captured.err


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main.main(list(arguments)) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


@pytest.mark.parametrize(
    ("what", "some"),
    [
        ("presets", {"momentum-0.6-0.5", "airfoil-concise"}),
        ("objectives", {"ill-conditioned", "quadratic", "airfoil"}),
        ("optimizers", {"gradient-descent", "nesterov-shifted", "torch.optim.SGD"}),
    ],
)
def test_that_list_names_what_there_is(
    capsys: pytest.CaptureFixture[str], what: str, some: set[str]
) -> None:
    rows = json.loads(printed(capsys, "list", what, "--json"))
    assert some <= {row["id"] for row in rows}
    table = printed(capsys, "list", what)
    assert len(table.splitlines()) == len(rows) + 1


def test_that_run_prints_the_published_end(capsys: pytest.CaptureFixture[str]) -> None:
    assert "0.007188, 0.002553" in printed(capsys, "run", "momentum-0.6-0.5")


def test_that_a_run_is_not_named_after_a_value_that_was_assigned_anew(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = printed(capsys, "run", "ravine", "--set", "runs.2.momentum=0.25", "--json")
    assert [row["label"] for row in json.loads(out)] == [
        "gradient descent 0.4",
        "gradient descent 0.6",
        "Momentum, η 0.6, β 0.25",
    ]
    out = printed(capsys, "run", "gd-0.4", "--set", 'runs=[{optimizer="adam", label="mine"}]')
    assert "mine" in out


def test_that_json_is_one_strict_document_even_after_divergence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = printed(
        capsys, "run", "gd-0.6", "--set", "steps=3000", "--json", "--set", "runs.0.learning_rate=10"
    )
    (row,) = json.loads(out, parse_constant=lambda word: pytest.fail(f"{word} is not JSON"))
    assert row["outcome"].startswith("diverged at step ")
    assert row["x"][1] == "nan"


def test_that_the_csv_has_21_rows_and_its_toml_reproduces_it_bit_for_bit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / "out.csv", tmp_path / "again.csv"
    printed(capsys, "run", "momentum-0.6-0.5", "--csv", str(first))
    printed(capsys, "run", str(tmp_path / "out.toml"), "--csv", str(second))
    header, *rows = first.read_text().splitlines()
    assert header == ("run,label,optimizer,step,epoch,learning_rate,x1,x2,loss,grad1,grad2,dx1,dx2")
    assert len(rows) == 21
    x1, x2 = rows[-1].rsplit(",", 7)[1:3]
    assert f"{float(x1):.6f} {float(x2):.6f}" == "0.007188 0.002553"
    assert first.read_bytes() == second.read_bytes()


def test_that_the_toml_of_a_random_start_reproduces_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / "out.csv", tmp_path / "again.csv"
    printed(capsys, "run", "airfoil-0.02-0.5", "--set", "seed=7", "--csv", str(first))
    printed(capsys, "run", str(tmp_path / "out.toml"), "--csv", str(second))
    assert first.read_bytes() == second.read_bytes()


def test_that_another_seed_gives_another_random_start(capsys: pytest.CaptureFixture[str]) -> None:
    outs = [
        printed(capsys, "run", "airfoil-0.02-0.5", "--set", f"seed={seed}", "--json")
        for seed in (1, 2)
    ]
    assert json.loads(outs[0])[0]["x"] != json.loads(outs[1])[0]["x"]


def test_that_verify_passes_and_fails_with_its_exit_code(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = printed(capsys, "verify", "gd-0.4", "4x2-lr0.125")
    assert out.endswith("3 of 3 published results agree\n")
    preset = find_preset("gd-0.4")
    wrong = replace(preset, published=(replace(preset.published[0], value=1.0),))
    monkeypatch.setattr("simulation.commands.verify.find_preset", lambda name: wrong)
    assert main.main(["verify", "gd-0.4"]) == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["run", "nowhere"], ["preset", "'nowhere'"]),
        (["run", "momentum-0.6-0.5", "--set", "runs.0.momentum=2"], ["runs.0.momentum", "0 to 1"]),
        (["run", "gd-0.4", "--set", "runs.3.learning_rate=1"], ["runs.3", "counted from 0"]),
        (["run", "gd-0.4", "--set", "steps=0"], ["steps", "from 1"]),
        (["run", "gd-0.4", "--set", "steps"], ["steps", "KEY=VALUE"]),
        (["run", "gd-0.4", "--set", "wind=3"], ["wind", "known"]),
        (["run", "gd-0.4", "--set", "device=cuda:7"], ["device", "cpu"]),
        (["run", "missing.toml"], ["missing.toml", "cannot be read"]),
        (["run", "gd-0.4", "--csv", "/no/such/folder/out.csv"], ["/no/such/folder/out.csv"]),
        (["verify", "nowhere"], ["preset", "'nowhere'"]),
        (["verify", "gd-0.4", "ravine"], ["preset", "ravine has no published result", "gd-0.6"]),
        (["run", "a" * 5000], ["preset", "aaa"]),
        (["run", "gd-0.4", "--csv", ""], ["cannot be written"]),
        (["run", "gd-0.4", "--set", "runs.0.label=\udcff"], ["runs.0.label", "give a text"]),
        (["map", "gd-0.4", *AXES, "--png", ""], ["cannot be written"]),
        (["map", "gd-0.4", *AXES, "--workers", "100000"], ["workers", "1 to 1024"]),
        (["map", "gd-0.4", *AXES, "--cluster", ""], ["cluster"]),
        (["map", "gd-0.4", "--x", "objective.start.0=-1e308:1e308:3", *AXES[2:]], ["-1e+308"]),
        (["race", "gd-0.4", "--csv", "/"], ["/", "cannot be written: Is a directory"]),
    ],
)
def test_that_bad_input_gets_one_line_that_names_the_key(
    capsys: pytest.CaptureFixture[str], arguments: list[str], words: list[str]
) -> None:
    line = refusal(capsys, *arguments)
    for word in words:
        assert word in line


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["fly"], ["'fly'", "'run'"]),
        (["run"], ["EXPERIMENT", "momentum-lab run --help"]),
        (["list", "runs"], ["'runs'", "'presets'"]),
        (["race", "gd-0.4", "--budget", "many"], ["--budget", "'many'", "a whole number"]),
        (["map", "gd-0.4", *AXES, "--tolerance", "x\ny"], ["--tolerance", "a number"]),
    ],
)
def test_that_a_wrong_command_line_gets_one_line_too(
    capsys: pytest.CaptureFixture[str], arguments: list[str], words: list[str]
) -> None:
    with pytest.raises(SystemExit) as leaving:
        main.main(arguments)
    captured = capsys.readouterr()
    assert leaving.value.code == 2
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    for word in words:
        assert word in captured.err


def test_that_ctrl_c_ends_a_command_without_a_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(preset: Preset) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr("simulation.verify.verify", interrupted)
    assert main.main(["verify", "gd-0.4"]) == 130
    assert capsys.readouterr().err == "momentum-lab: interrupted\n"


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_that_a_full_disk_and_a_closed_pipe_behind_the_output_are_no_crash() -> None:
    command = [sys.executable, "main.py", "list", "optimizers"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command, cwd=REPOSITORY, stdout=full, stderr=subprocess.PIPE, check=False, timeout=300
        )
    reason = b"momentum-lab: output: cannot be written: No space left on device\n"
    assert (done.returncode, done.stderr) == (2, reason)
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as broken:
        done = subprocess.run(
            command, cwd=REPOSITORY, stdout=broken, stderr=subprocess.PIPE, check=False, timeout=300
        )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.slow
def test_that_an_output_that_lacks_a_character_gets_its_number() -> None:
    done = subprocess.run(
        [sys.executable, "main.py", "list", "optimizers"],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONIOENCODING": "ascii:strict"},
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"x \\u2190 x" in done.stdout


def test_that_a_wrong_type_in_a_file_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(
        'format = 1\nsteps = "many"\n'
        '[objective]\nid = "ellipse"\n[[runs]]\noptimizer = "momentum"\n'
    )
    assert "steps: 'many' is not allowed; give a whole number" in refusal(capsys, "run", str(path))


@pytest.mark.usefixtures("no_data")
@pytest.mark.parametrize("name", [name for name in presets() if name.startswith("airfoil")])
def test_that_a_preset_without_its_data_says_what_to_do(
    capsys: pytest.CaptureFixture[str], name: str
) -> None:
    line = refusal(capsys, "run", name)
    assert "airfoil_self_noise.dat" in line
    assert "set MOMENTUM_LAB_DATA to a folder that holds it" in line


def test_that_a_folder_for_the_data_that_is_not_there_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOMENTUM_LAB_DATA", str(tmp_path / "nowhere"))
    line = refusal(capsys, "run", "airfoil-0.02-0.5")
    assert "MOMENTUM_LAB_DATA" in line
    assert "is not a folder" in line


@pytest.mark.usefixtures("no_data")
def test_that_verify_tells_all_it_can_without_the_data(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main.main(["verify", "airfoil-0.02-0.5", "4x2-lr0.125"]) == 2
    captured = capsys.readouterr()
    assert "1 of 1 published results agree" in captured.out
    assert "MOMENTUM_LAB_DATA" in captured.err
    assert captured.err.count("\n") == 1


def test_that_the_input_file_is_never_replaced_by_the_sidecar(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "mine.toml"
    text = '# my notes\nformat = 1\n[objective]\nid = "ellipse"\n[[runs]]\noptimizer = "momentum"\n'
    source.write_text(text)
    line = refusal(capsys, "run", str(source), "--csv", str(tmp_path / "mine.csv"))
    assert "choose another name" in line
    assert source.read_text() == text


@pytest.mark.parametrize(
    "command", [("run", "gd-0.4", "--parquet"), ("map", "gd-0.4", *AXES, "--png")]
)
def test_that_no_output_replaces_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    same = tmp_path / "both.csv"
    other = str(tmp_path / ".." / tmp_path.name / "both.csv")
    assert "is given twice" in refusal(capsys, *command, other, "--csv", str(same))
    assert list(tmp_path.iterdir()) == []


def test_that_a_run_of_which_not_all_is_recorded_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulation.engine.runner.stride_for", lambda steps, runs, dim: 7)
    path = tmp_path / "out.csv"
    assert main.main(["run", "gd-0.4", "--csv", str(path)]) == 0
    assert "one step in 7 is recorded" in capsys.readouterr().err
    steps = [int(line.split(",")[-10]) for line in path.read_text().splitlines()[1:]]
    assert steps == [0, 7, 14, 20]


def test_that_a_label_stays_in_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, "run", "gd-0.4", "--set", r'runs.0.label="one\ntwo"')
    assert len(out.splitlines()) == 2
    assert "one�two" in out


def test_that_commands_load_no_qt() -> None:
    code = (
        "import sys, main; main.main(['run', 'gd-0.4']);"
        "sys.exit(any(name.startswith(('PySide6', 'pyqtgraph')) for name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr.decode()

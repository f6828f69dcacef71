from __future__ import annotations

import copy
import dataclasses
import errno
import os
import stat
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulation.engine.runner import Runner
from simulation.errors import InputError
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.files import (
    FORMAT,
    MAX_BYTES,
    dumps,
    from_document,
    parse,
    read_document,
    replacing,
    save,
    set_key,
    to_document,
)
from simulation.objectives.base import DataObjective
from simulation.objectives.catalog import OBJECTIVES, build_objective
from simulation.optimizers.catalog import OPTIMIZERS

EXAMPLE = """\
format = 1
title = "Momentum tames the ravine"
steps = 20
seed = 0
dtype = "float64"            # or float32
device = "cpu"

[objective]
id = "ill-conditioned"
start = [-5.0, -2.0]

[[runs]]
label = "momentum 0.5"
optimizer = "momentum"
learning_rate = 0.6
momentum = 0.5
"""


# ---------------------------------------------------------------- random valid experiments


def _values(parameter):
    """Strategy for the values of one declared parameter."""
    if parameter.kind == "flag":
        return st.booleans()
    if parameter.kind == "choice":
        return st.sampled_from(parameter.choices)
    if parameter.kind in ("number", "integer"):
        low, high = max(parameter.low, -1e6), min(parameter.high, 1e6)
        if parameter.kind == "integer":
            return st.integers(int(low), int(high))
        return st.floats(low, high)
    return st.just(parameter.default)


@st.composite
def _objective_choices(draw, names):
    name = draw(st.sampled_from(sorted(names)))
    if name == "quadratic":
        return draw(_quadratics())
    declared = OBJECTIVES[name].parameters
    values = {p.name: draw(_values(p)) for p in declared if draw(st.booleans())}
    dim = build_objective(name, values).dim
    start = st.lists(st.floats(-1e6, 1e6), min_size=dim, max_size=dim).map(tuple)
    return ObjectiveChoice(name, draw(st.none() | start), values)


@st.composite
def _quadratics(draw):
    dim = draw(st.integers(1, 4))
    entries = st.floats(-9.0, 9.0)
    square = np.array(draw(st.lists(entries, min_size=dim * dim, max_size=dim * dim)))
    factor = np.tril(square.reshape(dim, dim))
    matrix = factor @ factor.T + np.eye(dim)
    matrix = (matrix + matrix.T) / 2
    slope = draw(st.lists(entries, min_size=dim, max_size=dim))
    values = {"Q": matrix.tolist(), "c": slope, "b": draw(entries)}
    return ObjectiveChoice("quadratic", None, values)


@st.composite
def _runs(draw):
    optimizer = OPTIMIZERS[draw(st.sampled_from(sorted(OPTIMIZERS)))]
    values = {p.name: draw(_values(p)) for p in optimizer.hyperparameters if draw(st.booleans())}
    if values.get("nesterov"):  # torch wants it with momentum and without dampening
        values |= {"momentum": 0.5, "dampening": 0.0}
    return Run(
        optimizer.id,
        values,
        label=draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=20)),
        enabled=draw(st.booleans()),
        colour=draw(st.just("") | st.from_regex(r"#[0-9a-fA-F]{6}", fullmatch=True)),
    )


@st.composite
def experiments(draw, names=tuple(OBJECTIVES), steps=10_000_000):
    choice = draw(_objective_choices(names))
    has_data = issubclass(OBJECTIVES[choice.id], DataObjective)
    return Experiment(
        choice,
        tuple(draw(st.lists(_runs(), min_size=1, max_size=4))),
        steps=draw(st.integers(1, steps)),
        seed=draw(st.integers(0, 2**32 - 1)),
        batch_size=draw(st.none() | st.integers(1, 1500)) if has_data else None,
        dtype=draw(st.sampled_from(["float64", "float32"])),
        device=draw(st.sampled_from(["auto", "cpu"])),
        title=draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=30)),
    )


def _with_start_written_out(experiment):
    choice = dataclasses.replace(experiment.objective, start=experiment.start)
    return dataclasses.replace(experiment, objective=choice)


# ------------------------------------------------------------------------------ round trips


@given(experiments())
def test_that_what_is_written_reads_back_equal(experiment):
    read = from_document(parse(dumps(experiment), "test"))
    assert read == experiment


@given(experiments())
def test_that_a_start_drawn_from_the_seed_can_be_written_out(experiment):
    read = from_document(parse(dumps(experiment, drawn_start=True), "test"))
    assert read == _with_start_written_out(experiment)


@given(experiments(OBJECTIVES, steps=1))
def test_that_writing_again_what_was_read_changes_no_byte(experiment):
    text = dumps(experiment)
    assert dumps(from_document(parse(text, "test"))) == text


def _assert_same_results(experiment):
    read = from_document(parse(dumps(experiment), "test"))
    for run in range(len(experiment.runs)):
        one, other = (Runner(e).run().records[run] for e in (experiment, read))
        np.testing.assert_array_equal(one.positions, other.positions)
        np.testing.assert_array_equal(one.losses, other.losses)
        np.testing.assert_array_equal(one.gradients, other.gradients)
        assert one.diverged_at == other.diverged_at


WITHOUT_DATA = [name for name, kind in OBJECTIVES.items() if not issubclass(kind, DataObjective)]


@given(experiments(WITHOUT_DATA, steps=5))
@settings(max_examples=30)
def test_that_an_experiment_that_was_read_back_gives_the_same_numbers_bit_for_bit(experiment):
    _assert_same_results(experiment)


@given(experiments(["airfoil"], steps=5))
@settings(max_examples=15)
def test_that_a_regression_that_was_read_back_gives_the_same_numbers_bit_for_bit(experiment):
    _assert_same_results(experiment)


def test_that_the_documented_example_means_what_it_says():
    assert from_document(parse(EXAMPLE, "example")) == Experiment(
        ObjectiveChoice("ill-conditioned", (-5.0, -2.0)),
        (Run("momentum", {"learning_rate": 0.6, "momentum": 0.5}, label="momentum 0.5"),),
        steps=20,
        seed=0,
        dtype="float64",
        device="cpu",
        title="Momentum tames the ravine",
    )


def test_that_whole_numbers_stand_for_floats():
    text = EXAMPLE.replace("[-5.0, -2.0]", "[-5, -2]").replace("0.6", "1")
    experiment = from_document(parse(text, "example"))
    assert experiment.start == (-5.0, -2.0)
    assert experiment.runs[0].hyperparameters["learning_rate"] == 1.0


# ------------------------------------------------------------------------------- bad input


def _change(path, value):
    """``EXAMPLE`` with one value replaced or added; ``...`` takes it out."""
    document = parse(EXAMPLE, "example")
    place = document
    *parents, last = path
    for name in parents:
        place = place[name]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return document


NAN, INF = float("nan"), float("inf")
RUN = ("runs", 0)

BAD_VALUES = [
    # unknown keys
    (("stepz",), 3, "stepz", "did you mean 'steps'?"),
    (("objective", "curvature"), 1.0, "objective.curvature", "no parameter of ill-conditioned"),
    ((*RUN, "momentun"), 0.5, "runs.0.momentun", "did you mean 'momentum'?"),
    ((*RUN, "dampening"), 0.5, "runs.0.dampening", "no parameter of momentum"),
    # unknown names
    (("objective", "id"), "ill-condition", "objective.id", "did you mean 'ill-conditioned'?"),
    ((*RUN, "optimizer"), "momemtum", "runs.0.optimizer", "did you mean 'momentum'?"),
    ((*RUN, "optimizer"), "os.system", "runs.0.optimizer", "os.system"),
    # missing
    (("format",), ..., "format", "format = 1"),
    (("objective",), ..., "objective.id", "is missing"),
    (("objective", "id"), ..., "objective.id", "is missing"),
    (("runs",), ..., "runs", "give at least one"),
    ((*RUN, "optimizer"), ..., "runs.0.optimizer", "is missing"),
    # the file's format
    (("format",), FORMAT + 1, "format", "update Momentum Lab"),
    (("format",), 0, "format", "give 1"),
    (("format",), True, "format", "give 1"),
    (("format",), 1.0, "format", "give 1"),
    (("format",), "1", "format", "give 1"),
    # wrong types
    (("title",), 3, "title", "give a text"),
    (("steps",), "20", "steps", "a whole number from 1 to 10000000"),
    (("steps",), [20], "steps", "a whole number"),
    (("steps",), 2.5, "steps", "a whole number"),
    (("seed",), {"a": 1}, "seed", "a whole number from 0 to 4294967295"),
    (("dtype",), ["float64"], "dtype", "float64 or float32"),
    (("dtype",), "double", "dtype", "float64 or float32"),
    (("device",), 0, "device", "give auto, cpu or cuda"),
    (("device",), "cpu; rm -rf", "device", "give auto, cpu or cuda"),
    (("objective",), "ellipse", "objective", "give a table"),
    (("objective",), [{"id": "ellipse"}], "objective", "give a table"),
    (("objective", "id"), 3, "objective.id", "the name of an objective"),
    (("objective", "id"), ["ellipse"], "objective.id", "the name of an objective"),
    (("objective", "start"), 3.0, "objective.start", "a list of finite numbers"),
    (("objective", "start"), "ab", "objective.start", "a list of finite numbers"),
    (("objective", "start"), ["a", "b"], "objective.start", "a list of finite numbers"),
    (("runs",), {"optimizer": "momentum"}, "runs", "a list of [[runs]] tables"),
    (("runs",), "momentum", "runs", "a list of [[runs]] tables"),
    (RUN, "momentum", "runs.0", "give a table"),
    ((*RUN, "optimizer"), 3, "runs.0.optimizer", "the name of an optimizer"),
    ((*RUN, "optimizer"), ["momentum"], "runs.0.optimizer", "the name of an optimizer"),
    ((*RUN, "label"), 3, "runs.0.label", "give a text"),
    ((*RUN, "enabled"), "yes", "runs.0.enabled", "true or false"),
    ((*RUN, "enabled"), 1, "runs.0.enabled", "true or false"),
    ((*RUN, "colour"), 255, "runs.0.colour", "give a text"),
    ((*RUN, "colour"), "blue", "runs.0.colour", "#rrggbb"),
    ((*RUN, "learning_rate"), "0.1", "runs.0.learning_rate", "a number from 0 to 1e+06"),
    ((*RUN, "learning_rate"), [0.1], "runs.0.learning_rate", "a number"),
    # bools are no numbers
    (("steps",), True, "steps", "a whole number"),
    (("objective", "start"), [True, False], "objective.start", "a list of finite numbers"),
    ((*RUN, "momentum"), True, "runs.0.momentum", "a number from 0 to 1"),
    # out of range
    (("steps",), 0, "steps", "from 1 to 10000000"),
    (("steps",), -5, "steps", "from 1 to 10000000"),
    (("steps",), 10**400, "steps", "a whole number"),
    (("seed",), -1, "seed", "from 0 to 4294967295"),
    ((*RUN, "momentum"), 1.5, "runs.0.momentum", "from 0 to 1"),
    ((*RUN, "learning_rate"), -0.1, "runs.0.learning_rate", "from 0 to 1e+06"),
    ((*RUN, "learning_rate"), 10**400, "runs.0.learning_rate", "a number"),
    (("batch_size",), 10, "batch_size", "no data"),
    (("runs",), [], "runs", "give at least one"),
    (("runs",), [{"optimizer": "momentum"}] * 513, "runs", "give at most 512"),
    # nan and infinity
    (("steps",), NAN, "steps", "a whole number"),
    (("steps",), INF, "steps", "a whole number"),
    (("objective", "start"), [NAN, 0.0], "objective.start", "a list of finite numbers"),
    (("objective", "start"), [0.0, -INF], "objective.start", "a list of finite numbers"),
    (("objective", "start"), [10**400, 0], "objective.start", "a list of finite numbers"),
    ((*RUN, "learning_rate"), NAN, "runs.0.learning_rate", "a number from 0 to 1e+06"),
    ((*RUN, "learning_rate"), INF, "runs.0.learning_rate", "a number from 0 to 1e+06"),
    # start of the wrong length
    (("objective", "start"), [], "objective.start", "a list of finite numbers"),
    (("objective", "start"), [1.0], "objective.start", "give a list of 2"),
    (("objective", "start"), [1.0, 2.0, 3.0], "objective.start", "give a list of 2"),
]


@pytest.mark.parametrize(("path", "value", "key", "hint"), BAD_VALUES)
def test_that_a_bad_value_is_refused_by_its_key_and_with_what_is_allowed(path, value, key, hint):
    with pytest.raises(InputError) as refusal:
        from_document(_change(path, value))
    assert refusal.value.key == key
    assert str(refusal.value).startswith(f"{key}: ")
    assert hint in str(refusal.value)


def test_that_the_second_run_is_named_by_its_index():
    document = parse(EXAMPLE + '[[runs]]\noptimizer = "momentum"\nmomentum = 7\n', "example")
    with pytest.raises(InputError, match=r"^runs\.1\.momentum: 7 is out of range"):
        from_document(document)


@pytest.mark.parametrize(
    ("assignment", "key"),
    [
        ("steps", "steps"),
        ("", ""),
        ("=3", "=3"),
        ("steps=", "steps"),
        ("steps=many", "steps"),
        ("steps=0", "steps"),
        ("steps=nan", "steps"),
        ("steps=true", "steps"),
        ("steps=" + "9" * 5000, "steps"),
        ("steps=" + "[" * 5000, "steps"),
        ("stepz=3", "stepz"),
        ("steps.a=3", "steps.a"),
        ("steps.a.b=3", "steps.a"),
        ("title.0=3", "title.0"),
        (".=3", ""),
        ("objective.id=bowel", "objective.id"),
        ("objective.start=[1]", "objective.start"),
        ("objective.start=[1,", "objective.start"),
        ("objective.start.7=1", "objective.start.7"),
        ("objective.start.-1=1", "objective.start.-1"),
        ("objective.none.x=1", "objective.none"),
        ("runs=3", "runs"),
        ("runs.0=3", "runs.0"),
        ("runs.1.momentum=0.5", "runs.1"),
        ("runs.-1.momentum=0.5", "runs.-1"),
        ("runs.²=1", "runs.²"),
        ("runs.a.momentum=0.5", "runs.a"),
        ("runs.0.momentum=2", "runs.0.momentum"),
        ("runs.0.momentum.x=2", "runs.0.momentum.x"),
        ("runs.0.learning_rate=inf", "runs.0.learning_rate"),
        ("runs.0.learning_rate=1e999", "runs.0.learning_rate"),
        ("runs.0.optimizer=adamm", "runs.0.optimizer"),
    ],
)
def test_that_a_bad_set_is_refused_by_its_key(assignment, key):
    document = parse(EXAMPLE, "example")
    with pytest.raises(InputError) as refusal:
        from_document(_set(document, assignment))
    assert refusal.value.key == key


def _set(document, assignment):
    set_key(document, assignment)
    return document


@pytest.mark.parametrize(
    ("assignment", "value_of", "value"),
    [
        ("steps=7", lambda e: e.steps, 7),
        ("title=two words", lambda e: e.title, "two words"),
        ("title='7'", lambda e: e.title, "7"),
        ("title=a=b", lambda e: e.title, "a=b"),
        ("dtype=float32", lambda e: e.dtype, "float32"),
        ("objective.start=[1, 2]", lambda e: e.start, (1.0, 2.0)),
        ("objective.start.1=9", lambda e: e.start, (-5.0, 9.0)),
        ("runs.0.momentum=0.25", lambda e: e.runs[0].hyperparameters["momentum"], 0.25),
        ("runs.0.enabled=false", lambda e: e.runs[0].enabled, False),
        ("runs.0.label=slow", lambda e: e.runs[0].label, "slow"),
    ],
)
def test_that_set_changes_the_value_at_its_key_alone(assignment, value_of, value):
    document = parse(EXAMPLE, "example")
    before = from_document(copy.deepcopy(document))
    after = from_document(_set(document, assignment))
    assert value_of(before) != value
    assert value_of(after) == value
    changed = [
        field.name
        for field in dataclasses.fields(Experiment)
        if getattr(before, field.name) != getattr(after, field.name)
    ]
    assert changed == [assignment.partition("=")[0].partition(".")[0]]


# ------------------------------------------------------------------------------- bad files


def _write(content):
    def make(path):
        path.write_bytes(content)

    return make


@pytest.mark.parametrize(
    ("make", "hint"),
    [
        pytest.param(lambda path: None, "cannot be read", id="missing"),
        pytest.param(lambda path: path.mkdir(), "cannot be read", id="directory"),
        pytest.param(_write(b"\x7fELF\x02\x01\x01\x00\xff\xfe"), "UTF-8", id="binary"),
        pytest.param(_write("title = 'ä'".encode("latin-1")), "UTF-8", id="latin-1"),
        pytest.param(_write(b"\0" * 100), "not valid TOML", id="zeros"),
        pytest.param(_write(b"format = 1\nthis is prose\n"), "not valid TOML", id="prose"),
        pytest.param(_write(b"format = 1\nformat = 1\n"), "not valid TOML", id="key twice"),
        pytest.param(_write(b"a = " + b"[" * 10_000), "not valid TOML", id="deep nesting"),
        pytest.param(_write(b"steps = " + b"9" * 10_000), "not valid TOML", id="long number"),
        pytest.param(_write(b"#" * (MAX_BYTES + 1)), "larger than 1,000,000 bytes", id="huge"),
    ],
)
def test_that_a_file_which_cannot_be_used_is_refused_by_name(make, hint, tmp_path):
    path = tmp_path / "experiment.toml"
    make(path)
    with pytest.raises(InputError) as refusal:
        read_document(path)
    assert refusal.value.key == str(path)
    assert hint in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_that_an_empty_file_is_told_how_to_begin(tmp_path):
    path = tmp_path / "empty.toml"
    path.touch()
    with pytest.raises(InputError, match=r"^format: is missing; .*format = 1"):
        from_document(read_document(path))


def test_that_the_largest_file_allowed_is_read(tmp_path):
    path = tmp_path / "large.toml"
    path.write_text(EXAMPLE + "#" * (MAX_BYTES - len(EXAMPLE)))
    assert from_document(read_document(path)) == from_document(parse(EXAMPLE, "example"))


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such device")
def test_that_a_device_without_an_end_is_refused():
    with pytest.raises(InputError, match="larger than"):
        read_document(Path("/dev/zero"))


@pytest.mark.parametrize("encode", [lambda t: t.encode("utf-8-sig"), lambda t: _crlf(t)])
def test_that_files_from_other_editors_read_the_same(encode, tmp_path):
    path = tmp_path / "windows.toml"
    path.write_bytes(encode(EXAMPLE))
    assert read_document(path) == parse(EXAMPLE, "example")


def _crlf(text):
    return text.replace("\n", "\r\n").encode()


# --------------------------------------------------------------------------------- writing


def test_that_a_saved_file_reads_back(tmp_path):
    experiment = from_document(parse(EXAMPLE, "example"))
    save(experiment, tmp_path / "saved.toml")
    assert from_document(read_document(tmp_path / "saved.toml")) == experiment
    assert [p.name for p in tmp_path.iterdir()] == ["saved.toml"]


def test_that_every_default_is_written_out():
    document = to_document(Experiment())
    assert document["objective"] == {"id": "ill-conditioned"}  # its start is its own
    assert set(document["runs"][0]) == {"optimizer", "learning_rate", "momentum"}
    assert set(document) >= {"format", "steps", "seed", "dtype", "device"}


@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_that_the_old_file_is_untouched_when_writing_fails(failure, tmp_path):
    path = tmp_path / "old.toml"
    path.write_text("old")
    expected = InputError if isinstance(failure, OSError) else type(failure)
    with pytest.raises(expected), replacing(path) as file:
        file.write(b"half of the n")
        raise failure
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["old.toml"]


def test_that_a_failed_write_names_the_file_and_the_reason(tmp_path):
    path = tmp_path / "new.toml"
    with pytest.raises(InputError) as refusal, replacing(path):
        raise OSError(28, "No space left on device")
    assert str(refusal.value) == f"{path}: cannot be written: No space left on device"


def test_that_nothing_is_written_to_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(InputError, match="cannot be written"):
        save(Experiment(), tmp_path / "none" / "x.toml")
    assert not list(tmp_path.iterdir())


def test_that_a_folder_is_not_replaced_by_a_file(tmp_path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(InputError, match="cannot be written"):
        save(Experiment(), tmp_path / "folder")
    assert [p.name for p in tmp_path.iterdir()] == ["folder"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among its files")
def test_that_a_pipe_or_device_is_not_replaced_by_a_file(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(InputError, match="cannot be written: Not a regular file"):
        save(Experiment(), pipe)
    assert pipe.is_fifo()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets few make links")
def test_that_a_link_stays_and_what_it_leads_to_is_replaced(tmp_path):
    (tmp_path / "folder").mkdir()
    real, link = tmp_path / "folder" / "real.toml", tmp_path / "link.toml"
    link.symlink_to(real)
    for text in (b"first", b"second"):
        with replacing(link) as file:
            file.write(text)
        assert link.is_symlink()
        assert real.read_bytes() == text
    link.unlink()
    link.symlink_to(link)
    with pytest.raises(InputError, match=f"cannot be written: {os.strerror(errno.ELOOP)}"):
        save(Experiment(), link)
    assert link.is_symlink()


@pytest.mark.parametrize("name", ["", "a\0b", "a" * 300])
def test_that_a_name_no_file_can_have_is_refused(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match="cannot be written"):
        save(Experiment(), Path(name))
    with pytest.raises(InputError, match="cannot be read"):
        read_document(Path(name))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("key", ["title", "runs.0.label"])
def test_that_half_a_character_is_no_text(key):
    document = to_document(Experiment())
    set_key(document, f"{key}=\udcff")
    with pytest.raises(InputError, match=f"{key}: .* is not allowed; give a text"):
        from_document(document)


def test_that_the_new_file_is_not_seen_before_it_is_complete(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"old")
    with replacing(path) as file:
        file.write(b"new")
        file.flush()
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no umask")
def test_that_a_saved_file_has_the_mode_of_any_new_file(tmp_path):
    (tmp_path / "usual").touch()
    save(Experiment(), tmp_path / "saved.toml")
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("usual", "saved.toml")]
    assert modes[0] == modes[1]

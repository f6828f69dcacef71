"""Files made to hurt get a sentence at once, run nothing and hang nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from simulation.errors import InputError
from simulation.presets import load_experiment
from tests.simulation.yardstick import Yardstick

HEAD = 'format = 1\n[objective]\nid = "ellipse"\n'
RUN = '[[runs]]\noptimizer = "momentum"\n'


def with_run(line: str) -> str:
    return f"{HEAD}{RUN}{line}\n"


def with_top(line: str) -> str:
    return f"{line}\n{HEAD}{RUN}"


def with_objective(line: str) -> str:
    return f"{HEAD}{line}\n{RUN}"


NASTY_VALUES = (
    "nan",
    "-nan",
    "inf",
    "-inf",
    "1e999",
    "-1e999",
    "9" * 400,
    "0x" + "f" * 300,
    "\"__import__('os').system('true')\"",
    '"{0.__class__}"',
    '"%s%s%s%n"',
    '"\\u0000"',
    '"\\uFEFF"',
    '"" ',
    "[]",
    "[[]]",
    "{}",
    "true",
    "1979-05-27T07:32:00Z",
    "[1, [2, [3, [4]]]]",
    "{a = {b = {c = 1}}}",
    '"' + "x" * 100_000 + '"',
    "[" * 500 + "]" * 500,
)
KEYS_TOP = ("steps", "seed", "batch_size", "dtype", "device", "sampling", "noise", "runs2")
KEYS_RUN = ("learning_rate", "momentum", "enabled", "colour", "__class__", "schedules")

BROKEN = {
    "empty": "",
    "blank": " \n\t\n",
    "binary": "\x00\x01\x02\x03",
    "only-a-bracket": "[",
    "many-brackets": "[" * 100_000,
    "deep-arrays": "a = " + "[" * 50_000,
    "deep-tables": "a = " + "{b = " * 5_000 + "1" + "}" * 5_000,
    "deep-dotted-key": ".".join(["a"] * 20_000) + " = 1",
    "deep-header": "[" + ".".join(["a"] * 20_000) + "]",
    "many-keys": "\n".join(f"k{i} = 1" for i in range(20_000)),
    "many-tables": "[[runs]]\n" * 50_000,
    "same-key-twice": "format = 1\nformat = 1\n",
    "table-twice": HEAD + '[objective]\nid = "ellipse"\n' + RUN,
    "table-over-value": "runs = 1\n" + HEAD + RUN,
    "array-over-table": HEAD + "[runs]\na = 1\n" + RUN,
    "endless-string": 'title = "' + "a" * 500_000,
    "endless-comment": "# " + "a" * 500_000,
    "bad-escape": with_top(r'title = "\q"'),
    "surrogate": with_top(r'title = "\ud800"'),
    "json": '{"format": 1}',
    "python": "import os\nos.system('true')\n",
    "yaml-bomb": "a: &a [x]\nb: &b [*a, *a]\n",
    "xml-bomb": '<!DOCTYPE x [<!ENTITY a "aa">]>',
    "newer": "format = 2",
    "format-text": 'format = "1"',
    "format-true": "format = true",
    "format-negative": "format = -1",
    "format-huge": "format = " + "9" * 300,
    "no-format": HEAD.replace("format = 1\n", "") + RUN,
    "no-objective": "format = 1\n" + RUN,
    "objective-is-text": 'format = 1\nobjective = "ellipse"\n' + RUN,
    "objective-is-list": "format = 1\nobjective = []\n" + RUN,
    "objective-by-path": 'format = 1\n[objective]\nid = "../../etc/passwd"\n' + RUN,
    "objective-dunder": 'format = 1\n[objective]\nid = "__init__"\n' + RUN,
    "runs-empty": "runs = []\n" + HEAD,
    "runs-number": "runs = 3\n" + HEAD,
    "runs-of-numbers": "runs = [1, 2]\n" + HEAD,
    "run-without-optimizer": HEAD + "[[runs]]\nlearning_rate = 1\n",
    "optimizer-number": HEAD + "[[runs]]\noptimizer = 3\n",
    "optimizer-os": HEAD + '[[runs]]\noptimizer = "os.system"\n',
    "optimizer-builtins": HEAD + '[[runs]]\noptimizer = "builtins.eval"\n',
    "optimizer-dots": HEAD + '[[runs]]\noptimizer = "..."\n',
    "optimizer-relative": HEAD + '[[runs]]\noptimizer = "..evil.Class"\n',
    "optimizer-look-alike": HEAD + '[[runs]]\noptimizer = "mоmentum"\n',  # a Cyrillic о
    "optimizer-torch-private": HEAD + '[[runs]]\noptimizer = "torch.optim.__builtins__"\n',
    "optimizer-torch-module": HEAD + '[[runs]]\noptimizer = "torch.optim.sgd"\n',
    "optimizer-torch-hub": HEAD + '[[runs]]\noptimizer = "torch.hub.load"\n',
    "too-many-runs": HEAD + RUN * 600,
    "start-short": with_objective("start = [1.0]"),
    "start-long": with_objective("start = [" + "1.0, " * 10_000 + "]"),
    "start-text": with_objective('start = "here"'),
    "start-nan": with_objective("start = [nan, 0.0]"),
    "start-inf": with_objective("start = [inf, 0.0]"),
    "start-nested": with_objective("start = [[1.0], [2.0]]"),
    "parameter-unknown": with_objective("curvature = 1.0"),
    "quadratic-asymmetric": 'format = 1\n[objective]\nid = "quadratic"\nQ = [[1, 2], [3, 4]]\n'
    + RUN,
    "quadratic-ragged": 'format = 1\n[objective]\nid = "quadratic"\nQ = [[1], [3, 4]]\n' + RUN,
    "quadratic-indefinite": 'format = 1\n[objective]\nid = "quadratic"\nQ = [[1, 2], [2, 1]]\n'
    + RUN,
    "quadratic-huge": 'format = 1\n[objective]\nid = "quadratic"\nQ = [['
    + "1, " * 5_000
    + "]]\n"
    + RUN,
    "dimension-huge": 'format = 1\n[objective]\nid = "spectrum"\ndimension = 1000000000\n' + RUN,
    "dimension-fraction": 'format = 1\n[objective]\nid = "spectrum"\ndimension = 2.5\n' + RUN,
}
BROKEN |= {
    f"top-{key}-{i}": with_top(f"{key} = {value}")
    for key in KEYS_TOP
    for i, value in enumerate(NASTY_VALUES)
}
BROKEN |= {
    f"run-{key}-{i}": with_run(f"{key} = {value}")
    for key in KEYS_RUN
    for i, value in enumerate(NASTY_VALUES)
}

VALID = {"run-enabled-17", "run-colour-13", "top-noise-16", "run-schedules-16"}
"""``enabled = true``, ``colour = ""`` and empty tables are what they may be."""


def test_that_the_corpus_is_large() -> None:
    assert len(BROKEN) >= 200


@pytest.fixture(scope="module")
def yardstick(tmp_path_factory: pytest.TempPathFactory) -> Yardstick:
    """Ten files without malice, with as many runs as there may be."""
    path = tmp_path_factory.mktemp("honest") / "honest.toml"
    path.write_text(HEAD + RUN * 500)
    return Yardstick(lambda: [load_experiment(path) for _ in range(10)])


TIMES = 5
"""The worst of the corpus takes one and a half times as long as the honest files."""


@pytest.mark.parametrize("name", list(BROKEN))
def test_that_a_hostile_file_gets_a_sentence_at_once(
    name: str, tmp_path: Path, yardstick: Yardstick
) -> None:
    path = tmp_path / "hostile.toml"
    path.write_bytes(BROKEN[name].encode("utf-8", "surrogatepass"))
    modules = set(sys.modules)

    def load() -> None:
        if name in VALID:
            load_experiment(path)
            return
        with pytest.raises(InputError) as refusal:
            load_experiment(path)
        sentence = str(refusal.value)
        assert len(sentence) < 1000
        assert sentence.isprintable()

    yardstick.assert_bounds(load, TIMES)
    imported = {module.partition(".")[0] for module in set(sys.modules) - modules}
    assert (
        imported <= {"torch", "sympy", "mpmath"} | set(sys.stdlib_module_names) | imported_by_us()
    )


def imported_by_us() -> set[str]:
    """What reading a file may load besides the standard library."""
    return {
        "simulation",
        "numpy",
        "torch",
        "torchgen",
        "typing_extensions",
        "functorch",
        "filelock",
    }


def test_that_ten_megabytes_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.toml"
    path.write_bytes(b"a" * 10_000_000)
    with pytest.raises(InputError, match="larger than"):
        load_experiment(path)

"""torch's functions have been called once, by one thread, before anyone can use them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import torch

from simulation.first_calls import FUNCTIONS, make_first_calls
from simulation.paths import RESOURCES

STAND_IN = """
calls = []
float64, float32 = "float64", "float32"
def full(shape, value, *, dtype, device):
    return dtype
def __getattr__(name):
    return lambda number: calls.append((name, number))
"""

IMPORTING = """
import sys
from importlib.util import find_spec
{before}
assert find_spec("torch") and "torch" not in sys.modules
import torch
{after}
for name, dtype in torch.calls:
    print(name, dtype)
"""


def calls_of(folder: Path, *, before: str = "", after: str = "") -> list[str]:
    """Every call a process has made once it has imported a torch that only keeps count."""
    (folder / "torch.py").write_text(STAND_IN)
    code = f"import sys; sys.path.insert(0, {str(folder)!r})" + IMPORTING.format(
        before=before, after=after
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=RESOURCES.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split("\n")[:-1]


ALL = [f"{name} {dtype}" for dtype in ("float64", "float32") for name in FUNCTIONS]


def test_that_the_import_of_torch_ends_with_the_first_calls(tmp_path: Path) -> None:
    assert calls_of(tmp_path, before="import simulation") == ALL


def test_that_a_torch_already_imported_is_called_at_once(tmp_path: Path) -> None:
    assert calls_of(tmp_path, after="import simulation") == ALL


def test_that_other_programs_torch_is_left_alone(tmp_path: Path) -> None:
    assert calls_of(tmp_path) == []


def test_that_a_missing_torch_is_missed_as_ever(tmp_path: Path) -> None:
    code = "import sys, simulation; sys.path[:] = ['.']; import torch"
    done = subprocess.run(
        [sys.executable, "-S", "-c", code],
        cwd=RESOURCES.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "ModuleNotFoundError: No module named 'torch'" in done.stderr


def test_that_torch_has_all_these_functions() -> None:
    assert [name for name in FUNCTIONS if not callable(getattr(torch, name, None))] == []


def test_that_the_calls_leave_torch_as_it_was() -> None:
    before = torch.get_default_dtype(), torch.get_rng_state()
    make_first_calls(torch)
    assert torch.get_default_dtype() == before[0]
    assert torch.equal(torch.get_rng_state(), before[1])

"""What the package is made from holds together; the package itself is tried by .ci/run."""

from __future__ import annotations

import ast
import configparser
import os
import plistlib
import re
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGING = ROOT / "packaging"
SPEC = PACKAGING / "momentum-lab.spec"
OPTIONAL = {"av", "dask", "distributed", "jax", "jaxlib", "optax"}
"""Imported where they are installed; the program says what is missing where they are not."""


def left_out() -> set[str]:
    """Names of the modules that the recipe leaves out."""
    for statement in ast.parse(SPEC.read_text()).body:
        if (
            isinstance(statement, ast.Assign)
            and ast.unparse(statement.targets[0]) == "UNUSED_MODULES"
        ):
            expression = compile(ast.Expression(statement.value), str(SPEC), "eval")
            return set(eval(expression))
    raise AssertionError("the recipe has no UNUSED_MODULES")


@cache
def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def test_that_nothing_we_import_is_left_out_of_the_package() -> None:
    unused = left_out() - OPTIONAL
    for folder in ("gui", "simulation"):
        for path in (ROOT / folder).rglob("*.py"):
            for name in imported(path):
                parts = name.split(".")
                prefixes = {".".join(parts[: i + 1]) for i in range(len(parts))}
                assert not prefixes & unused, f"{path} imports {name}"


def test_that_of_scipy_only_what_the_package_has_is_imported() -> None:
    names = {
        name
        for folder in ("gui", "simulation")
        for path in (ROOT / folder).rglob("*.py")
        for name in imported(path)
    }
    assert {name for name in names if name.partition(".")[0] == "scipy"} == {
        "scipy.integrate",
        "scipy.integrate.DOP853",
    }


def locked(name: str) -> str:
    """The version that the package is built with."""
    lock = (ROOT / "requirements.lock").read_text()
    (found,) = re.findall(rf"^{name}==(\S+)", lock, re.MULTILINE)
    return str(found)


@pytest.mark.slow
@pytest.mark.skipif(
    version("scipy") != locked("scipy"),
    reason=f"packaging/without-scipy-libraries is made for scipy {locked('scipy')}, "
    f"with which the package is built, and this is {version('scipy')}",
)
def test_that_flows_and_tables_do_without_what_is_left_out() -> None:
    """As in the package: what starts first there, and none of the modules left out."""
    hooks = sorted(PACKAGING.glob("without-*"))
    parts = ("PIL.", "mpmath", "numpy.", "pyarrow.", "scipy.", "sympy", "torch.")
    names = sorted(name for name in left_out() if name.startswith(parts))
    begin = "\n".join(f"exec(compile({path.read_text()!r}, 'hook', 'exec'))" for path in hooks)
    script = f"""
{begin}
import sys
sys.modules |= {{name: None for name in {names!r} if name not in sys.modules}}
import numpy as np
from scipy.integrate import DOP853
from simulation.selfcheck import check_simulation
solver = DOP853(lambda t, y: -y, 0.0, np.ones(1), 5.0, rtol=1e-11, atol=1e-12)
while solver.status == "running":
    solver.step()
assert abs(solver.y[0] - np.exp(-5.0)) < 1e-10
import torch
x, v = torch.tensor([1.0, 2.0], requires_grad=True), torch.tensor([3.0, 1.0])
(slope,) = torch.autograd.grad((x**3).sum(), x, create_graph=True)
assert torch.autograd.grad(slope, x, v)[0].tolist() == [18.0, 12.0]
cubes = lambda x: (x**3).sum()
assert torch.func.hessian(cubes)(x.detach()).tolist() == [[6.0, 0.0], [0.0, 12.0]]
assert torch.broadcast_shapes((2, 1), (3,)) == (2, 3)
failed = [finding for finding in check_simulation() if finding.state == "FAILED"]
sys.exit(str(failed) if failed else 0)
"""
    asked = [sys.executable, "-W", "ignore", "-c", script]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    answer = subprocess.run(asked, env=environment, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr


def test_that_packaging_holds_no_importable_module() -> None:
    assert list(PACKAGING.rglob("*.py")) == []


def test_that_the_desktop_entry_and_the_type_of_files_name_each_other() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # keys have capitals
    entry.read(PACKAGING / "linux" / "momentum-lab.desktop", encoding="utf-8")
    desktop = entry["Desktop Entry"]
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    types = ET.parse(PACKAGING / "linux" / "momentum-lab.xml").getroot()
    named = [kind.get("type") for kind in types.iter(f"{space}mime-type")]
    assert set(named) <= set(desktop["MimeType"].split(";"))
    assert desktop["Icon"] == "momentum-lab"
    assert desktop["Exec"].split()[0] == "momentum-lab"


def test_that_the_manual_page_names_every_command() -> None:
    from simulation.commands import COMMANDS

    page = (PACKAGING / "linux" / "momentum-lab.1").read_text()
    for command in COMMANDS:
        assert re.search(rf"^\.B[IR]* \"?{command}\b", page, re.MULTILINE), command
    assert r"\-\-self\-check" in page


@pytest.mark.parametrize("size", [16, 24, 32, 48, 64, 128, 256, 512])
def test_that_an_icon_has_its_size_and_clear_corners(size: int) -> None:
    icon = Image.open(ROOT / "resources" / "icons" / f"momentum-lab-{size}.png")
    assert icon.size == (size, size)
    assert icon.mode == "RGBA"
    if size >= 24:
        assert icon.getpixel((0, 0))[3] < 128
    assert icon.getpixel((size // 2, size // 2))[3] == 255


def test_that_the_entitlements_of_macos_are_a_property_list() -> None:
    with (PACKAGING / "macos" / "entitlements.plist").open("rb") as file:
        assert all(plistlib.load(file).values())


def test_that_pyinstaller_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    (pinned,) = project["optional-dependencies"]["package"]
    assert re.fullmatch(r"pyinstaller==\d+\.\d+(\.\d+)?", pinned)

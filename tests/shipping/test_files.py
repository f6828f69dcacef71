"""What the package is made from holds together; the package itself is tried by .ci/run."""

from __future__ import annotations

import ast
import configparser
import plistlib
import re
import tomllib
import xml.etree.ElementTree as ET
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

"""The versions that are installed lie within the ranges that pyproject.toml allows."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent.parent
LOCK = [
    Requirement(line)
    for line in (ROOT / "requirements.lock").read_text().splitlines()
    if not line.startswith("#")
]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def asked() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    lists = (project["dependencies"], *project["optional-dependencies"].values())
    return [Requirement(line) for lines in lists for line in lines]


@pytest.mark.parametrize("requirement", asked(), ids=str)
def test_that_the_lock_has_what_is_asked_for_within_its_range(requirement: Requirement) -> None:
    name = canonicalize_name(requirement.name)
    (locked,) = (each for each in LOCK if each.name == name)
    assert locked.marker == requirement.marker
    (pin,) = locked.specifier
    assert requirement.specifier.contains(pin.version), "make lock"


def test_that_the_lock_fits_any_machine() -> None:
    """Each once, one version, from wherever pip looks; what CUDA needs is for torch to say."""
    names = [requirement.name for requirement in LOCK]
    assert names == sorted(set(names))
    for requirement in LOCK:
        assert re.fullmatch(r"==[\w.]+", str(requirement.specifier)), requirement
        assert not requirement.extras
        assert not re.match("cuda|nvidia|triton", requirement.name)


def test_that_what_is_built_and_installed_has_the_versions_of_the_lock() -> None:
    for path in WORKFLOWS:
        for line in re.findall(r"pip install .*-e .*", path.read_text()):
            assert "-c requirements.lock" in line, path.name
    assert "$(PIP_INSTALL) -e" in (ROOT / "Makefile").read_text()

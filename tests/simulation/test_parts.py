"""Everything by others is named, with its licence."""

from __future__ import annotations

import tomllib
from importlib.metadata import distribution

from simulation.parts import description, parts, version
from simulation.paths import RESOURCES


def test_that_every_package_that_is_required_is_a_part() -> None:
    project = tomllib.loads((RESOURCES.parent / "pyproject.toml").read_text())["project"]
    installed = distribution("momentum-lab").requires or []
    named = {part.name.lower().replace("_", "-") for part in parts()}
    for requirement in project["dependencies"]:
        if requirement in {line.replace(" ", "") for line in installed}:
            name = requirement.split("=")[0].split(">")[0].lower().replace("_", "-")
            assert name in named


def test_that_a_part_shows_its_licence() -> None:
    torch = next(part for part in parts() if part.name == "torch")
    assert "BSD-3-Clause" in torch.licence
    assert "Redistribution and use in source and binary forms" in torch.text


def test_that_qt_and_the_data_have_their_terms_although_no_package_carries_them() -> None:
    texts = {part.name: part.text for part in parts()}
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in texts["Qt"]
    assert "GNU GENERAL PUBLIC LICENSE" in texts["Qt"]
    assert "CC BY 4.0" in texts["Airfoil data"]
    assert "Brooks" in texts["Airfoil data"]


def test_that_a_part_without_a_text_says_so() -> None:
    pyopengl = next(part for part in parts() if part.name == "PyOpenGL")
    assert "BSD" in pyopengl.text


def test_that_the_description_says_what_runs_where() -> None:
    told = "\n".join(description())
    assert version() in told
    assert "Python 3." in told
    assert "torch 2." in told

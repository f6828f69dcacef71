"""What importing the simulation costs."""

from __future__ import annotations

import subprocess
import sys

import pytest

IMPORT_ALL = """
import importlib, pkgutil, sys
import simulation
names = [m.name for m in pkgutil.walk_packages(simulation.__path__, "simulation.")]
assert "simulation.engine.runner" in names
for name in names:
    importlib.import_module(name)
print(" ".join(sys.modules))
"""


@pytest.fixture(scope="module")
def modules():
    command = [sys.executable, "-c", IMPORT_ALL]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return run.stdout.split()


@pytest.mark.parametrize("package", ["torch", "PySide6", "pyqtgraph", "OpenGL"])
def test_that_importing_all_of_simulation_does_not_import(package, modules):
    assert package not in modules

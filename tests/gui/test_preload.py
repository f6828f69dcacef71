"""Loading torch's libraries ahead leaves what torch computes as it is."""

from __future__ import annotations

import subprocess
import sys

import pytest

from simulation.paths import RESOURCES

SUMMING = """
import sys
import simulation
from gui.worker.preload import preload_torch
if sys.argv[1] == "ahead":
    preload_torch()
import torch
x = torch.linspace(-3, 3, 4001, dtype=torch.float64)
print((torch.sin(x) @ torch.exp(-x * x)).item().hex(), torch.linalg.inv(torch.eye(3) * 3).sum())
"""


@pytest.mark.slow
def test_that_torch_computes_the_same_when_its_libraries_are_loaded_ahead() -> None:
    answers = [
        subprocess.run(
            [sys.executable, "-c", SUMMING, how],
            cwd=RESOURCES.parent,
            capture_output=True,
            text=True,
            timeout=300,
            check=True,
        ).stdout
        for how in ("ahead", "as usual")
    ]
    assert answers[0] == answers[1] != ""

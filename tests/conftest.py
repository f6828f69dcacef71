"""What all tests share: no display, no network, nothing of the user's is read or written."""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
from pathlib import Path

import hypothesis
import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
DATA = REPOSITORY.parent / "shared" / "data"
HOME = Path(tempfile.mkdtemp(prefix="momentum-lab-tests-"))

# Before Qt, platformdirs or anything of ours is imported: they read these once. Programs that
# a test starts inherit them.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if DATA.is_dir():
    os.environ.setdefault("MOMENTUM_LAB_DATA", str(DATA))
for variable, folder in {
    "HOME": "",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_RUNTIME_DIR": "runtime",
    "XDG_STATE_HOME": "state",
}.items():
    (HOME / folder).mkdir(mode=0o700, exist_ok=True)
    os.environ[variable] = str(HOME / folder)

# A busy machine is no reason to fail, and CI gives the same verdict twice.
hypothesis.settings.register_profile("lab", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("lab")


def pytest_unconfigure() -> None:
    shutil.rmtree(HOME, ignore_errors=True)


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("data") and not _has_airfoil_data():
        sentence = "the airfoil data is not here; set MOMENTUM_LAB_DATA to the folder that has it"
        if "CI" in os.environ:
            pytest.fail(sentence, pytrace=False)
        pytest.skip(sentence)


def _has_airfoil_data() -> bool:
    folder = os.environ.get("MOMENTUM_LAB_DATA")
    return folder is not None and (Path(folder) / "airfoil_self_noise.dat").is_file()


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every machine but this one unreachable, as it is without a network."""
    resolve = socket.getaddrinfo

    def resolve_local(host, *args, **kwargs):
        if host not in {"localhost", "127.0.0.1", "::1"}:
            raise socket.gaierror(socket.EAI_NONAME, f"tests are offline, {host} is not reached")
        return resolve(host, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", resolve_local)

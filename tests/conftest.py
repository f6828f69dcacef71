"""What all tests share: no display, no network, nothing of the user's is read or written."""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
from pathlib import Path

import hypothesis
import pytest
from pytestqt.qtbot import QtBot

REPOSITORY = Path(__file__).resolve().parent.parent
DATA = REPOSITORY.parent / "shared" / "data"
HOME = Path(tempfile.mkdtemp(prefix="momentum-lab-tests-"))

# Before Qt, platformdirs or anything of ours is imported: they read these once. Programs that
# a test starts inherit them.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
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

from simulation import datasets  # noqa: E402
from simulation.datasets import AIRFOIL_FILE, DATA_VARIABLE  # noqa: E402
from tests.made_data import LIKENESS, USUAL, use_data, write_made_data  # noqa: E402

PUBLISHED = Path(os.environ.get(DATA_VARIABLE) or DATA) / AIRFOIL_FILE
MADE = write_made_data(HOME / "made")

# The same verdict twice, on a busy machine too. Hypothesis has settings of its own where CI is
# set, so all of them are named; `--hypothesis-profile=default` looks for new examples.
hypothesis.settings.register_profile(
    "lab",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("lab")

# So long may a state be waited for where nothing else is said: no test is about a machine's speed.
PATIENCE_MILLISECONDS = 60_000
for wait in (QtBot.waitActive, QtBot.waitExposed, QtBot.waitSignal, QtBot.waitUntil):
    wait.__kwdefaults__["timeout"] = PATIENCE_MILLISECONDS


def pytest_unconfigure() -> None:
    shutil.rmtree(HOME, ignore_errors=True)


def pytest_collection() -> None:
    use_data(MADE[USUAL])


@pytest.hookimpl(tryfirst=True)  # before the fixtures, also those of a module
def pytest_runtest_setup(item: pytest.Item) -> None:
    published = item.get_closest_marker("data") is not None
    if published and not PUBLISHED.is_file():
        pytest.skip(
            f"needs the published {AIRFOIL_FILE}: take it from "
            "https://archive.ics.uci.edu/dataset/291/airfoil+self+noise "
            f"and set {DATA_VARIABLE} to its folder"
        )
    use_data(PUBLISHED if published else MADE[USUAL], published=published)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Add to the file that ``make test`` names why tests were skipped, a line for each."""
    path = os.environ.get("MOMENTUM_LAB_SKIPPED")
    if path and not hasattr(terminalreporter.config, "workerinput"):  # not once more in workers
        with Path(path).open("a", encoding="utf-8") as file:
            for report in terminalreporter.stats.get("skipped", []):
                file.write(report.longrepr[2].removeprefix("Skipped: ") + "\n")


@pytest.fixture(params=LIKENESS)
def made_data(request: pytest.FixtureRequest) -> None:
    """Run a test on each kind of made data: where the numbers have to hold for all of them."""
    use_data(MADE[request.param])


@pytest.fixture
def made_file() -> Path:
    """The file that is read where none is named."""
    return MADE[USUAL]


@pytest.fixture
def no_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Airfoil data neither on this computer nor on the network; returns the empty cache."""
    monkeypatch.delenv(DATA_VARIABLE, raising=False)
    monkeypatch.setattr(datasets, "RESOURCES", tmp_path / "resources")
    monkeypatch.setattr(datasets, "user_cache", lambda: tmp_path / "cache")
    return tmp_path / "cache"


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every machine but this one unreachable, as it is without a network."""
    resolve = socket.getaddrinfo

    def resolve_local(host, *args, **kwargs):
        if host not in {None, "localhost", "127.0.0.1", "::1"}:  # None: to be reached, not to reach
            raise socket.gaierror(socket.EAI_NONAME, f"tests are offline, {host} is not reached")
        return resolve(host, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", resolve_local)

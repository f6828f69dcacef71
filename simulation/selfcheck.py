"""Whether this installation can do its work, check by check; for a bug report and for CI."""

from __future__ import annotations

import importlib
import pkgutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from simulation import files
from simulation.datasets import AIRFOIL_FILE, find_airfoil
from simulation.devices import torch_device
from simulation.errors import InputError
from simulation.paths import user_cache, user_state
from simulation.presets import find_preset
from simulation.writing import replacing

PRESET = "momentum-0.6-0.5"
"""The experiment that is computed."""

State = Literal["ok", "note", "FAILED"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found."""

    what: str
    state: State
    """A note is something that is not there and that the program can do without."""
    text: str


class AbsentError(Exception):
    """Something is not there that the program can do without; the text says what follows."""


Check = Callable[[], str]
"""Returns what it found; raises :class:`AbsentError` for a note, anything else for a failure."""


def look(checks: Mapping[str, Check]) -> Iterator[Finding]:
    """Run the checks, each whatever came of those before it."""
    for what, check in checks.items():
        try:
            yield Finding(what, "ok", check())
        except AbsentError as absent:
            yield Finding(what, "note", str(absent))
        except Exception as error:  # noqa: BLE001 - the report must tell of every failure
            yield Finding(what, "FAILED", f"{type(error).__name__}: {error}")


def check_simulation() -> Iterator[Finding]:
    """Everything but the window."""
    return look(
        {
            "simulation": lambda: import_all("simulation"),
            "CUDA": _check_cuda,
            "airfoil data": _check_data,
            "writing": _check_writing,
            "experiment": _check_experiment,
            "CSV, Parquet": _check_export,
            "PyTorch code": _check_code,
        }
    )


def import_all(package: str) -> str:
    """Import every module of ``package``: what one needs and is not here shows now."""
    found = importlib.import_module(package)
    names = [module.name for module in pkgutil.walk_packages(found.__path__, f"{package}.")]
    if not names:
        raise ImportError(f"{package} has no modules here")
    for name in names:
        importlib.import_module(name)
    return f"{len(names)} modules"


def _check_cuda() -> str:
    import torch

    if not torch.cuda.is_available():
        build = "finds no GPU" if torch.version.cuda else "is the build for the processor"
        raise AbsentError(f"torch {torch.__version__} {build}: all is computed by the processor")
    device = torch_device("cuda", 1)
    total = float(torch.ones(1000, device=device).sum())
    if total != 1000:
        raise ArithmeticError(f"a thousand ones add up to {total:g}")
    return f"{torch.cuda.get_device_name(device)}, CUDA {torch.version.cuda}"


def _check_data() -> str:
    try:
        return str(find_airfoil(fetch=False))
    except InputError as error:
        raise AbsentError(f"{error}; needed for the presets with {AIRFOIL_FILE} alone") from error


def _check_writing() -> str:
    for folder in (user_state(), user_cache()):
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "self-check"
        with replacing(path) as file:
            file.write(b"can be written")
        path.unlink()
    return f"{user_state()}, {user_cache()}"


def _check_experiment() -> str:
    from simulation.verify import verify

    checks = list(verify(find_preset(PRESET)))
    off = [check for check in checks if not check.passed]
    if off:
        told = "; ".join(f"{c.what} is {c.computed}, published {c.published}" for c in off)
        raise ArithmeticError(f"{PRESET}: {told}")
    first = checks[0]
    return f"{PRESET}: {first.what} {first.computed}, published {first.published}"


def _check_export() -> str:
    import pyarrow.csv
    import pyarrow.parquet

    from simulation.engine.runner import Runner
    from simulation.export import tables

    experiment = find_preset(PRESET).experiment
    history = Runner(experiment).run()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files.save(experiment, folder / "saved.toml")
        if files.from_document(files.read_document(folder / "saved.toml")) != experiment:
            raise ValueError("an experiment is read back as another one")
        tables.write_csv(experiment, history, folder / "t.csv")
        tables.write_parquet(experiment, history, folder / "t.parquet")
        rows = pyarrow.csv.read_csv(folder / "t.csv").num_rows
        if rows != pyarrow.parquet.read_table(folder / "t.parquet").num_rows:
            raise ValueError("CSV and Parquet have not as many rows as each other")
    return f"{rows} rows written and read back"


def _check_code() -> str:
    from simulation.export.code import pytorch_script

    text = pytorch_script(find_preset(PRESET).experiment)
    compile(text, "copied.py", "exec")
    return f"{len(text.splitlines())} lines"

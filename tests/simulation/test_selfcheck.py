"""The self-check tells what works, what is missing and what fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulation import selfcheck
from simulation.selfcheck import AbsentError, Finding, check_simulation, import_all, look


def test_that_checks_run_whatever_came_of_those_before() -> None:
    def fail() -> str:
        raise ValueError("broken")

    def miss() -> str:
        raise AbsentError("not here")

    found = list(look({"a": fail, "b": miss, "c": lambda: "fine"}))
    assert found == [
        Finding("a", "FAILED", "ValueError: broken"),
        Finding("b", "note", "not here"),
        Finding("c", "ok", "fine"),
    ]


def test_that_a_module_that_cannot_be_imported_is_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "half_a_package"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "broken.py").write_text("import no_such_module_anywhere")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ImportError, match="no_such_module_anywhere"):
        import_all("half_a_package")


def test_that_data_that_is_not_here_is_a_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOMENTUM_LAB_DATA", str(tmp_path))
    monkeypatch.setattr("simulation.datasets.user_cache", lambda: tmp_path)
    (finding,) = look({"data": selfcheck._check_data})
    assert finding.state == "note"
    assert "airfoil" in finding.text


def test_that_a_folder_that_cannot_be_written_is_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr("simulation.selfcheck.user_state", lambda: tmp_path / "file")
    (finding,) = look({"writing": selfcheck._check_writing})
    assert finding.state == "FAILED"


def test_that_nothing_fails_here() -> None:
    failed = [finding for finding in check_simulation() if finding.state == "FAILED"]
    assert failed == []

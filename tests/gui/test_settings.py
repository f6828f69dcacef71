"""What is remembered comes back, and a broken settings file does no harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from gui.settings import RECENT_FILES, Appearance, Settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


def test_that_choices_survive_a_restart(path: Path) -> None:
    chosen = Appearance("dark", 150, "ja")
    settings = Settings(path)
    settings.landscape = {"arrows": "True", "tail": "None"}
    settings.appearance = chosen
    settings.save_window(QByteArray(b"place"), QByteArray(b"docks"))
    again = Settings(path)
    assert again.appearance == chosen
    assert again.landscape == {"arrows": "True", "tail": "None"}
    assert again.geometry == QByteArray(b"place")
    assert again.docks == QByteArray(b"docks")


def test_that_the_latest_files_come_first_without_repeats(path: Path, tmp_path: Path) -> None:
    settings = Settings(path)
    files = [tmp_path / f"{index}.toml" for index in range(RECENT_FILES + 5)]
    for file in [*files, files[7]]:
        settings.add_recent_file(file)
    recent = settings.recent_files
    assert recent[0] == files[7]
    assert len(recent) == len(set(recent)) == RECENT_FILES


def test_that_one_recent_file_is_a_list_of_one(path: Path, tmp_path: Path) -> None:
    settings = Settings(path)
    settings.add_recent_file(tmp_path / "only.toml")
    settings.save_window(QByteArray(), QByteArray())
    assert Settings(path).recent_files == [tmp_path / "only.toml"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00\x01",
        "[General]\ntheme=@Variant(\\0\\0)\nscale=eleven\n",
        "theme=plaid\nscale=-5\nlandscape=arrows\n",
        "scale=²\n",
    ],
)
def test_that_a_broken_file_reads_as_the_defaults(path: Path, text: str) -> None:
    path.write_text(text)
    settings = Settings(path)
    assert settings.appearance == Appearance()
    assert settings.recent_files == []
    assert settings.geometry.isEmpty()
    assert settings.landscape == {}


def test_that_a_file_that_is_no_settings_is_set_aside_and_told(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    for damage in (bytes(range(256)) * 9, b"[General\ngeometry=@ByteArray(x"):
        path.write_bytes(damage)
        settings = Settings(path)
        assert settings.set_aside is not None
        assert settings.set_aside.read_bytes() == damage
        assert settings.appearance == Appearance()
        settings.appearance = Appearance(theme="dark")
        del settings
        assert Settings(path).appearance.theme == "dark"
        assert Settings(path).set_aside is None

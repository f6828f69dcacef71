"""What the program remembers between two starts."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from simulation.writing import real

RECENT_FILES = 10
SCALES = (80, 90, 100, 110, 125, 150, 175, 200)
"""Sizes of type on offer, percent."""
THEMES = ("system", "light", "dark")

log = logging.getLogger("settings")


@dataclass(frozen=True, slots=True)
class Appearance:
    """How the window looks."""

    theme: str = "system"
    """One of ``THEMES``."""
    scale: int = 100
    """Size of type, one of ``SCALES``."""
    language: str = ""
    """Such as ``zh_CN``; empty for the desktop's."""


class Settings:
    """Typed access to the settings file; what is broken in it reads as the default."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._store = self._open()
        self.set_aside = _set_aside_if_damaged(self._store)
        """Where the settings file is now, if it was damaged and cannot be used."""
        if self.set_aside is not None:
            self._store = self._open()

    @property
    def can_be_kept(self) -> bool:
        """Whether a change is there again at the next start."""
        return self._store.isWritable()

    def _open(self) -> QSettings:
        if self._path is None:
            return QSettings("momentum-lab", "momentum-lab")
        return QSettings(str(self._path), QSettings.Format.IniFormat)

    @property
    def appearance(self) -> Appearance:
        """Theme, size of type and language."""
        theme, scale = self._text("theme"), self._text("scale")
        return Appearance(
            theme if theme in THEMES else "system",
            next((each for each in SCALES if str(each) == scale), 100),
            self._text("language"),
        )

    @appearance.setter
    def appearance(self, appearance: Appearance) -> None:
        self._store.setValue("theme", appearance.theme)
        self._store.setValue("scale", str(appearance.scale))
        self._store.setValue("language", appearance.language)

    @property
    def landscape(self) -> dict[str, str]:
        """What the tools of the landscape were set to; they know what it means."""
        words = self._text("landscape").split()
        return dict(word.split("=", 1) for word in words if "=" in word)

    @landscape.setter
    def landscape(self, memory: Mapping[str, str]) -> None:
        words = (f"{name}={value}" for name, value in memory.items())
        self._store.setValue("landscape", " ".join(words))

    @property
    def recent_files(self) -> list[Path]:
        """Files opened or saved last, the latest first."""
        listed = self._store.value("recent_files", [])
        texts = [listed] if isinstance(listed, str) else listed if isinstance(listed, list) else []
        return [Path(text) for text in texts if isinstance(text, str) and text][:RECENT_FILES]

    def add_recent_file(self, path: Path) -> None:
        """Put ``path`` first in the list of recent files."""
        path = real(path)
        others = [known for known in self.recent_files if known != path]
        self._store.setValue("recent_files", [str(p) for p in [path, *others][:RECENT_FILES]])

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window, as Qt saves it; empty before the first time."""
        return self._bytes("geometry")

    @property
    def docks(self) -> QByteArray:
        """Arrangement of the docks, as Qt saves it; empty before the first time."""
        return self._bytes("docks")

    def save_window(self, geometry: QByteArray, docks: QByteArray) -> None:
        """Remember place, size and arrangement."""
        self._store.setValue("geometry", geometry)
        self._store.setValue("docks", docks)
        self._store.sync()

    def _text(self, key: str) -> str:
        value = self._store.value(key, "")
        return value if isinstance(value, str) else ""

    def _bytes(self, key: str) -> QByteArray:
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()


def _set_aside_if_damaged(store: QSettings) -> Path | None:
    """Rename the file of ``store`` if it is no text in its format; return the new name."""
    path = Path(store.fileName())  # on Windows the settings are in the registry, and no file
    try:
        if not path.is_file():
            return None
        is_text = path.read_bytes().isascii()  # all else is escaped in it
        if is_text and store.status() != QSettings.Status.FormatError:
            return None
        return path.replace(path.with_name(path.name + ".damaged"))
    except OSError as error:
        log.warning("%s: %s", path, error)
        return None

"""What the program remembers between two starts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

RECENT_FILES = 10
SCALES = (80, 90, 100, 110, 125, 150, 175, 200)
"""Sizes of type on offer, percent."""
THEMES = ("system", "light", "dark")


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
        if path is None:
            self._store = QSettings("momentum-lab", "momentum-lab")
        else:
            self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def appearance(self) -> Appearance:
        """Theme, size of type and language."""
        theme, scale = self._text("theme"), self._text("scale")
        return Appearance(
            theme if theme in THEMES else "system",
            int(scale) if scale.isdigit() and int(scale) in SCALES else 100,
            self._text("language"),
        )

    @appearance.setter
    def appearance(self, appearance: Appearance) -> None:
        self._store.setValue("theme", appearance.theme)
        self._store.setValue("scale", str(appearance.scale))
        self._store.setValue("language", appearance.language)

    @property
    def recent_files(self) -> list[Path]:
        """Files opened or saved last, the latest first."""
        listed = self._store.value("recent_files", [])
        texts = [listed] if isinstance(listed, str) else listed if isinstance(listed, list) else []
        return [Path(text) for text in texts if isinstance(text, str) and text][:RECENT_FILES]

    def add_recent_file(self, path: Path) -> None:
        """Put ``path`` first in the list of recent files."""
        path = path.resolve()
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

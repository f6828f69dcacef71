"""Folders that the program reads from and keeps things in."""

from __future__ import annotations

from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
_NAME = "momentum-lab"


def user_cache() -> Path:
    """Folder for downloads, which may be emptied at any time."""
    import platformdirs

    return Path(platformdirs.user_cache_dir(_NAME, appauthor=False))


def user_state() -> Path:
    """Folder for what must survive a crash."""
    import platformdirs

    return Path(platformdirs.user_state_dir(_NAME, appauthor=False))

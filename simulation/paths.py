"""Folders that the program reads from and keeps things in."""

from __future__ import annotations

from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def user_cache() -> Path:
    """Folder for downloads, which may be emptied at any time."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("momentum-lab", appauthor=False))

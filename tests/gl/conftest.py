"""Tests that need OpenGL: they run where a display can show it, as `make test` provides."""

from __future__ import annotations

import os

import pytest

from gui.views.surface.opengl import prepare_opengl

prepare_opengl()  # before pytest-qt makes the application


@pytest.fixture(autouse=True)
def _display() -> None:
    if os.environ.get("QT_QPA_PLATFORM") != "xcb" or "DISPLAY" not in os.environ:
        pytest.skip("needs OpenGL on a display, with QT_QPA_PLATFORM=xcb: see make test")

"""The committed pictures of the README and the guide show the program as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QFontDatabase, QImage
from PySide6.QtWidgets import QApplication

from gui.language import can_be_shown
from tests.screenshots.scenes import FOLDER, FONT, SCENES, Stage, dress, save

ROOT = Path(__file__).resolve().parents[2]
PICTURES = sorted(FOLDER.glob("*.png"))
BLOCK = 16
"""Pixels: pictures are compared by the mean colour of blocks."""
NEAR = 12
"""Of 255: how far two means may be apart and still count as equal."""
ALIKE = 0.95
"""Share of the blocks that must be equal; times, and last digits of what is drawn, never are."""
MOST_BYTES = 3_000_000
"""Of all pictures together: they travel with the program."""


def blocks(image: QImage) -> np.ndarray:
    """Mean colour of each block, ``(rows, columns, 3)``."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    height, width = image.height() // BLOCK, image.width() // BLOCK
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    pixels = rows[: height * BLOCK, : 3 * width * BLOCK]
    return pixels.reshape(height, BLOCK, width, BLOCK, 3).mean(axis=(1, 3))


def likeness(first: QImage, second: QImage) -> float:
    """Share of blocks of nearly the same colour, 0 to 1."""
    if first.size() != second.size():
        return 0.0
    return float((np.abs(blocks(first) - blocks(second)).max(axis=2) < NEAR).mean())


def committed(name: str) -> QImage:
    return QImage(str(FOLDER / f"{name}.png"))


@pytest.fixture(scope="module")
def stage(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    if FONT[0] not in QFontDatabase.families():
        pytest.skip(f"the pictures are set in {FONT[0]}, which is not installed")
    style, font = qapp.style().name(), qapp.font()
    dress(qapp)
    made = Stage(tmp_path_factory.mktemp("stage"))
    yield made
    made.clear()
    qapp.setStyle(style)
    qapp.setFont(font)


@pytest.mark.slow
@pytest.mark.parametrize(
    "scene",
    [pytest.param(each, marks=[pytest.mark.data] if each.data else []) for each in SCENES],
    ids=[each.name for each in SCENES],
)
def test_that_a_committed_picture_shows_the_program_as_it_is(stage, tmp_path, scene) -> None:
    if not can_be_shown(scene.language):
        pytest.skip("no font for this language")
    taken = stage.take(scene)
    same = likeness(taken, committed(scene.name))
    taken.save(str(tmp_path / "taken.png"))
    assert same > ALIKE, f"{same:.1%} alike; look at {tmp_path}/taken.png, or make screenshots"


def test_that_pictures_of_different_views_are_not_alike() -> None:
    assert likeness(committed("curves"), committed("curves")) == 1.0
    assert likeness(committed("curves"), committed("table")) < ALIKE
    assert likeness(committed("step"), committed("table")) < ALIKE


def test_that_a_picture_loses_nothing_to_be_seen_when_it_is_saved(tmp_path) -> None:
    save(committed("lab"), tmp_path / "again.png")
    assert likeness(QImage(str(tmp_path / "again.png")), committed("lab")) > 0.99


def test_that_every_picture_is_taken_by_a_scene_and_shown_somewhere() -> None:
    assert {path.stem for path in PICTURES} == {scene.name for scene in SCENES}
    texts = [ROOT / "README.md", *(ROOT / "resources" / "guide").rglob("*.md")]
    shown = re.findall(r"screenshots/([\w-]+)\.png", "".join(t.read_text("utf-8") for t in texts))
    assert set(shown) == {path.stem for path in PICTURES}


def test_that_the_pictures_are_small() -> None:
    assert sum(path.stat().st_size for path in PICTURES) < MOST_BYTES

"""The committed pictures of the README and the guide show the program as it is."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

from gui.looks import Looks
from gui.settings import Appearance, Settings
from tests.screenshots.scenes import FOLDER, SCENES, open_window, take

BLOCK = 16
"""Pixels: pictures are compared by the mean colour of blocks, whatever font is installed."""
NEAR = 24
"""Of 255: how far two means may be apart and still count as equal."""
ALIKE = 0.95
"""Share of the blocks that must be equal; times and speeds on the screen never are."""


def blocks(image):
    """Mean colour of each block, (rows, columns, 3)."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    height, width = image.height() // BLOCK, image.width() // BLOCK
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    pixels = rows[: height * BLOCK, : 3 * width * BLOCK]
    return pixels.reshape(height, BLOCK, width, BLOCK, 3).mean(axis=(1, 3))


def likeness(first, second):
    """Share of blocks of nearly the same colour, 0 to 1."""
    if first.size() != second.size():
        return 0.0
    return float((np.abs(blocks(first) - blocks(second)).max(axis=2) < NEAR).mean())


@pytest.mark.data
@pytest.mark.slow
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_that_a_committed_picture_shows_the_program_as_it_is(qtbot, qapp, tmp_path, scene):
    settings = Settings(tmp_path / "settings.ini")
    looks = Looks(settings)
    qapp.setStyle("Fusion")
    looks.choose(Appearance(theme=scene.theme, language=scene.language))
    window = open_window(looks, settings, tmp_path / "backups")
    qtbot.addWidget(window)
    taken = take(scene, window, looks).toImage()
    window.session.open_preset(scene.preset)
    committed = QImage(str(FOLDER / f"{scene.name}.png"))
    looks.choose(Appearance())
    same = likeness(taken, committed)
    taken.save(str(tmp_path / "taken.png"))
    assert same > ALIKE, f"{same:.1%} alike; look at {tmp_path}/taken.png, or make screenshots"


def test_that_pictures_of_different_views_are_not_alike():
    curves, table = (QImage(str(FOLDER / name)) for name in ("airfoil.png", "table.png"))
    assert likeness(curves, curves) == 1.0
    assert likeness(curves, table) < ALIKE


def test_that_every_picture_of_the_guide_and_the_readme_is_taken_by_a_scene():
    taken = {f"{scene.name}.png" for scene in SCENES}
    assert {path.name for path in Path(FOLDER).glob("*.png")} == taken

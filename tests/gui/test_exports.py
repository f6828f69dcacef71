"""Files show what the window shows, at their own size, and the window notices nothing."""

from __future__ import annotations

import itertools
import re
import threading
import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLabel, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from gui.exports import dialogs
from gui.exports.animation import AnimationExport, AnimationSpec, usual_stride
from gui.exports.caption import Caption, captioned_image
from gui.exports.dialogs import AnimationDialog, FigureDialog
from gui.exports.encoders import video_available
from gui.exports.figures import (
    FigureSpec,
    copy_figure,
    figure_formats,
    figure_image,
    write_figure,
)
from gui.theme import DARK, LIGHT, Theme, run_style
from gui.views.curves import CurvesView
from gui.views.known import Known
from gui.views.landscape import LandscapeView
from gui.worker.landscape import draw_landscape
from simulation.engine.runner import Runner
from simulation.errors import InputError
from simulation.experiment import Experiment, ObjectiveChoice, Run

SVG = "{http://www.w3.org/2000/svg}"
RUNS = (
    Run("gradient-descent", {"learning_rate": 0.4}, "slow"),
    Run("momentum", {"learning_rate": 0.6, "momentum": 0.5}, "rolling"),
)
STYLES = [run_style(index, run.label) for index, run in enumerate(RUNS)]
needs_video = pytest.mark.skipif(not video_available(), reason="needs PyAV: pip install av")


def landscape_of(
    qtbot: QtBot, steps: int = 20, theme: Theme = LIGHT, objective: str = "ellipse"
) -> LandscapeView:
    experiment = Experiment(ObjectiveChoice(objective), RUNS, steps=steps)
    runner = Runner(experiment)
    view = LandscapeView()
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.set_theme(theme)
    view.set_landscape(draw_landscape(1, runner.objective, None, experiment.start))
    view.set_runs(STYLES)
    view.set_history(runner.run())
    view.set_start(experiment.start)
    view.set_cursor(steps)
    view.show()
    qtbot.waitExposed(view)
    return view


def curves_of(qtbot: QtBot, theme: Theme = LIGHT) -> CurvesView:
    experiment = Experiment(ObjectiveChoice("ellipse"), RUNS)
    view = CurvesView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.set_theme(theme)
    view.set_runs(STYLES)
    view.set_history(Runner(experiment).run(), Known(("x1", "x2"), 0.0))
    view.show()
    qtbot.waitExposed(view)
    return view


def pixels(image: QImage) -> np.ndarray:
    """Red, green and blue of each pixel, ``(height, width, 3)``."""
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    rows = np.frombuffer(bytes(image.constBits()), np.uint8).reshape(image.height(), -1)
    return rows[:, : 4 * image.width()].reshape(image.height(), image.width(), 4)[..., :3]


def rgb(colour: str) -> np.ndarray:
    return np.array(QColor(colour).getRgb()[:3])


def coloured(image: QImage, colour: str) -> int:
    """Number of pixels of exactly this colour."""
    return int((pixels(image) == rgb(colour)).all(2).sum())


def elements(path: Path, tag: str) -> list[ET.Element]:
    return list(ET.parse(path).getroot().iter(SVG + tag))


# --- figures --------------------------------------------------------------------------------


def test_that_a_png_has_the_size_and_knows_its_resolution(qtbot: QtBot, tmp_path: Path) -> None:
    write_figure(landscape_of(qtbot), FigureSpec("png", 100, 80, 254), tmp_path / "out.png")
    image = QImage(str(tmp_path / "out.png"))
    assert image.size() == QSize(1000, 800)
    assert image.dotsPerMeterX() == 10_000


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_the_background_is_that_of_the_theme(qtbot: QtBot, theme: Theme) -> None:
    for view in (landscape_of(qtbot, theme=theme), curves_of(qtbot, theme=theme)):
        image = pixels(figure_image(view, FigureSpec(dpi=96)))
        border = np.concatenate([image[0], image[-1], image[:, 0], image[:, -1]])
        assert (border == rgb(theme.background)).all()


def test_that_lines_and_type_grow_with_the_resolution(qtbot: QtBot) -> None:
    for view in (landscape_of(qtbot), curves_of(qtbot)):
        small, large = (figure_image(view, FigureSpec(dpi=dpi)) for dpi in (96, 384))
        for colour in (STYLES[0].colour, LIGHT.foreground):
            # Inner pixels only: the soft edges of small shapes have other colours.
            assert coloured(large, colour) > 12 * coloured(small, colour) > 0


def test_that_a_figure_has_its_own_proportions(qtbot: QtBot) -> None:
    view = landscape_of(qtbot)
    wide, high = (
        figure_image(view, FigureSpec(width=w, height=h)) for w, h in ((200, 60), (60, 200))
    )
    for image in (wide, high):
        colours = pixels(image)
        bands = (colours != rgb(LIGHT.background)).any(2)
        rows, columns = np.flatnonzero(bands.mean(1) > 0.5), np.flatnonzero(bands.mean(0) > 0.5)
        assert len(rows) > 0.6 * image.height() or image is wide
        assert rows[-1] - rows[0] > 0.55 * image.height()
        assert columns[-1] - columns[0] > 0.55 * image.width()


def test_that_an_svg_has_text_and_no_picture_but_the_bands(qtbot: QtBot, tmp_path: Path) -> None:
    write_figure(landscape_of(qtbot), FigureSpec("svg"), tmp_path / "land.svg")
    write_figure(curves_of(qtbot), FigureSpec("svg", y_label="loss"), tmp_path / "curves.svg")
    for name, labels in (("land", {"x1", "x2", "f* = 0"}), ("curves", {"step", "loss"})):
        texts = {"".join(t.itertext()).strip() for t in elements(tmp_path / f"{name}.svg", "text")}
        assert labels <= texts
        assert any(text.startswith("slow") for text in texts)
    assert len(elements(tmp_path / "land.svg", "image")) == 1
    assert elements(tmp_path / "curves.svg", "image") == []
    assert (tmp_path / "land.svg").stat().st_size < 1_000_000


def test_that_settled_trails_are_lines_in_an_svg(qtbot: QtBot, tmp_path: Path) -> None:
    view = landscape_of(qtbot, steps=3000, objective="ill-conditioned")
    write_figure(view, FigureSpec("svg"), tmp_path / "out.svg")
    assert len(elements(tmp_path / "out.svg", "image")) == 1  # the bands
    for style in STYLES:
        group = [g for g in elements(tmp_path / "out.svg", "g") if g.get("stroke") == style.colour]
        longest = max(len(p.get("d", "").split()) for g in group for p in g.iter(SVG + "path"))
        assert longest > 2000


def test_that_no_stroke_of_an_svg_is_stretched(qtbot: QtBot, tmp_path: Path) -> None:
    """Width and transform agree in every program: nothing relies on non-scaling strokes."""
    for view in (landscape_of(qtbot), curves_of(qtbot)):
        write_figure(view, FigureSpec("svg"), tmp_path / "out.svg")
        drawn = [
            path for g in elements(tmp_path / "out.svg", "g") for path in g.findall(SVG + "path")
        ]
        assert drawn
        assert {path.get("vector-effect") for path in drawn} == {"none"}


def test_that_no_clip_of_an_svg_cuts_what_comes_after_it(qtbot: QtBot, tmp_path: Path) -> None:
    """A clip of a label that stayed in force would hide balls, legend and axes."""
    write_figure(landscape_of(qtbot), FigureSpec("svg"), tmp_path / "out.svg")
    clips = {}
    for clip in elements(tmp_path / "out.svg", "clipPath"):
        numbers = re.findall(r"-?[\d.]+", clip[0].get("d", ""))
        points = np.array(numbers, float).reshape(-1, 2)
        clips[f"url(#{clip.get('id')})"] = np.ptp(points, axis=0)
    clipped = [
        clips[g.get("clip-path")]
        for g in elements(tmp_path / "out.svg", "g")
        if g.get("clip-path") and len(list(g.iter())) > 2
    ]
    assert len(clipped) > 10
    widest = np.max(list(clips.values()), axis=0)
    for extent in clipped:
        assert extent[0] > 300 or extent[1] > 300, (extent, widest)


def test_that_a_pdf_is_a_page_of_that_size_with_fonts(qtbot: QtBot, tmp_path: Path) -> None:
    write_figure(curves_of(qtbot), FigureSpec("pdf", 120, 90), tmp_path / "out.pdf")
    content = (tmp_path / "out.pdf").read_bytes()
    assert content.startswith(b"%PDF")
    (box,) = re.findall(rb"/MediaBox \[([^]]*)\]", content)
    np.testing.assert_allclose([float(n) for n in box.split()], [0, 0, 340.2, 255.1], atol=1)
    assert b"/FontFile" in content
    assert b"/Subtype /Image" not in content


def test_that_the_window_is_left_as_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    for view in (landscape_of(qtbot), curves_of(qtbot)):
        before = view.grab().toImage()
        items = len(view._plot.scene().items())
        for kind in figure_formats(view):
            write_figure(view, FigureSpec(kind, y_label="loss"), tmp_path / "out")
        assert view.grab().toImage() == before
        assert len(view._plot.scene().items()) == items


def test_that_a_figure_is_copied_as_a_picture(qtbot: QtBot) -> None:
    view, spec = landscape_of(qtbot), FigureSpec(dpi=96)
    copy_figure(view, spec)
    copied = QGuiApplication.clipboard().image()
    np.testing.assert_array_equal(pixels(copied), pixels(figure_image(view, spec)))


def test_that_a_view_without_a_plot_is_a_picture(qtbot: QtBot) -> None:
    view = QLabel("no plot")
    view.setStyleSheet("background: #123456")
    qtbot.addWidget(view)
    view.resize(200, 100)
    assert figure_formats(view) == ("png",)
    image = figure_image(view, FigureSpec(width=100, height=50, dpi=254))
    assert image.size() == QSize(1000, 500)
    assert coloured(image, "#123456") > 400_000


def test_that_a_figure_that_cannot_be_written_leaves_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    view = landscape_of(qtbot)
    with pytest.raises(InputError, match="cannot be written"):
        write_figure(view, FigureSpec(dpi=96), tmp_path / "missing" / "out.png")
    with pytest.raises(InputError, match="too large"):
        write_figure(view, FigureSpec(width=1000, height=1000, dpi=600), tmp_path / "out.png")
    assert list(tmp_path.iterdir()) == []


# --- animations -----------------------------------------------------------------------------


def export(qtbot: QtBot, view: QWidget, spec: AnimationSpec, path: Path) -> AnimationExport:
    animation = AnimationExport(view, spec, path, lambda: 3, view)
    with qtbot.waitSignal(animation.finished):
        animation.start()
    animation.shutdown()
    return animation


SHORT = AnimationSpec("gif", 320, 180, fps=10, first=0, last=12, stride=5, hold=0.3)


def test_that_the_last_step_is_shown_whatever_the_stride() -> None:
    assert SHORT.steps == (0, 5, 10, 12)
    assert AnimationSpec(first=3, last=3).steps == (3,)
    assert SHORT.frames == 7
    assert [usual_stride(steps) for steps in (1, 240, 241, 100_000)] == [1, 1, 2, 417]


@pytest.mark.parametrize("kind", ["gif", "webp"])
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_each_frame_shows_its_step(
    qtbot: QtBot, tmp_path: Path, kind: str, theme: Theme
) -> None:
    view = landscape_of(qtbot, theme=theme)
    spec = AnimationSpec(kind, 320, 180, fps=10, last=12, stride=5, hold=0)  # type: ignore[arg-type]
    export(qtbot, view, spec, tmp_path / "out")
    with Image.open(tmp_path / "out") as file:
        assert (file.n_frames, file.size) == (4, (320, 180))
        frames = []
        for index in range(4):
            file.seek(index)
            assert file.info.get("duration", 100) == 100
            assert file.info["loop"] == 0
            frames.append(np.asarray(file.convert("RGB"), int))
    for frame, step in zip(frames, spec.steps, strict=True):
        view.set_cursor(step)
        caption = Caption("", step, spec.last)
        expected = pixels(captioned_image(view, QSize(320, 180), 180 / 540, caption)).astype(int)
        assert np.abs(frame - expected).mean() < 3
    others = [np.abs(a - b)[30:].max() for a, b in itertools.pairwise(frames)]
    assert min(others) > 60  # they differ, by balls


def test_that_a_frame_has_its_title_and_step_above_the_picture(qtbot: QtBot) -> None:
    view, size = landscape_of(qtbot), QSize(640, 360)

    def frame(title: str, step: int) -> np.ndarray:
        return pixels(captioned_image(view, size, 1.0, Caption(title, step, 12))).astype(int)

    plain, titled, later = frame("", 7), frame("A ravine", 7), frame("", 8)
    top = next(row for row in range(360) if (plain[row] != plain[0, 0]).mean() > 0.5)
    assert 15 < top < 60
    for other, sides in ((titled, slice(0, 320)), (later, slice(320, 640))):
        changed = (plain != other).any(2)
        assert changed[:top, sides].any()
        assert changed.sum() == changed[:top, sides].sum()
    # A title without end leaves the step alone.
    crowded = frame("A ravine " * 50, 7)
    np.testing.assert_array_equal(crowded[:, 585:], plain[:, 585:])


def test_that_the_last_frame_is_held(qtbot: QtBot, tmp_path: Path) -> None:
    export(qtbot, landscape_of(qtbot), SHORT, tmp_path / "out.gif")
    with Image.open(tmp_path / "out.gif") as file:
        assert file.n_frames == 4  # equal frames are one that lasts
        file.seek(3)
        assert file.info["duration"] == 400


@needs_video
def test_that_a_video_has_its_frames(qtbot: QtBot, tmp_path: Path) -> None:
    import av

    spec = AnimationSpec("mp4", 321, 181, fps=10, last=12, hold=0)
    export(qtbot, landscape_of(qtbot), spec, tmp_path / "out.mp4")
    with av.open(str(tmp_path / "out.mp4")) as container:
        frames = [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
    assert len(frames) == 13
    assert frames[0].shape == (180, 320, 3)
    assert np.abs(frames[0].astype(int) - frames[-1]).max() > 60


def test_that_the_window_lives_on_and_shows_its_own_step(qtbot: QtBot, tmp_path: Path) -> None:
    view = landscape_of(qtbot)
    view.set_cursor(3)
    before = view.grab().toImage()
    seen, threads = [], set()
    ticker = QTimer(view)
    ticker.timeout.connect(lambda: seen.append(view.grab().toImage() == before))
    animation = AnimationExport(view, SHORT, tmp_path / "out.gif", lambda: 3, view)
    animation.progressed.connect(lambda done, total: threads.add((done, total)))
    ticker.start(1)
    with qtbot.waitSignal(animation.finished) as finished:
        animation.start()
    ticker.stop()
    animation.shutdown()
    assert finished.args == [str(tmp_path / "out.gif")]
    assert len(seen) >= 4
    assert all(seen)
    assert {done for done, _ in threads} >= {1, SHORT.frames}
    assert {total for _, total in threads} == {SHORT.frames}


@pytest.mark.parametrize("kind", ["gif", "webp", pytest.param("mp4", marks=needs_video)])
def test_that_a_cancelled_animation_leaves_nothing(qtbot: QtBot, tmp_path: Path, kind: str) -> None:
    spec = AnimationSpec(kind, 320, 180, last=20, hold=60)  # type: ignore[arg-type]
    view = landscape_of(qtbot)
    animation = AnimationExport(view, spec, tmp_path / "out", lambda: 3, view)
    animation.progressed.connect(animation.cancel)
    with qtbot.waitSignal(animation.cancelled):
        animation.start()
    animation.shutdown()
    assert list(tmp_path.iterdir()) == []


def test_that_a_window_may_close_in_the_middle(qtbot: QtBot, tmp_path: Path) -> None:
    view = landscape_of(qtbot)
    animation = AnimationExport(view, SHORT, tmp_path / "out.gif", lambda: 3, view)
    with qtbot.waitSignal(animation.progressed):
        animation.start()
    animation.shutdown()
    assert list(tmp_path.iterdir()) == []


def test_that_encoding_is_not_the_window_s_work_and_its_failure_a_sentence(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = []

    def full(*_: object) -> None:
        threads.append(threading.current_thread() is threading.main_thread())
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("gui.exports.animation.encode", full)
    view = landscape_of(qtbot)
    animation = AnimationExport(view, SHORT, tmp_path / "out.gif", lambda: 3, view)
    with qtbot.waitSignal(animation.failed) as failed:
        animation.start()
    animation.shutdown()
    assert "No space left on device" in failed.args[0]
    assert threads == [False]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "spec", [AnimationSpec(first=5, last=4), AnimationSpec(last=10_000), AnimationSpec(hold=1e6)]
)
def test_that_an_impossible_animation_is_refused(qtbot: QtBot, spec: AnimationSpec) -> None:
    view = QLabel()
    qtbot.addWidget(view)
    with pytest.raises(InputError):
        AnimationExport(view, spec, Path("out.gif"), lambda: 0)


# --- dialogs --------------------------------------------------------------------------------


def can_save(dialog: QDialog) -> bool:
    buttons = dialog.findChild(QDialogButtonBox)
    return buttons.button(QDialogButtonBox.StandardButton.Save).isEnabled()


def choose(dialog: QDialog, name: str, value: object) -> None:
    box = dialog.findChild(QComboBox, name)
    box.setCurrentIndex(box.findData(value))


def test_that_the_figure_dialog_gives_what_is_chosen(qtbot: QtBot) -> None:
    dialog = FigureDialog(("png", "svg", "pdf"), FigureSpec(y_label="loss"))
    qtbot.addWidget(dialog)
    assert dialog.spec == FigureSpec(y_label="loss")
    assert "1,890 × 1,299" in dialog.summary.text()
    choose(dialog, "dpi", 600)
    assert dialog.spec == FigureSpec(dpi=600, y_label="loss")
    choose(dialog, "format", "svg")
    assert not dialog.findChild(QComboBox, "dpi").isEnabled()
    assert dialog.spec.format == "svg"


def test_that_a_picture_that_is_too_large_cannot_be_saved(qtbot: QtBot) -> None:
    dialog = FigureDialog(("png", "pdf"), FigureSpec(width=1000, height=1000, dpi=600))
    qtbot.addWidget(dialog)
    assert not can_save(dialog)
    choose(dialog, "format", "pdf")
    assert can_save(dialog)


def test_that_the_animation_dialog_gives_what_is_chosen(qtbot: QtBot) -> None:
    dialog = AnimationDialog(100, AnimationSpec(last=100))
    qtbot.addWidget(dialog)
    dialog.findChild(QSpinBox, "first").setValue(10)
    dialog.findChild(QSpinBox, "stride").setValue(3)
    dialog.findChild(QSpinBox, "fps").setValue(25)
    choose(dialog, "format", "webp")
    assert dialog.spec == AnimationSpec("webp", first=10, last=100, stride=3, fps=25)
    dialog.findChild(QSpinBox, "last").setValue(9)
    assert not can_save(dialog)


def test_that_a_missing_encoder_says_how_to_get_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "video_available", lambda: False)
    dialog = AnimationDialog(100, AnimationSpec(last=100))
    qtbot.addWidget(dialog)
    assert can_save(dialog)
    choose(dialog, "format", "mp4")
    assert not can_save(dialog)
    assert "pip install av" in dialog.summary.text()


@pytest.mark.parametrize("accepted", [True, False])
def test_that_asking_gives_the_choice_or_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, accepted: bool
) -> None:
    del qtbot
    code = QDialog.DialogCode.Accepted if accepted else QDialog.DialogCode.Rejected
    monkeypatch.setattr(QDialog, "exec", lambda self: code)
    assert FigureDialog.ask(("png",)) == (FigureSpec() if accepted else None)
    expected = AnimationSpec(last=1000, stride=5) if accepted else None
    assert AnimationDialog.ask(1000) == expected

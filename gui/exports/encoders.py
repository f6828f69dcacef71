"""Frames to an animated GIF or WebP through Pillow, or to an MP4 through the optional PyAV.

Knows nothing of Qt; runs in any thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import chain
from typing import IO, Any, Literal

from PIL import Image

AnimationFormat = Literal["gif", "webp", "mp4"]

WEBP_QUALITY = 90
H264_QUALITY = "18"
"""Constant rate factor: 18 cannot be told from the frames themselves."""


@dataclass(frozen=True, slots=True)
class RawFrame:
    """A picture as the window painted it."""

    width: int
    height: int
    stride: int
    """Bytes a row."""
    pixels: bytes
    """Red, green, blue and an unused byte each, row by row from the top."""

    def image(self) -> Image.Image:
        """The picture as Pillow has it, without a copy where that can be."""
        size = (self.width, self.height)
        return Image.frombytes("RGB", size, self.pixels, "raw", "RGBX", self.stride, 1)


def video_available() -> bool:
    """Whether MP4 can be written: whether the extra ``video`` is installed."""
    return find_spec("av") is not None


def encode(
    file: IO[bytes], kind: AnimationFormat, frames: Iterator[RawFrame], count: int, fps: int
) -> None:
    """Write ``count`` frames, of which only one is held at a time, but for a GIF's changes.

    The colours of a GIF are chosen from the first frame handed out, which is not shown: give
    one that has them all. Other kinds have no such frame.

    Raises
    ------
    OSError
        If the file cannot be written.
    """
    _ENCODERS[kind](file, frames, count, fps)


def _write_gif(file: IO[bytes], frames: Iterator[RawFrame], count: int, fps: int) -> None:
    sample = next(frames).image().quantize(256, Image.Quantize.MEDIANCUT)

    def reduced() -> Iterator[Image.Image]:
        for frame in frames:
            yield frame.image().quantize(palette=sample, dither=Image.Dither.NONE)

    _save(file, "GIF", _FrameByFrame(reduced(), count), fps)


def _write_webp(file: IO[bytes], frames: Iterator[RawFrame], count: int, fps: int) -> None:
    images = (frame.image() for frame in frames)
    _save(file, "WEBP", _FrameByFrame(images, count), fps, quality=WEBP_QUALITY, method=3)


def _save(file: IO[bytes], kind: str, images: _FrameByFrame, fps: int, **options: Any) -> None:
    images.save(file, kind, save_all=True, duration=1000 / fps, loop=0, **options)


def _write_mp4(file: IO[bytes], frames: Iterator[RawFrame], count: int, fps: int) -> None:
    import av

    del count
    first = next(frames)
    with av.open(file, "w", format="mp4") as container:
        stream = container.add_stream("libx264", rate=fps, options={"crf": H264_QUALITY})
        # H.264 halves the resolution of colours.
        stream.width, stream.height = first.width // 2 * 2, first.height // 2 * 2
        stream.pix_fmt = "yuv420p"
        area = (0, 0, stream.width, stream.height)
        for frame in chain([first], frames):
            picture = av.VideoFrame.from_image(frame.image().crop(area))
            container.mux(stream.encode(picture))
        container.mux(stream.encode(None))


_ENCODERS: dict[str, Callable[[IO[bytes], Iterator[RawFrame], int, int], None]] = {
    "gif": _write_gif,
    "webp": _write_webp,
    "mp4": _write_mp4,
}


class _FrameByFrame(Image.Image):
    """Images that come one by one, as one image of many frames.

    Pillow asks for each frame in turn; it would take a list only as a whole.
    """

    def __init__(self, images: Iterator[Image.Image], count: int) -> None:
        super().__init__()
        self.n_frames = count
        self._images = images
        self._at = -1
        self.seek(0)

    def seek(self, frame: int) -> None:
        """Take the images up to ``frame``; going back, to the last one taken, does nothing."""
        if frame >= self.n_frames:
            raise EOFError
        while self._at < frame:
            self._at += 1
            image = next(self._images)
            self.im, self.palette, self.info = image.im, image.palette, image.info
            self._mode, self._size = image.mode, image.size

    def tell(self) -> int:
        """Which frame it holds."""
        return self._at

"""Whether there is an OpenGL that can be drawn with, and what must be said before it starts."""

from __future__ import annotations

import functools
import logging
import os

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QOffscreenSurface, QOpenGLContext

PLATFORMS = frozenset({"xcb", "wayland", "wayland-egl", "windows", "cocoa"})
"""Where a widget can show OpenGL; elsewhere a context may start, but nothing is seen."""
LEAST_VERSION = (2, 1)
GL_RENDERER = 0x1F01
SOFTWARE = ("llvmpipe", "softpipe", "swrast", "software", "swiftshader", "gdi generic")

log = logging.getLogger(__name__)


def prepare_opengl() -> None:
    """Share contexts between windows; to be called before the application is made.

    pyqtgraph keeps shader programs for the whole process: in a second window they would be
    those of a foreign context.
    """
    if QCoreApplication.instance() is None:  # later it has no effect but a warning
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)


@functools.cache
def opengl_renderer() -> str:
    """Name of what draws OpenGL here, empty where nothing can; found out once."""
    platform = QGuiApplication.platformName()
    if platform not in PLATFORMS:
        return ""
    if platform == "xcb":
        # PyOpenGL would guess EGL in a Wayland session, where Qt on X11 speaks GLX.
        egl = os.environ.get("QT_XCB_GL_INTEGRATION") == "xcb_egl"
        os.environ.setdefault("PYOPENGL_PLATFORM", "egl" if egl else "glx")
    surface = QOffscreenSurface()
    surface.create()
    context = QOpenGLContext()
    if not (context.create() and context.makeCurrent(surface)):
        return ""
    try:
        return _renderer_of(context)
    finally:
        context.doneCurrent()


def suits_opengl() -> bool:
    """Whether OpenGL draws better than QPainter here: where a graphics card does it."""
    return bool(opengl_renderer()) and not is_software(opengl_renderer())


def is_software(renderer: str) -> bool:
    """Whether the processor draws, which is slow at many samples a pixel."""
    return any(name in renderer.lower() for name in SOFTWARE)


def _renderer_of(context: QOpenGLContext) -> str:
    """Ask the current context, and see to it that PyOpenGL, which is what will draw, loads."""
    version = context.format().version()
    name = str(context.functions().glGetString(GL_RENDERER) or "")
    if tuple(version) < LEAST_VERSION:
        return ""
    if is_software(name):  # QPainter will draw: nothing more needs to be loaded
        return name
    try:
        import OpenGL.GL  # noqa: F401
        import pyqtgraph.opengl  # noqa: F401
    except Exception as error:  # noqa: BLE001 - whatever is wrong with it, there is QPainter
        log.info("OpenGL cannot be used: %s", error)
        return ""
    return name

"""The languages of the window, and what the simulation says in the one in force."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFontDatabase

from simulation.errors import InputError
from simulation.paths import RESOURCES
from simulation.wording import Said

if TYPE_CHECKING:

    def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802
        """Mark a text for translation; Qt's own declaration forgets that it returns it."""
else:
    from PySide6.QtCore import QT_TRANSLATE_NOOP  # noqa: F401 (for others)

FOLDER = RESOURCES / "translations"
LANGUAGES = {"en": "English", "zh_CN": "简体中文", "ja": "日本語"}
"""Languages by their code, named as their speakers name them."""
SIMULATION = "simulation"
"""Context of what no class of the window says, in the files of translations."""

_LETTERS = {
    "zh_CN": QFontDatabase.WritingSystem.SimplifiedChinese,
    "ja": QFontDatabase.WritingSystem.Japanese,
}
_FONTS = {
    "zh_CN": ("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei UI", "PingFang SC"),
    "ja": ("Noto Sans CJK JP", "Source Han Sans", "Yu Gothic UI", "Hiragino Sans"),
}
"""Chinese and Japanese write many characters differently, but share their codes: the font
decides which is seen."""
_TRANSLATOR = "language"


def desktop_language() -> str:
    """The first language that the desktop asks for and there is, else English."""
    known = (_known(name) for name in QLocale.system().uiLanguages())
    wanted = next((language for language in known if language), "en")
    return wanted if can_be_shown(wanted) else "en"


def can_be_shown(language: str) -> bool:
    """Whether a font has the letters of a language, which would be empty boxes else."""
    letters = _LETTERS.get(language)
    return letters is None or bool(QFontDatabase.families(letters))


def letter_fonts(language: str) -> list[str]:
    """Fonts on this computer that write a language the way its readers know."""
    there = set(QFontDatabase.families()) if language in _FONTS else set()
    return [family for family in _FONTS.get(language, ()) if family in there]


def speak(language: str) -> None:
    """Let all texts that are made from now on be in ``language``; empty for the desktop's."""
    app = QCoreApplication.instance()
    assert app is not None
    for translator in _translators():
        app.removeTranslator(translator)
        translator.setParent(None)
    code = language if language in LANGUAGES else desktop_language()
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", qt_folder), ("momentum_lab", str(FOLDER))):
        translator = QTranslator(app)
        translator.setObjectName(_TRANSLATOR)
        if code != "en" and translator.load(f"{name}_{code}", folder):
            app.installTranslator(translator)  # what is installed last is asked first
        else:
            translator.setParent(None)


def spoken_language() -> str:
    """Code of the language in force."""
    codes = {translator.language() for translator in _translators()}
    return next((code for code in LANGUAGES if code in codes), "en")


def translated(text: str) -> str:
    """What the simulation or a preset says, in the language in force.

    Of a ``Said`` the template is translated, and those of its values that are ``Said`` too. A
    text that has no translation, such as a user's own title, stays as it is.
    """
    if not text:
        return ""
    if not isinstance(text, Said):
        return QCoreApplication.translate(SIMULATION, text)
    template = QCoreApplication.translate(SIMULATION, text.template)
    if not text.values:
        return template
    values = {
        name: translated(value) if isinstance(value, Said) else value
        for name, value in text.values.items()
    }
    return template.format(**values)


def explained(error: Exception) -> str:
    """What an error says, in the language in force where it is one of ours."""
    return translated(error.sentence) if isinstance(error, InputError) else str(error)


def without_mnemonic(text: str) -> str:
    """What a menu or an action is called, from ``&File`` or ``文件(&F)``."""
    return re.sub(r"\(&\w\)|&", "", text)


def _translators() -> list[QTranslator]:
    app = QCoreApplication.instance()
    return app.findChildren(QTranslator, _TRANSLATOR) if app else []


def _known(name: str) -> str:
    """Our code for a language that the desktop names, such as ``zh-Hans-CN``; empty for none."""
    parts = name.replace("_", "-").split("-")
    if parts[0] == "zh":  # who reads traditional characters is not served by simplified ones
        return "" if {"Hant", "TW", "HK", "MO"} & set(parts) else "zh_CN"
    return parts[0] if parts[0] in LANGUAGES else ""

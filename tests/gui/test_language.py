"""Nothing on the screen is untranslated, and the language can be changed under a document."""

from __future__ import annotations

import ast
import importlib.util
import re
import string
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from gui import language
from gui.app import Lab
from gui.language import LANGUAGES, speak, spoken_language, translated, without_mnemonic
from gui.panels.preferences import Preferences
from gui.settings import Appearance
from gui.window import MainWindow
from simulation.errors import InputError
from simulation.experiment import Experiment
from simulation.parameters import Parameter
from simulation.presets import find_preset

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
TRANSLATED = [code for code in LANGUAGES if code != "en"]


def _update_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("update_translations", FOLDER / "update.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


UPDATE = _update_script()


@pytest.fixture(scope="module")
def messages() -> list[tuple[str, str]]:
    return UPDATE.find_messages()


@pytest.fixture(autouse=True)
def _english_afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    speak("en")


# --- the files ------------------------------------------------------------------------------


@pytest.mark.parametrize("code", TRANSLATED)
def test_that_every_text_has_a_translation(code: str, messages: list[tuple[str, str]]) -> None:
    known = UPDATE.read(FOLDER / f"momentum_lab_{code}.ts")
    missing = [source for context, source in messages if (context, source) not in known]
    assert not missing, "run `make translations` and fill in what it names"


@pytest.mark.parametrize("code", TRANSLATED)
def test_that_a_translation_has_the_placeholders_of_its_source(code: str) -> None:
    for (_, source), translation in UPDATE.read(FOLDER / f"momentum_lab_{code}.ts").items():
        if _is_template(source):
            assert _fields(translation) == _fields(source), source


@pytest.mark.parametrize("code", TRANSLATED)
def test_that_a_menu_keeps_its_mnemonic(code: str) -> None:
    for (context, source), translation in UPDATE.read(FOLDER / f"momentum_lab_{code}.ts").items():
        if context == "Actions":
            letter = re.search(r"&(\w)", source)
            expected = f"(&{letter[1].upper()})" if letter else ""
            assert expected in translation, source


@pytest.mark.parametrize("code", TRANSLATED)
def test_that_what_qt_loads_was_made_from_the_translations(code: str, tmp_path: Path) -> None:
    ts = FOLDER / f"momentum_lab_{code}.ts"
    UPDATE.compile_ts(ts, tmp_path / "fresh.qm")
    assert (tmp_path / "fresh.qm").read_bytes() == ts.with_suffix(".qm").read_bytes()


def test_that_every_class_speaks_in_a_context_of_its_own_name(
    messages: list[tuple[str, str]],
) -> None:
    """``window.tr("…")`` would be looked up in the context "window", where nothing is found."""
    contexts = {context for context, _ in messages} - {language.SIMULATION}
    assert not [context for context in contexts if not context[:1].isupper()]


def _is_template(text: str) -> bool:
    try:
        return bool(_fields(text))
    except ValueError:  # "'{' has no place" is no template
        return False


def _fields(text: str) -> list[tuple[str, str, str]]:
    parts = string.Formatter().parse(text)
    return sorted((name, spec or "", how or "") for _, name, spec, how in parts if name is not None)


# --- the code -------------------------------------------------------------------------------

SHOWING = {
    "QLabel", "QPushButton", "QCheckBox", "QAction", "QGroupBox", "PushButton", "CheckBox",
    "addAction", "addItem", "addMenu", "addRow", "addTab", "setAccessibleDescription",
    "setAccessibleName", "setItemText", "setPlaceholderText", "setPrefix", "setStatusTip",
    "setSuffix", "setTabText", "setText", "setTitle", "setToolTip", "setWindowTitle",
    "show_notice", "show_problem", "setInformativeText", "drawText",
}  # fmt: skip
SAME_EVERYWHERE = {"[*] — Momentum Lab"}
WORD = re.compile(r"[A-Za-z]{2,}")


def test_that_no_text_is_shown_without_being_translated() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno} {text!r}"
        for path in sorted((ROOT / "gui").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _name(node) in SHOWING
        for argument in (node.args[:1] if _name(node) == "addItem" else node.args)
        for text in _plain_texts(argument)
    ]
    assert not found, 'say it with self.tr("…")'


def test_that_no_sentence_of_the_simulation_is_put_together_by_hand() -> None:
    """An f-string is made before anybody can translate it."""
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted((ROOT / "simulation").rglob("*.py"))
        if not UPDATE.COMMAND_LINE & set(path.relative_to(ROOT).parts)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _name(node) in UPDATE.SAYING
        for argument in node.args[UPDATE.SAYING[_name(node)] :][:1]
        if isinstance(argument, ast.JoinedStr | ast.BinOp)
    ]
    assert not found, 'write InputError(key, "{name} is …", name=name), or said("…", name=name)'


def test_that_an_error_is_never_shown_in_english_only() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sorted((ROOT / "gui").rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"\b(emit|show_problem|set_message|setText)\(str\(error\)\)", line)
    ]
    assert not found, "gui.language.explained(error) says it in the language in force"


def _name(call: ast.Call) -> str:
    return getattr(call.func, "id", None) or getattr(call.func, "attr", "")


def _plain_texts(node: ast.expr) -> Iterator[str]:
    """Literals with words in them that reach the screen as they are."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        text = re.sub(r"<[^<>]*>", "", node.value)  # marks of rich text are no words
        if WORD.search(text) and text not in SAME_EVERYWHERE:
            yield node.value
    elif isinstance(node, ast.JoinedStr):
        for part in node.values:
            yield from _plain_texts(part)
    elif isinstance(node, ast.BinOp):
        yield from (*_plain_texts(node.left), *_plain_texts(node.right))
    elif isinstance(node, ast.IfExp):
        yield from (*_plain_texts(node.body), *_plain_texts(node.orelse))


# --- what is said ---------------------------------------------------------------------------


def test_that_an_error_is_told_in_the_language_in_force(qapp: QApplication) -> None:
    parameter = Parameter("momentum", 0.9, "", low=0.0, high=1.0)
    with pytest.raises(InputError) as caught:
        parameter.check(7, "runs.0.momentum")
    english = "runs.0.momentum: 7 is out of range; give a number from 0 to 1"
    assert str(caught.value) == english
    assert translated(caught.value.sentence) == english
    speak("zh_CN")
    chinese = "runs.0.momentum：7 超出范围；请给0 到 1 之间的一个数"
    assert translated(caught.value.sentence) == chinese
    speak("ja")
    assert str(caught.value) == english


def test_that_a_users_own_title_is_left_alone(qapp: QApplication) -> None:
    speak("zh_CN")
    assert translated("My {strange} title") == "My {strange} title"
    assert translated("") == ""


def test_that_qts_own_buttons_are_translated_too(qapp: QApplication) -> None:
    speak("ja")
    cancel = qapp.translate("QPlatformTheme", "Cancel")
    assert cancel == "キャンセル"
    speak("en")
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_that_the_mark_of_a_mnemonic_is_no_part_of_a_name() -> None:
    assert without_mnemonic("&File") == without_mnemonic("File") == "File"
    assert without_mnemonic("文件(&F)") == "文件"


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (["ja-JP", "en-US"], "ja"),
        (["zh-Hans-CN", "zh-CN"], "zh_CN"),
        (["zh_CN"], "zh_CN"),
        (["zh-Hant-TW", "zh-TW", "ja"], "ja"),
        (["de-DE", "de"], "en"),
        (["de-DE", "en-GB", "ja"], "en"),
        ([], "en"),
    ],
)
def test_that_the_desktop_chooses_the_language(
    wanted: list[str], code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Desktop:
        @staticmethod
        def system() -> Desktop:
            return Desktop()

        @staticmethod
        def uiLanguages() -> list[str]:  # noqa: N802
            return wanted

    monkeypatch.setattr(language, "QLocale", Desktop)
    monkeypatch.setattr(language, "can_be_shown", lambda code: True)
    assert language.desktop_language() == code


def test_that_a_language_whose_letters_no_font_has_is_not_taken_from_the_desktop(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(language, "_known", lambda name: "ja")
    monkeypatch.setattr(language, "can_be_shown", lambda code: code == "en")
    assert language.desktop_language() == "en"


# --- the window -----------------------------------------------------------------------------


def _choose(qtbot: QtBot, lab: Lab, code: str) -> MainWindow:
    """Choose a language and wait for the windows in it; return the first."""
    before = list(lab.windows)
    lab.looks.choose(replace(lab.looks.appearance, language=code))
    qtbot.waitUntil(lambda: lab.windows and not set(before) & set(lab.windows))
    return lab.windows[0]


@pytest.mark.slow
def test_that_another_language_keeps_the_document_and_where_it_is(
    qtbot: QtBot, lab: Lab, tmp_path: Path
) -> None:
    lab.start(None)
    (window,) = lab.windows
    qtbot.waitUntil(lambda: window.presenter.playback.at_end)
    session = window.session
    session.save(tmp_path / "mine.toml")
    session.edit(replace(session.experiment, steps=30))
    session.edit(replace(session.experiment, steps=40))
    session.undo()
    window.autosave.write()
    qtbot.waitUntil(lambda: not window.presenter.controller.busy)
    window.presenter.playback.scrub(7)
    window.parts.runs.select(1)
    window.parts.numbers.setCurrentIndex(1)
    window.parts.curves.choose("gradient-norm")
    window.resize(1111, 777)
    old_copies = set((tmp_path / "backups").glob("*.toml"))

    new = _choose(qtbot, lab, "zh_CN")

    assert spoken_language() == "zh_CN"
    assert new.session.experiment == replace(find_preset("ravine").experiment, steps=30)
    assert (new.session.can_undo, new.session.can_redo) == (True, True)
    assert new.isWindowModified()
    assert new.session.path == tmp_path / "mine.toml"
    assert new.session.preset == "ravine"
    assert new.parts.runs.selected_run == 1
    assert new.parts.numbers.currentIndex() == 1
    assert (new.width(), new.height()) == (1111, 777)
    qtbot.waitUntil(lambda: new.presenter.playback.cursor == 7)
    assert not new.presenter.playback.playing
    assert new.parts.curves.choice == "gradient-norm"
    copies = set((tmp_path / "backups").glob("*.toml"))
    assert len(copies) == 1
    assert not copies & old_copies
    new.session.undo()
    assert new.session.experiment == find_preset("ravine").experiment
    assert not new.isWindowModified()
    new.session.redo()
    new.session.redo()
    assert new.session.experiment.steps == 40


@pytest.mark.slow
def test_that_the_dialog_in_which_it_was_chosen_is_open_again(qtbot: QtBot, lab: Lab) -> None:
    lab.start(None)
    (window,) = lab.windows
    window.show_preferences()
    dialog = window.findChild(Preferences)
    before = list(lab.windows)
    choice = dialog.findChild(QComboBox, "language")
    choice.setCurrentIndex(choice.findData("ja"))
    qtbot.waitUntil(lambda: lab.windows and not set(before) & set(lab.windows))
    again = lab.windows[0].findChild(Preferences)
    assert again.isVisible()
    assert again.windowTitle() == "設定"
    again.close()
    assert lab.settings.appearance.language == "ja"


@pytest.mark.slow
def test_that_every_window_is_made_anew(qtbot: QtBot, lab: Lab) -> None:
    lab.start(None)
    second = lab.open_window()
    second.session.open_preset("4x2-lr1")
    _choose(qtbot, lab, "ja")
    assert [window.session.preset for window in lab.windows] == ["ravine", "4x2-lr1"]
    assert "4x²、学習率 1" in lab.windows[1].windowTitle()


def test_that_without_letters_the_dialog_says_what_to_install(
    qtbot: QtBot, lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.panels.preferences.can_be_shown", lambda code: code == "en")
    owner = QWidget()
    qtbot.addWidget(owner)
    choice = Preferences(Appearance(), owner).findChild(QComboBox, "language")
    texts = [choice.itemText(place) for place in range(choice.count())]
    assert texts[:2] == ["As the desktop", "English"]
    assert all("fonts-noto-cjk" in text for text in texts[2:])
    assert not choice.model().item(2).isEnabled()


@pytest.mark.slow
@pytest.mark.parametrize("code", TRANSLATED)
def test_that_a_window_shows_no_english(
    qtbot: QtBot, lab: Lab, code: str, messages: list[tuple[str, str]]
) -> None:
    lab.settings.appearance = Appearance(language=code)
    lab.looks.apply()
    lab.start(None)
    (window,) = lab.windows
    qtbot.waitUntil(lambda: window.presenter.playback.at_end)
    known = UPDATE.read(FOLDER / f"momentum_lab_{code}.ts")
    english = {source for key, text in known.items() if text != (source := key[1])}
    english |= {without_mnemonic(source) for source in english}
    left = english & set(_texts(window))
    assert not left
    window.session.edit(replace(Experiment(), title="Mine"))
    left = english & set(_texts(window))
    assert not left


def _texts(window: QWidget) -> Iterator[str]:
    """All texts that can be seen or pointed at in a window."""
    for action in window.findChildren(QAction):
        yield from (action.text(), without_mnemonic(action.text()))
    for widget in (window, *window.findChildren(QWidget)):
        yield from (widget.toolTip(), widget.windowTitle(), widget.accessibleName())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QTabWidget):
            yield from (widget.tabText(place) for place in range(widget.count()))
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(place) for place in range(widget.count()))

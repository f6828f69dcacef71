#!/usr/bin/env python3
"""Bring the translations up to date with the texts in the code; ``make translations`` runs it.

It finds every text, takes what ``build/untranslated.json`` has been filled with, writes the
``.ts`` files, compiles the ``.qm`` files and leaves in ``build/untranslated.json`` what still
lacks a translation. README.md beside it tells translators the rest.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.sax.saxutils import escape

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
TODO = ROOT / "build" / "untranslated.json"
LANGUAGES = ("zh_CN", "ja")
SIMULATION = "simulation"
"""Context of all that no class of the window says."""

SAYING = {
    "said": 0,
    "InputError": 1,
    "FormulaError": 0,
    "unknown": 2,
    "Outcome": 2,
    "expect": 3,
    "_fail": 0,
}
"""Calls with a sentence for the user, and which argument it is."""

COMMAND_LINE = {"bench", "commands", "verify.py"}
"""Parts of the simulation that only speak on the command line, which is English."""

Message = tuple[str, str]
"""Context and text."""


def find_messages() -> list[Message]:
    """All that is to be translated, in a stable order."""
    window = {message for message in _lupdate() if message[0] != SIMULATION}
    simulation = {(SIMULATION, text) for text in _simulation_texts() if _has_words(text)}
    return sorted(window | simulation)


def read(path: Path, *, vanished: bool = False) -> dict[Message, str]:
    """The finished translations in a ``.ts`` file, and those of texts that have vanished."""
    kinds = {None, "vanished"} if vanished else {None}
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") in kinds and translation.text:
                key = (context.findtext("name", ""), message.findtext("source", ""))
                found[key] = translation.text
    return found


def ts_text(language: str, messages: Iterable[Message], known: Mapping[Message, str]) -> str:
    """A ``.ts`` file: the messages with what is known of their translation.

    What is known of other texts is kept, marked as vanished: a text may come back.
    """
    wanted = set(messages)
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{language}" sourcelanguage="en">')
    last = None
    for context, source in sorted(wanted | set(known)):
        if context != last:
            lines += [*(["</context>"] if last else []), "<context>", f"    <name>{context}</name>"]
            last = context
        translation = escape(known.get((context, source), ""))
        tag = "<translation>" if translation else '<translation type="unfinished">'
        if (context, source) not in wanted:
            tag = '<translation type="vanished">'
        lines += [
            "    <message>",
            f"        <source>{escape(source)}</source>",
            f"        {tag}{translation}</translation>",
            "    </message>",
        ]
    return "\n".join([*lines, "</context>", "</TS>", ""])


def compile_ts(ts: Path, qm: Path) -> None:
    """Make what Qt loads."""
    _run("pyside6-lrelease", "-silent", str(ts), "-qm", str(qm))


def main() -> int:
    """Update all files; the exit status is 1 while something is untranslated."""
    messages = find_messages()
    filled: dict[str, dict[str, str]] = json.loads(TODO.read_text()) if TODO.is_file() else {}
    missing: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        ts = FOLDER / f"momentum_lab_{language}.ts"
        known = read(ts, vanished="--forget" not in sys.argv) if ts.is_file() else {}
        elsewhere = {text: translation for (_, text), translation in known.items()}
        for message in messages:
            text = message[1]
            if new := filled.get(text, {}).get(language):
                known[message] = new
            elif message not in known and text in elsewhere:
                known[message] = elsewhere[text]
            elif message not in known:
                missing.setdefault(text, {})[language] = ""
        ts.write_text(ts_text(language, messages, known), encoding="utf-8")
        compile_ts(ts, ts.with_suffix(".qm"))
    if missing:
        TODO.parent.mkdir(exist_ok=True)
        TODO.write_text(json.dumps(missing, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        print(f"{len(missing)} of {len(messages)} texts lack a translation.")
        print(f"Fill in {TODO.relative_to(ROOT)} and run this again.")
        return 1
    TODO.unlink(missing_ok=True)
    print(f"All {len(messages)} texts are translated.")
    return 0


# --- texts of the window -------------------------------------------------------------------


def _lupdate() -> Iterator[Message]:
    """What stands in ``tr("…")`` and its like in the window's code, by Qt's own tool."""
    files = [str(path) for path in sorted((ROOT / "gui").rglob("*.py"))]
    with tempfile.TemporaryDirectory() as folder:
        ts = Path(folder) / "found.ts"
        _run("pyside6-lupdate", "-silent", *files, "-ts", str(ts))
        for context in ElementTree.parse(ts).getroot().iter("context"):
            for message in context.iter("message"):
                yield context.findtext("name", ""), message.findtext("source", "")


def _run(program: str, *arguments: str) -> None:
    subprocess.run([str(Path(sys.executable).parent / program), *arguments], check=True)


# --- texts of the simulation ---------------------------------------------------------------


def _simulation_texts() -> Iterator[str]:
    from simulation.experiment import BATCH_SIZE, SAMPLINGS, SEED, STEPS
    from simulation.formulas.advice import ADVICE
    from simulation.inspection.names import STATE_LETTERS
    from simulation.maps.metrics import METRICS, OUTCOMES
    from simulation.noise import KINDS as NOISES
    from simulation.noise import PARAMETERS
    from simulation.presets import presets
    from simulation.schedule_kinds import KINDS as SCHEDULES
    from simulation.starts import KINDS as STARTS
    from simulation.starts import PARAMETERS as START_PARAMETERS

    yield from _spoken_texts()
    yield from ADVICE.values()
    yield from (*NOISES.values(), *STARTS.values(), *SAMPLINGS)
    for metric in METRICS.values():
        yield from (metric.title, metric.meaning, metric.unit)
    yield from (*OUTCOMES, "none")  # "none" of them: for a map's legend
    yield from (name.replace("_", " ") for name in STATE_LETTERS)
    yield from _parameter_texts((*PARAMETERS, *START_PARAMETERS, STEPS, SEED, BATCH_SIZE))
    for declared in (*_objectives(), *_optimizers(), *SCHEDULES.values()):
        yield from (declared.name, declared.formula)
        if not re.search(r"\d{4}", declared.source):  # a citation is the same in every language
            yield declared.source
        yield from _parameter_texts(
            getattr(declared, "hyperparameters", None) or getattr(declared, "parameters", ())
        )
    for preset in presets().values():
        lesson = preset.lesson
        yield from (preset.experiment.title, lesson.family, lesson.summary, lesson.look_for)
        yield from (run.label for run in preset.experiment.runs)


def _objectives() -> Iterator[Any]:
    from simulation.objectives.catalog import OBJECTIVES

    yield from OBJECTIVES.values()


def _optimizers() -> Iterator[Any]:
    from simulation.optimizers.catalog import OPTIMIZERS, UNDECLARED, find_optimizer

    yield from OPTIMIZERS.values()
    yield from (find_optimizer(name, "optimizer") for name in UNDECLARED)


def _parameter_texts(parameters: Iterable[Any]) -> Iterator[str]:
    for parameter in parameters:
        yield parameter.name.replace("_", " ")
        yield parameter.meaning
        yield from parameter.choices


def _spoken_texts() -> Iterator[str]:
    """Sentences that are made where they are needed, and parameters that a form makes up."""
    for path in sorted([*(ROOT / "simulation").rglob("*.py"), *(ROOT / "gui").rglob("*.py")]):
        if COMMAND_LINE & set(path.relative_to(ROOT).parts):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", None) or getattr(node.func, "attr", "")
            if name in SAYING:
                yield from _literals(node.args[SAYING[name] :][:1])
            elif name == "Parameter":
                yield from (text.replace("_", " ") for text in _literals(node.args[:1]))
                yield from _literals(node.args[2:3])
                yield from _literals(k.value for k in node.keywords if k.arg == "choices")


def _literals(nodes: Iterable[ast.expr]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.BoolOp):
            yield from _literals(node.values)
        elif isinstance(node, ast.IfExp):
            yield from _literals((node.body, node.orelse))
        elif isinstance(node, ast.Tuple):
            yield from _literals(node.elts)


def _has_words(text: str) -> bool:
    """Whether there is anything in it that another language says differently."""
    if text.count("{") > 1:  # the order and the signs between may differ
        return True
    plain = re.sub(r"\{[^{}]*\}|torch\.\S+|[\w.]+\(|\S*_\S*", " ", text)
    return any(word.lower() not in MATHEMATICS for word in re.findall(r"[A-Za-zé]{2,}", plain))


MATHEMATICS = {
    "abs", "cos", "exp", "inf", "ln", "log", "max", "min", "sgn", "sign", "sin", "sqrt", "tan",
    "tr", "dl", "dt", "dw", "im", "re", "if", "lr",
}  # fmt: skip
"""Words of formulas, the same in every language."""


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())

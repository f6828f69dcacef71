"""What the program is made of: its own version, and the packages of others with their licences."""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulation.paths import RESOURCES

if TYPE_CHECKING:  # takes long to load, and nobody reads licences before the window is open
    from importlib.metadata import Distribution

PROGRAM = "momentum-lab"
TOLD = ("torch", "numpy", "pyside6-essentials", "pyqtgraph", "pyarrow")
"""Packages whose versions say most about a problem."""
LICENCE_FILES = ("LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE", "COPYING", "COPYING.txt")


@dataclass(frozen=True, slots=True)
class Part:
    """Something by others that the program carries or needs."""

    name: str
    version: str
    """Empty where it has none."""
    licence: str
    """Its short name, as its authors give it; may be empty."""
    text: str
    """All licence texts that came with it, or a sentence that there were none."""


def version() -> str:
    """The program's version, such as ``0.1.0``; ``unknown`` in a checkout never installed."""
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        return distribution(PROGRAM).version
    except PackageNotFoundError:
        return "unknown"


def is_packaged() -> bool:
    """Whether this is the packaged program and not Python running its sources."""
    return bool(getattr(sys, "frozen", False))


def description() -> list[str]:
    """Program, Python, packages and system, a line each, for a report; imports none of them."""
    kind = "package" if is_packaged() else "source"
    lines = [
        f"Momentum Lab {version()} ({kind})",
        f"Python {platform.python_version()} on {platform.platform()}, {platform.machine()}",
    ]
    packages = {_key(found.name): found for found in _packages()}
    known = [packages[name] for name in TOLD if name in packages]
    lines.append(", ".join(f"{package.name} {package.version}" for package in known))
    return lines


def parts() -> list[Part]:
    """Everything by others, in alphabetical order."""
    packages = [
        Part(package.name, package.version, _licence(package), _texts(package))
        for package in _packages()
        if package.name != PROGRAM
    ]
    others = [
        Part(path.stem, "", "", path.read_text("utf-8"))
        for path in sorted((RESOURCES / "licences").glob("*.txt"))
    ]
    return sorted([*packages, *others], key=lambda part: part.name.lower())


def _packages() -> Iterator[Distribution]:
    """The program and all that it requires, as far as it is here; a package's names are its own."""
    from importlib.metadata import PackageNotFoundError, distribution

    waiting, seen = [PROGRAM], {PROGRAM}
    while waiting:
        try:
            package = distribution(waiting.pop())
        except PackageNotFoundError:
            continue  # for another system, or left out of the binary
        yield package
        for requirement in package.requires or ():
            name, _, marker = requirement.partition(";")
            key = _key(re.split(r"[^\w.-]", name.strip(), maxsplit=1)[0])
            if "extra" not in marker and key not in seen:
                seen.add(key)
                waiting.append(key)


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _licence(package: Distribution) -> str:
    for field in ("License-Expression", "License"):
        for text in package.metadata.get_all(field) or ():
            if text and "\n" not in text:
                return str(text)
    classifiers = (entry.split(" :: ") for entry in package.metadata.get_all("Classifier") or ())
    return ", ".join(entry[-1] for entry in classifiers if entry[0] == "License")


def _texts(package: Distribution) -> str:
    named = package.metadata.get_all("License-File") or LICENCE_FILES
    texts: dict[str, str] = {}
    for name in named:
        text = package.read_text(f"licenses/{name}") or package.read_text(name)
        if text and text not in texts.values():
            texts[name] = text
    if not texts:
        return f"The package carries no text of its licence. It names it as: {_licence(package)}."
    return "\n\n".join(f"{name}\n{'-' * len(name)}\n\n{text}" for name, text in texts.items())

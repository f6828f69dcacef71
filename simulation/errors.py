"""The one exception for what a user gave and the program cannot use."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from simulation.wording import Said, said

LONGEST = 400
"""Characters of a key or a problem that are shown."""


class InputError(ValueError):
    """Something given by the user cannot be used.

    ``str(error)`` is one sentence that names the key and says what is allowed, fit for
    the command line and for the window alike.

    Parameters
    ----------
    key
        Path of the offending value, such as ``runs.0.momentum`` or a file's name.
    problem
        What is wrong and what is allowed, without the key; with ``{names}`` for ``values``,
        see :func:`simulation.wording.said`.
    """

    def __init__(self, key: str, problem: str, /, **values: object) -> None:
        key, problem = _readable(key), _readable(said(problem, **values))
        sentence = said(problem)
        if key:
            sentence = said("{key}: {problem}", key=key, problem=sentence)
        super().__init__(sentence)
        self.key = key
        self.problem = problem
        self.sentence = sentence
        """All of it, for whoever says it in another language."""


def _readable(text: str) -> str:
    """``text`` as one line that fits on a screen, whatever the user gave."""
    if isinstance(text, Said) and text.isprintable() and len(text) <= LONGEST:
        return text
    line = "".join(character if character.isprintable() else "�" for character in text)
    return line if len(line) <= LONGEST else f"{line[: LONGEST // 2]} … {line[-LONGEST // 4 :]}"


def join(prefix: str, key: object) -> str:
    """Path of ``key`` inside ``prefix``: ``runs.0`` and ``momentum`` make ``runs.0.momentum``."""
    return f"{prefix}.{key}" if prefix else str(key)


def unknown(word: str, known: Iterable[str], what: str) -> Said:
    """Sentence for a name that is not in a list, with the nearest one as a suggestion."""
    names = sorted(known)
    near = difflib.get_close_matches(word, names, n=1, cutoff=0.5)
    hint = said("did you mean {near!r}? ", near=near[0]) if near else ""
    return said(
        "no {what} is called {word!r}; {hint}known: {names}",
        what=said(what),
        word=word,
        hint=hint,
        names=", ".join(names) or said("none"),
    )

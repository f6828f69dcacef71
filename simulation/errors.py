"""The one exception for what a user gave and the program cannot use."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class InputError(ValueError):
    """Something given by the user cannot be used.

    ``str(error)`` is one sentence that names the key and says what is allowed, fit for
    the command line and for the window alike.

    Parameters
    ----------
    key
        Path of the offending value, such as ``runs.0.momentum`` or a file's name.
    problem
        What is wrong and what is allowed, without the key.
    """

    def __init__(self, key: str, problem: str) -> None:
        super().__init__(f"{key}: {problem}" if key else problem)
        self.key = key
        self.problem = problem


def join(prefix: str, key: object) -> str:
    """Path of ``key`` inside ``prefix``: ``runs.0`` and ``momentum`` make ``runs.0.momentum``."""
    return f"{prefix}.{key}" if prefix else str(key)


def unknown(word: str, known: Iterable[str], what: str) -> str:
    """Sentence for a name that is not in a list, with the nearest one as a suggestion."""
    names = sorted(known)
    near = difflib.get_close_matches(word, names, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]!r}? " if near else ""
    return f"no {what} is called {word!r}; {hint}known: {', '.join(names) or 'none'}"

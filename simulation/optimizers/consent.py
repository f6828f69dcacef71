"""Which code from outside may be imported: what the user said, for as long as the program runs.

An experiment file is data and may come from anywhere; an optimizer that it names by import
path is code. Torch's own optimizers need no consent, everything else does.
"""

from __future__ import annotations

from simulation.errors import InputError
from simulation.wording import said

TORCH = "torch.optim."

_given: set[str] = set()


class ConsentNeeded(InputError):  # noqa: N818 - it is a question, not a mistake
    """A class is to be imported and the user has not been asked.

    Parameters
    ----------
    key
        Path of the value that names it.
    path
        Import path of the class.
    """

    def __init__(self, key: str, path: str) -> None:
        super().__init__(
            key,
            said(
                "importing {path} runs code that is not part of this program; "
                "if you trust it, add --allow-import {path}",
                path=path,
            ),
        )
        self.path = path


def allow(path: str) -> None:
    """Let the class at this import path be imported, which runs the code of its module."""
    _given.add(path)


def allowed(path: str) -> bool:
    """Whether the class at this import path may be imported."""
    return path.startswith(TORCH) or path in _given

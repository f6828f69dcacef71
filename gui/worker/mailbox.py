"""A slot for the latest thing only: what nobody has taken yet is replaced, never queued."""

from __future__ import annotations

from collections import deque
from typing import Generic, TypeVar

T = TypeVar("T")


class Mailbox(Generic[T]):
    """Hands the latest value from one thread to another.

    A queued signal per frame would leave the window drawing long after the work is done;
    here the reader takes what is newest when it is ready to draw.
    """

    def __init__(self) -> None:
        self._slot: deque[T] = deque(maxlen=1)  # append and pop are atomic

    def put(self, value: T) -> None:
        """Replace what is there by ``value``."""
        self._slot.append(value)

    def take(self) -> T | None:
        """Return the latest value, once; ``None`` if there is nothing new."""
        try:
            return self._slot.pop()
        except IndexError:
            return None

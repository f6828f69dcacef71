"""One seed, many independent streams: every random draw names its purpose."""

from __future__ import annotations

import zlib

import numpy as np


def generator(seed: int, *purpose: object) -> np.random.Generator:
    """Return the random generator for ``purpose``, such as ``("minibatch", epoch)``.

    The same seed and purpose always give the same stream, whatever else is drawn, so an
    epoch can be replayed without the epochs before it.
    """
    names = [zlib.crc32(repr(name).encode()) for name in purpose]
    return np.random.default_rng([seed, *names])

"""Tables as CSV, turned into text by all processors at once."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

CHUNK_ROWS = 2**15
"""Rows that are turned into text together: few enough that the text stays in the cache."""
MOST_THREADS = 8
"""More would wait for the disk."""


def write_tables(file: IO[bytes], tables: Iterable[pa.Table]) -> None:
    """Write tables of the same columns one after the other, below one header.

    Shortest decimals that read back to the same number, ``inf``, ``-inf`` and ``nan`` as such,
    nothing for null, UTF-8, LF. What is in memory does not grow with the tables.
    """
    threads = min(os.cpu_count() or 1, MOST_THREADS)
    waiting: deque[Future[pa.Buffer]] = deque()
    with ThreadPoolExecutor(threads) as pool:  # Arrow lets Python go on while it works
        for chunk in _chunks(file, tables):
            if len(waiting) > threads:
                file.write(waiting.popleft().result())
            waiting.append(pool.submit(_text, chunk))
        for text in waiting:
            file.write(text.result())


def _chunks(file: IO[bytes], tables: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """Parts of the tables, in order, after the header is written."""
    for index, table in enumerate(tables):
        if not index:
            file.write((",".join(table.column_names) + "\n").encode())
        for first in range(0, table.num_rows, CHUNK_ROWS):
            yield table.slice(first, CHUNK_ROWS)


def _text(table: pa.Table) -> pa.Buffer:
    import pyarrow as pa
    import pyarrow.csv

    options = pyarrow.csv.WriteOptions(include_header=False, quoting_style="needed")
    sink = pa.BufferOutputStream()
    pyarrow.csv.write_csv(table, sink, options)
    return sink.getvalue()

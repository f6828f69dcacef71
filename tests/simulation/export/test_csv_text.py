"""Tables as text: the same bytes as from Arrow in one go, whatever the chunks and threads."""

from __future__ import annotations

import io

import numpy as np
import pyarrow as pa
import pyarrow.csv
import pytest

from simulation.export import csv_text

ROWS = 1000
RNG = np.random.default_rng(0)
SPECIAL = [np.inf, -np.inf, np.nan, -0.0, 5e-324, 1.7976931348623157e308, 0.1, 1e16, 123456789.0]


def table() -> pa.Table:
    numbers = RNG.standard_normal(ROWS) * 10.0 ** RNG.integers(-300, 300, ROWS)
    numbers[: len(SPECIAL)] = SPECIAL
    with np.errstate(over="ignore"):
        single = numbers.astype(np.float32)
    return pa.table(
        {
            "step": np.arange(ROWS),
            "label": ['a "quoted", name'] * ROWS,
            "x1": numbers,
            "epoch": pa.nulls(ROWS, pa.float64()),
            "single": single,
        }
    )


@pytest.mark.parametrize("rows", [7, 999, ROWS, 10 * ROWS])
def test_that_chunks_make_no_difference(rows: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_text, "CHUNK_ROWS", rows)
    tables = [table(), table()]
    whole = io.BytesIO()
    options = pyarrow.csv.WriteOptions(include_header=False, quoting_style="needed")
    for part in tables:
        pyarrow.csv.write_csv(part, whole, options)
    written = io.BytesIO()
    csv_text.write_tables(written, tables)
    assert written.getvalue() == b"step,label,x1,epoch,single\n" + whole.getvalue()


def test_that_numbers_read_back_as_they_were() -> None:
    made = table()
    written = io.BytesIO()
    csv_text.write_tables(written, [made])
    written.seek(0)
    read = np.genfromtxt(written, delimiter=",", skip_header=1, usecols=3)  # the label has a comma
    np.testing.assert_array_equal(read, np.asarray(made["x1"]))


def test_that_no_tables_make_an_empty_file() -> None:
    written = io.BytesIO()
    csv_text.write_tables(written, [])
    assert written.getvalue() == b""


def test_that_a_full_disk_is_told() -> None:
    class Full(io.BytesIO):
        def write(self, content: object) -> int:
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        csv_text.write_tables(Full(), [table()])

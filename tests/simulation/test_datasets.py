from __future__ import annotations

import csv
import http.server
import math
import shutil
import statistics
import threading

import numpy as np
import pytest

from simulation import datasets
from simulation.datasets import AIRFOIL_FILE, DATA_VARIABLE
from simulation.errors import InputError


@pytest.fixture
def login_page(monkeypatch):
    """A network that answers every request with a page, as in hotels."""

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            body = b"<html>Please log in</html>"
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    for variable in ("NO_PROXY", "no_proxy"):
        monkeypatch.setenv(variable, "127.0.0.1")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    address = f"http://127.0.0.1:{server.server_port}/"
    monkeypatch.setattr(datasets, "_MIRROR", address + AIRFOIL_FILE)
    monkeypatch.setattr(datasets, "_ARCHIVE", address + "airfoil.zip")
    yield
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def original():
    return datasets.find_airfoil()


@pytest.mark.data
def test_that_the_file_is_the_published_one(original):
    content = original.read_bytes()
    assert len(content) == 59_984
    assert content.count(b"\r\n") == 1503
    assert datasets.AIRFOIL_SHA1 == "76e5be1548fd8222e5074cf0faae75edff8cf93f"
    datasets.check_airfoil(original)


def test_that_columns_are_whitened_over_all_rows_before_the_first_1500_are_kept(original):
    with original.open(newline="") as file:
        rows = [[float(cell) for cell in row] for row in csv.reader(file, delimiter="\t")]
    assert len(rows) == 1503
    features, target = datasets.airfoil()
    assert features.shape == (1500, 5)
    assert target.shape == (1500,)
    table = np.column_stack([features, target])
    for index, column in enumerate(zip(*rows, strict=True)):
        mean, deviation = statistics.fmean(column), statistics.pstdev(column)
        expected = [(value - mean) / deviation for value in column[:1500]]
        np.testing.assert_allclose(table[:, index], expected, rtol=1e-10, atol=1e-12)


def test_that_a_changed_byte_is_noticed(original, tmp_path):
    content = bytearray(original.read_bytes())
    content[1000] ^= 1
    changed = tmp_path / AIRFOIL_FILE
    changed.write_bytes(content)
    with pytest.raises(InputError, match="is not the published airfoil_self_noise") as refusal:
        datasets.check_airfoil(changed)
    assert refusal.value.key == str(changed)


def test_that_a_file_that_cannot_be_read_is_refused(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        datasets.check_airfoil(tmp_path)


@pytest.mark.parametrize("place", ["resources", "variable", "cache"])
def test_that_the_file_is_found_in(place, original, no_data, monkeypatch, tmp_path):
    folders = {"resources": tmp_path / "resources" / "data", "cache": no_data}
    folder = folders.get(place, tmp_path / "mine")
    folder.mkdir(parents=True)
    shutil.copy(original, folder)
    if place == "variable":
        monkeypatch.setenv(DATA_VARIABLE, str(folder))
    assert datasets.find_airfoil() == folder / AIRFOIL_FILE


def test_that_the_binary_comes_before_the_variable_and_the_variable_before_the_cache(
    original, no_data, monkeypatch, tmp_path
):
    bundled, named = tmp_path / "resources" / "data", tmp_path / "mine"
    monkeypatch.setenv(DATA_VARIABLE, str(named))
    found = []
    for folder in (no_data, named, bundled):
        named.mkdir(exist_ok=True)
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(original, folder)
        found.append(datasets.find_airfoil().parent)
    assert found == [no_data, named, bundled]


def test_that_a_chosen_file_is_kept_in_the_cache(original, no_data):
    datasets.keep_airfoil(original)
    assert datasets.find_airfoil() == no_data / AIRFOIL_FILE


def test_that_a_wrong_file_is_not_kept(no_data, tmp_path):
    (tmp_path / "wrong.dat").write_text("1\t2\n")
    with pytest.raises(InputError, match="is not the published"):
        datasets.keep_airfoil(tmp_path / "wrong.dat")
    assert not no_data.exists()


def test_that_a_variable_that_names_no_folder_is_refused(monkeypatch, tmp_path):
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "none"))
    with pytest.raises(InputError, match="is not a folder") as refusal:
        datasets.find_airfoil()
    assert refusal.value.key == DATA_VARIABLE


def test_that_without_data_and_network_the_sentence_says_what_to_do(no_data):
    with pytest.raises(InputError) as refusal:
        datasets.find_airfoil()
    assert f"set {DATA_VARIABLE} to a folder that holds it" in str(refusal.value)


def test_that_a_login_page_is_not_taken_for_the_data_and_does_not_stay(no_data, login_page):
    for _ in range(2):
        with pytest.raises(InputError, match="could not be downloaded"):
            datasets.find_airfoil()
    assert not list(no_data.iterdir())


@pytest.mark.data
def test_that_every_column_of_the_table_varies():
    features, target = datasets.airfoil()
    assert all(math.isfinite(value) for value in (*features.flat, *target))
    assert (features.std(0) > 0.9).all()

"""The order of cells."""

from __future__ import annotations

import numpy as np
import pytest

from simulation.maps.order import FIRST_CELLS, strides, tiles

SHAPES = [(2, 2), (7, 100), (64, 64), (61, 130), (300, 2)]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("grouped", [(False, False), (True, False), (False, True), (True, True)])
@pytest.mark.parametrize("progressive", [False, True])
def test_that_every_cell_comes_exactly_once(shape, grouped, progressive):
    cut = list(tiles(shape, 50, grouped=grouped, progressive=progressive))
    assert max(map(len, cut)) <= 50
    assert np.array_equal(np.sort(np.concatenate(cut)), np.arange(shape[0] * shape[1]))


@pytest.mark.parametrize("shape", SHAPES)
def test_that_cells_of_one_group_share_a_tile(shape):
    for cells in tiles(shape, 50, grouped=(True, False)):
        assert len(set((cells % shape[1]).tolist())) == 1
    for cells in tiles(shape, 50, grouped=(False, True)):
        assert len(set((cells // shape[1]).tolist())) == 1


def test_that_the_first_pass_is_a_coarse_picture():
    coarse = strides((256, 256))[0]
    first = next(tiles((256, 256), 10**6))
    rows, columns = np.divmod(first, 256)
    assert len(first) <= FIRST_CELLS
    assert (rows % coarse == 0).all()
    assert (columns % coarse == 0).all()
    assert strides((256, 256)) == [8, 4, 2, 1]
    assert strides((256, 256), progressive=False) == [1]

"""The map: a measured picture of what happens everywhere, cell by cell."""

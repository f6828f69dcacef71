"""Functions to minimise. ``catalog.py`` lists them; one file holds one family."""

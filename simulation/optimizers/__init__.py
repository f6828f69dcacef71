"""Update rules. ``catalog.py`` lists them; one file holds one family."""

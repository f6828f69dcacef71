"""Panels around the landscape: wishes out as signals, facts in by ``set_*``."""

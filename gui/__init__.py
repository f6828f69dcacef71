"""The window: panels and views around a simulation thread."""

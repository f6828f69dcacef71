"""The simulation thread and its two ends."""

"""Experiment in, trajectory out: stepping, recording and judging what came of it."""

"""One step of a run, written out term by term with its numbers."""

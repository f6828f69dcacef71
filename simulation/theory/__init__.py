"""What theory says of a run, to be held against what was measured."""

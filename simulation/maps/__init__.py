"""Maps: a grid of runs over two axes, and what became of each."""

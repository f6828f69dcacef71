"""How fast we are, each figure beside what anyone would use instead."""

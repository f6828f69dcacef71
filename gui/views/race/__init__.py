"""The race: which optimizer is best, each with its best values."""

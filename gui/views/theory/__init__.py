"""Pages that show theory beside measurement."""

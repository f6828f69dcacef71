"""Each file brings one view of the theory what it shows: prediction beside measurement."""

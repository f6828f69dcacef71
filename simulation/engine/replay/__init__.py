"""A step of many lanes, recorded once and repeated: by a compiled program, or call by call."""

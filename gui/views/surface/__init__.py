"""The landscape in three dimensions, drawn by OpenGL or, where there is none, by QPainter."""

"""Typed formulas: read through a whitelist, differentiated symbolically, run on tensors.

``parser.py`` reads text into the expressions of ``expression.py``; ``derivatives.py``
differentiates them, ``printer.py`` writes them back as text, ``evaluation.py`` computes them
on floats and ``program.py`` on tensors. Text is never handed to ``eval`` or ``exec``.
"""

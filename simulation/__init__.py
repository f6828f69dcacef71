"""The laboratory without its window: what is computed, and how.

Nothing in this package knows Qt or plotting, and importing it does not import torch:
torch is loaded by the first computation, so that the window can open before.
"""

from simulation.first_calls import guard_torch

guard_torch()

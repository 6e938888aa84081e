"""Simulated people of whom the truth is known: how often, and how well, the rules of progress find it.

``python -m tests.simulation`` looks at 1,000 with an effect and 1,000 without and prints the figures for the README;
the tests beside it look at 100 of each.
"""

import sys
from pathlib import Path

# What all tests share is found under the names that pytest gives it.
sys.path.insert(0, str(Path(__file__).parents[1]))

"""Drawings on a matplotlib Figure that is given; no Qt, no SQL."""

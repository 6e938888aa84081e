"""Pages for paper, painted with QPainter; usable without a window."""

"""Small widgets of the design: cards, pills, bars, segments, scales."""

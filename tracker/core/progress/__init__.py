"""Is it working? What changed, for how long, and with what together: plain counts and medians, no claim of effect."""

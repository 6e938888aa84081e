"""The Face map tab: one treatment drawn on the face beside units per site over time, and two treatments compared."""

"""Units per site over time: a person's botox treatments side by side. Units of two products are never compared."""

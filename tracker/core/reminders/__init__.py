"""What to remind of, when, and why not: worked out anew at each look, nothing scheduled."""

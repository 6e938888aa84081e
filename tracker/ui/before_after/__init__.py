"""Before and after each treatment: the card and its rows."""

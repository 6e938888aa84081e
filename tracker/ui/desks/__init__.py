"""What the menus and buttons do, by subject."""

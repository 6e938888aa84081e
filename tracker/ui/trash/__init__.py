"""What was deleted lately: listed, searched, brought back."""

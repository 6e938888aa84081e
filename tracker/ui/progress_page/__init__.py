"""The Progress tab of one person."""

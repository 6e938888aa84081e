"""Backups on screen: listed, made, and brought back."""

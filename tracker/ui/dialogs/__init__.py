"""Dialogs: log, rate, person, settings, import, export, about."""

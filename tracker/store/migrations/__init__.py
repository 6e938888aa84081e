"""Alembic migrations; run by `store.upgrade` when a file is older than the program."""

"""Alembic migrations; run by `store.upgrade` when a file is older than the program.

A new version: change `store.schema`, add ``versions/000N_what.py`` with conditions spelled out, append its number to
`store.version.VERSIONS`, and keep a database of it with ``tests/data/databases/make.py``. The tests
compare the migrated schema with the models and open every kept database.
"""

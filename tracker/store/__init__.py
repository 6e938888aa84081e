"""The SQLite file, through SQLAlchemy: schema, migrations, the change record, queries. No Qt."""

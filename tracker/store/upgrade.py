"""Brings a file's schema to this program's version with Alembic, which is imported only here and only when needed."""

import os
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, text

from tracker.store.record_id import given_record_id
from tracker.store.version import APPLICATION_ID

MIGRATIONS = "tracker.store:migrations"


class UpgradeRefusedError(RuntimeError):
    """A migration left references without their rows; it was taken back whole."""


def upgrade(engine: Engine, target: str, version_folders: tuple[Path, ...] = ()) -> None:
    """Run all migrations up to ``target`` in one transaction: all of them, or none.

    ``version_folders`` are further folders of migrations, for tests.
    """
    with engine.connect() as connection:
        # Outside the transaction: a batch operation on a parent table would else delete all its children.
        _set_foreign_keys(connection, "OFF")
        try:
            with connection.begin():
                _run(connection, target, version_folders)
                # The undo list replays rows as they were written; after an upgrade they have another shape.
                connection.execute(text("UPDATE change_batch SET state = 'superseded' WHERE state IS NOT NULL"))
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                given_record_id(connection.connection.dbapi_connection)
                if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                    raise UpgradeRefusedError(f"rows without their parents after the upgrade to {target}")
        finally:
            _set_foreign_keys(connection, "ON")


def _run(connection: Connection, target: str, version_folders: tuple[Path, ...]) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", MIGRATIONS)
    if version_folders:
        config.set_main_option("path_separator", "os")
        own = Path(__file__).parent / "migrations" / "versions"
        config.set_main_option("version_locations", os.pathsep.join(map(str, (own, *version_folders))))
    config.attributes["connection"] = connection
    command.upgrade(config, target)


def _set_foreign_keys(connection: Connection, value: str) -> None:
    raw: Any = connection.connection.dbapi_connection
    raw.execute(f"PRAGMA foreign_keys = {value}").fetchall()

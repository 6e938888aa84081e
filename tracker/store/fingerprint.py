"""Is the file built as this program builds it? What was planted from outside, such as a trigger, acts on its own."""

import hashlib
import re
from typing import Any

from tracker.store.engine import memory_engine
from tracker.store.upgrade import upgrade

# Names that begin so are SQLite's own: nobody can plant one.
_SCHEMA = (
    "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
)
_LAYOUT = re.compile(r"[\s\"`\[\]]+")

FINGERPRINTS = {
    "0001": "5b70ba09daca3bd86fa4a279dbad55553d93488ebfc0ca6983d688461210b25a",
    "0002": "b3c139c7948c8787427388841ed3d5858e80c8a388fdd0fa5388934e89b494c4",
    "0003": "34ce02890bf6d4ae8357daa7f96575e07e89521266f5fbe55cd8201403177338",
    "0004": "2d5b8cdd2903d12a01115377c4c389d444a4fe6b9f869d9ae7d8ac58473f2c22",
    "0005": "761d5230ce144d62d7583404c7d0a9523abe5d3261862a02b198d345130a0027",
}
"""Of every schema version, oldest first, as `fingerprint` gives it."""


def fingerprint(connection: Any) -> str:
    """Return the SHA-256 (hexadecimal) of all statements that build the file; layout and quotes do not count."""
    statements = sorted(
        "\n".join(_LAYOUT.sub("", part).lower() for part in row) for row in connection.execute(_SCHEMA).fetchall()
    )
    return hashlib.sha256("\n\n".join(statements).encode()).hexdigest()


def is_built_by_us(connection: Any, version: str) -> bool:
    """Return whether the file behind a driver connection has the schema ``version``, no more and no less.

    Other versions of the libraries may word a statement otherwise: what is unknown is compared with a new file.
    """
    found = fingerprint(connection)
    return found == FINGERPRINTS[version] or found == _new_fingerprint(version)


def _new_fingerprint(version: str) -> str:
    engine = memory_engine()
    try:
        upgrade(engine, version)
        with engine.connect() as connection:
            return fingerprint(connection.connection.dbapi_connection)
    finally:
        engine.dispose()

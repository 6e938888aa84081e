"""What a backup is called: the moment at which it was made, in UTC, so that names sort as they were made."""

import re
from collections.abc import Container
from datetime import UTC, datetime
from itertools import count

SUFFIX = ".db"
MANIFEST_SUFFIX = ".json"
_FORM = "%Y-%m-%dT%H%M%SZ"
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2}T\d{6}Z)(?:-(\d{1,4}))?\.db", re.ASCII)


def backup_name(made: datetime, taken: Container[str] = ()) -> str:
    """Return the name of the backup made at ``made`` (aware), with a number where that name is in ``taken``."""
    stem = made.astimezone(UTC).strftime(_FORM)
    if f"{stem}{SUFFIX}" not in taken:
        return f"{stem}{SUFFIX}"
    return next(name for number in count(2) if (name := f"{stem}-{number}{SUFFIX}") not in taken)


def moment_of(name: str) -> datetime | None:
    """Return when the backup of this file name was made (UTC, to the second), None for a file of another name."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    try:
        return datetime.strptime(found[1], _FORM).replace(tzinfo=UTC)
    except ValueError:
        return None

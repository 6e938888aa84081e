"""Which files are ours, and which schema versions this program knows."""

APPLICATION_ID = 0x534B494E
"""Stands in the header of every file of ours ("SKIN")."""

VERSIONS = ("0001", "0002", "0003", "0004", "0005")
"""Every schema version, oldest first: the revisions of `store.migrations`. A file with another one is newer."""

HEAD = VERSIONS[-1]
"""The version that this program reads and writes."""

OLDEST_SQLITE = (3, 51, 3)
"""Older builds of SQLite can damage a file that two connections write to."""

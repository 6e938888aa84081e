"""Names of people as parts of file names."""

LONGEST = 60


def in_file_name(name: str) -> str:
    """Return the letters and digits of ``name`` with hyphens between its words; empty where it has none."""
    kept = "".join(letter if letter.isalnum() else "-" for letter in name)
    return "-".join(part for part in kept.split("-") if part)[:LONGEST]

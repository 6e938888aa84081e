"""What was being typed in a dialog when the record was locked."""

from collections.abc import Mapping
from dataclasses import dataclass

JsonValue = str | int | float | bool | None | list["JsonValue"] | dict[str, "JsonValue"]


@dataclass(frozen=True, slots=True)
class Unfinished:
    """One dialog: its ``kind``, what it was ``opened_for`` (ids by what they are), and what was ``typed`` by field."""

    kind: str
    opened_for: Mapping[str, JsonValue]
    typed: Mapping[str, JsonValue]

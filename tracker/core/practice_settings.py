"""Whether a record is kept at home or in a practice: the setting and how it is kept."""

from dataclasses import dataclass
from enum import StrEnum

from tracker.core.stored_values import fields

MOST_LETTERS = 500
"""A name of a practice is cut after so many letters. A choice of the design: nobody's is longer."""


class Mode(StrEnum):
    """For whom the record is: a person's own, or that of a practice and its clients."""

    HOME = "home"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeSettings:
    """For whom the record is, and the name of the practice, which may be empty."""

    mode: Mode = Mode.HOME
    name: str = ""

    @property
    def is_practice(self) -> bool:
        """Return whether the record is that of a practice."""
        return self.mode is Mode.PRACTICE

    def to_dict(self) -> dict[str, object]:
        """Return plain values for JSON."""
        return {"mode": self.mode.value, "name": self.name}

    @classmethod
    def from_dict(cls, stored: object) -> "PracticeSettings":
        """Return what was stored; a field that is missing, broken or unknown is as it ships."""
        values = fields(stored)
        mode, name = values.get("mode"), values.get("name")
        return cls(
            mode=Mode.PRACTICE if mode == Mode.PRACTICE.value else Mode.HOME,
            name=_one_line(name) if isinstance(name, str) else "",
        )

    @classmethod
    def typed(cls, mode: Mode, name: str) -> "PracticeSettings":
        """Return the setting as a person typed it: the name in one line, without what no file can hold."""
        return cls(mode=mode, name=_one_line(name))


def _one_line(text: str) -> str:
    # Half of a surrogate pair can be typed but not stored.
    whole = text.encode("utf-8", "ignore").decode("utf-8").replace("\0", "")
    return " ".join(whole.split())[:MOST_LETTERS]

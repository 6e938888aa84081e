"""How a person is asked to rate: what can be switched, and how it is kept."""

from dataclasses import asdict, dataclass

from tracker.core.stored_values import fields, flag, whole_number

RHYTHM_DAYS = 14
SHORTEST_RHYTHM_DAYS = 7
LONGEST_RHYTHM_DAYS = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingScheduleSettings:
    """Whether the schedule around treatments asks, and whether the person's own rhythm does and how often.

    ``is_repeat_on``: now and then a rating is asked for once more on the day after.
    ``rhythm_days`` goes from `SHORTEST_RHYTHM_DAYS` to `LONGEST_RHYTHM_DAYS`; the limits are a choice of the design.
    """

    is_schedule_on: bool = True
    is_rhythm_on: bool = True
    rhythm_days: int = RHYTHM_DAYS
    is_repeat_on: bool = False

    def to_dict(self) -> dict[str, object]:
        """Return plain values for JSON."""
        return asdict(self)

    @classmethod
    def from_dict(cls, stored: object) -> "RatingScheduleSettings":
        """Return what was stored; a field that is missing or broken is as it ships."""
        values = fields(stored)
        return cls(
            is_schedule_on=flag(values.get("is_schedule_on"), True),
            is_rhythm_on=flag(values.get("is_rhythm_on"), True),
            rhythm_days=whole_number(
                values.get("rhythm_days"), RHYTHM_DAYS, range(SHORTEST_RHYTHM_DAYS, LONGEST_RHYTHM_DAYS + 1)
            ),
            is_repeat_on=flag(values.get("is_repeat_on"), False),
        )

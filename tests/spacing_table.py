"""Reads ``spacing_cases.txt``: cases of the spacing engine in plain words and dates, and how they word a judgement."""

from dataclasses import dataclass, field, replace
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from uuid import UUID, uuid4

from tracker.core.cautions import UNITS, Caution
from tracker.core.events import Event
from tracker.core.intervals import Intervals, OwnInterval
from tracker.core.judgement import Judgement, Reason
from tracker.core.records import Kind, Setting
from tracker.core.regions import FULL_FACE
from tracker.core.spacing import SpacingEngine

_TABLE = Path(__file__).parent / "core" / "spacing_cases.txt"
_PERSON = UUID(int=1)
_SEVERAL = ("given", "because", "later", "interval", "caution")


@dataclass
class Case:
    """One case of the table as it is written; ``place`` is that of the treatment asked about in the order of entry."""

    title: str
    section: str
    given: list[str] = field(default_factory=list)
    interval: list[str] = field(default_factory=list)
    count: str = ""
    judge: str = ""
    log: str = ""
    place: int = 0
    expect: str = ""
    because: list[str] = field(default_factory=list)
    later: list[str] = field(default_factory=list)
    last: str = ""
    caution: list[str] = field(default_factory=list)

    @property
    def says(self) -> list[str]:
        """Return the lines that say what is expected."""
        last = [f"last {self.last}"] if self.last else []
        return [
            f"expect {self.expect}",
            *(f"because {text}" for text in self.because),
            *(f"later {text}" for text in self.later),
            *last,
            *(f"caution {text}" for text in self.caution),
        ]

    def said_of(self, found: Judgement) -> list[str]:
        """Return ``found`` in the words of `says`."""
        last = [f"last {said(found.last)}"] if self.last else []
        return [
            f"expect {said_verdict(found)}",
            *(f"because {said_reason(reason)}" for reason in found.reasons),
            *(f"later {said_reason(reason)}" for reason in found.later),
            *last,
            *(f"caution {said_caution(caution)}" for caution in found.cautions),
        ]

    @property
    def history(self) -> list[Event]:
        """Return the treatments given, entered in the order in which they stand."""
        return [read_event(text, number + (number >= self.place)) for number, text in enumerate(self.given)]

    @property
    def intervals(self) -> Intervals:
        """Return what the person has changed."""
        return Intervals(map(_read_interval, self.interval), counts_from_main=self.count == "from main")

    @property
    def asked(self) -> Event:
        """Return the treatment asked about; one that is not logged and names no place is of the full face."""
        asked = read_event(self.judge or self.log, self.place)
        return asked if self.log or asked.places else replace(asked, places=FULL_FACE)

    def judged_by(self, engine: SpacingEngine, events: list[Event]) -> Judgement:
        """Return the verdict of ``engine`` on what the case asks about."""
        asked = self.asked
        if self.log:
            return engine.judge_entry(asked, events, self.intervals)
        return engine.judge(
            asked.kind,
            asked.on,
            events,
            at=asked.at,
            is_touch_up=asked.is_touch_up,
            places=asked.places,
            intervals=self.intervals,
        )


def read_cases() -> list[Case]:
    """Return all cases of the table."""
    cases: list[Case] = []
    section = ""
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("=="):
            section = line.strip("= ")
        if not line or line.startswith(("#", "==")):
            continue
        word, text = line.split(maxsplit=1)
        if word == "case":
            cases.append(Case(text, section))
        elif word in _SEVERAL:
            getattr(cases[-1], word).append(text)
        elif getattr(cases[-1], word):
            raise ValueError(f"{cases[-1].title}: {word} stands twice")
        else:
            setattr(cases[-1], word, text)
        if word in ("judge", "log"):
            cases[-1].place = len(cases[-1].given)
    return cases


def read_event(text: str, entered: int) -> Event:
    """Return one treatment, as in ``2026-01-01 09:00 botox, dysport, sites procerus|free, 20 units, planned``."""
    moment, *details = text.split(", ")
    day, *wall_time, what = moment.split(" ")
    is_session = what == "session"
    words = [word for word in details if word not in ("planned", *Setting) and " " not in word]
    settings = [Setting(word) for word in details if word in set(Setting)]
    places = [word.split(" ")[1] for word in details if word.startswith(("areas ", "sites "))]
    units = [Decimal(word.removesuffix(" units")) for word in details if word.endswith(" units")]
    return Event(
        kind=Kind.MICRODERMABRASION if is_session else Kind.BOTOX,
        on=date.fromisoformat(day),
        at=time.fromisoformat(wall_time[0]) if wall_time else None,
        entered=entered,
        product=None if is_session or not words else words[0],
        setting=settings[0] if settings else None,
        device=words[0] if is_session and words else None,
        is_touch_up=what == "touch-up",
        places=tuple("" if place == "free" else place for place in places[0].split("|")) if places else (),
        units=units[0] if units else None,
        is_planned="planned" in details,
    )


def _read_interval(text: str) -> OwnInterval:
    numbers, *scope = text.split(", ")
    rule, *product, days = numbers.split(" ")
    minimum, recommended, lapsed = ("1", "2", "3") if days == "off" else days.split("/")
    return OwnInterval(
        id=uuid4(),
        person_id=None if scope == ["for everybody"] else _PERSON,
        rule=rule,
        product=product[0] if product else None,
        minimum=int(minimum),
        recommended=int(recommended),
        lapsed=None if lapsed == "none" else int(lapsed),
        is_off=days == "off",
    )


def said(day: date | int | None) -> str:
    """Return a day, or a number, in the words of the table."""
    return "none" if day is None else str(day)


def said_verdict(found: Judgement) -> str:
    """Return a verdict and its dates in the words of the table."""
    verdict = found.status.value.replace("_", " ")
    earliest, recommended, lapsed = said(found.earliest), said(found.recommended), said(found.lapsed)
    return f"{verdict}; earliest {earliest}; recommended {recommended}; lapsed {lapsed}"


def said_reason(reason: Reason) -> str:
    """Return a reason in the words of the table."""
    words = f"{reason.rule.id}: {reason.days} days, minimum {reason.minimum}, recommended {reason.recommended}"
    if reason.shipped is not None:
        shipped = reason.shipped
        words += f", instead of {shipped.minimum}/{shipped.recommended}/{said(shipped.lapsed)}"
    return words + ", planned" * reason.is_planned


def said_caution(caution: Caution) -> str:
    """Return a caution in the words of the table."""
    if caution.code == UNITS:
        return f"{(caution.units or Decimal(0)).normalize():f} units"
    return f"another brand {caution.product} {said(caution.on)}"

"""Reads calendar files back by the rules of RFC 5545, without the library that wrote them."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

LINE_OCTETS = 75
NAME = re.compile(r"[A-Z0-9-]+")
MOMENT = re.compile(r"\d{8}T\d{6}Z")
STATUSES = ("CONFIRMED", "CANCELLED")
ONCE = ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "STATUS", "TRANSP", "CLASS")
AT_MOST_ONCE = ("DTEND", "SEQUENCE", "LAST-MODIFIED", "DESCRIPTION")


@dataclass
class Component:
    """One component: its properties in order, with parameters and raw value, and the components in it."""

    name: str
    properties: list[tuple[str, str, str]] = field(default_factory=list)
    inner: list["Component"] = field(default_factory=list)

    def values(self, name: str) -> list[str]:
        return [value for found, _, value in self.properties if found == name]

    def value(self, name: str) -> str:
        (value,) = self.values(name)
        return value

    def text(self, name: str) -> str:
        return unescaped(self.value(name))

    def day_or_time(self, name: str) -> date:
        ((parameters, value),) = [(given, value) for found, given, value in self.properties if found == name]
        if parameters == "VALUE=DATE":
            return datetime.strptime(value, "%Y%m%d").date()  # noqa: DTZ007
        assert parameters == ""
        return datetime.strptime(value, "%Y%m%dT%H%M%S")  # noqa: DTZ007


def events(data: bytes) -> list[Component]:
    """Return the events of a calendar file; fail where the file breaks a rule of RFC 5545."""
    calendar = parsed(data)
    assert calendar.name == "VCALENDAR"
    assert calendar.value("VERSION") == "2.0"
    assert calendar.value("PRODID")
    assert calendar.values("METHOD") == []
    assert calendar.inner
    found = [event.value("UID") for event in calendar.inner]
    assert len(found) == len(set(found))
    for event in calendar.inner:
        check_event(event)
    return calendar.inner


def parsed(data: bytes) -> Component:
    """Return the one component of ``data``."""
    top = Component("")
    stack = [top]
    for line in logical_lines(data):
        head, _, value = line.partition(":")
        name, _, parameters = head.partition(";")
        assert NAME.fullmatch(name), line
        if name == "BEGIN":
            stack[-1].inner.append(Component(value))
            stack.append(stack[-1].inner[-1])
        elif name == "END":
            assert stack.pop().name == value
        else:
            stack[-1].properties.append((name, parameters, value))
    assert stack == [top]
    (only,) = top.inner
    return only


def logical_lines(data: bytes) -> list[str]:
    """Return the lines unfolded; each ends in CRLF, none is too long, no letter is torn, nothing controls anything."""
    assert data.endswith(b"\r\n")
    lines = data[:-2].split(b"\r\n")
    assert all(len(line) <= LINE_OCTETS for line in lines)
    texts = [line.decode("utf-8") for line in lines]
    assert not [text for text in texts if any((letter < " " and letter != "\t") or letter == "\x7f" for letter in text)]
    unfolded: list[str] = []
    for text in texts:
        if text.startswith(" "):
            unfolded[-1] += text[1:]
        else:
            unfolded.append(text)
    return unfolded


def check_event(event: Component) -> None:
    """Fail where an event lacks what it needs or says what it must not."""
    assert event.name == "VEVENT"
    for name in ONCE:
        assert len(event.values(name)) == 1, name
    for name in AT_MOST_ONCE:
        assert len(event.values(name)) <= 1, name
    for name in ("DTSTAMP", "LAST-MODIFIED"):
        assert all(MOMENT.fullmatch(value) for value in event.values(name))
    assert event.value("STATUS") in STATUSES
    assert (event.value("TRANSP"), event.value("CLASS")) == ("TRANSPARENT", "PRIVATE")
    start = event.day_or_time("DTSTART")
    if event.values("DTEND"):
        end = event.day_or_time("DTEND")
        assert type(end) is type(start)
        assert end > start
    is_cancelled = event.value("STATUS") == "CANCELLED"
    assert len(event.inner) == (0 if is_cancelled else 1)
    for alarm in event.inner:
        assert (alarm.name, alarm.value("ACTION")) == ("VALARM", "DISPLAY")
        assert alarm.value("DESCRIPTION") == event.value("SUMMARY")
        assert isinstance(trigger(alarm), timedelta)


def trigger(alarm: Component) -> timedelta:
    """Return when an alarm goes off, counted from the start."""
    parts = re.fullmatch(r"(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?)?", alarm.value("TRIGGER"))
    assert parts is not None
    length = timedelta(days=int(parts[2] or 0), hours=int(parts[3] or 0))
    return -length if parts[1] else length


def unescaped(value: str) -> str:
    """Return a text as it was before it was escaped; fail where something is not escaped."""
    bare = re.sub(r"\\[\\;,nN]", "", value)
    assert not re.search(r"[\\;,]", bare), value
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)

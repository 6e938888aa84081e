"""An error of ours as a report that holds nothing of a record: types and places in the code, never a message.

Messages, local variables and SQL can name people; a full path can name the user. None of them is asked for here.
"""

from dataclasses import dataclass
from pathlib import PurePath
from traceback import walk_tb

MOST_FAULTS = 8
MOST_PLACES = 60
_OUTER_PLACES = 20


@dataclass(frozen=True, slots=True)
class Place:
    """One line of code that was being run: ``module`` by its import name, ``file`` without its folders."""

    module: str
    file: str
    line: int
    function: str


@dataclass(frozen=True, slots=True)
class Fault:
    """One error: its type by its full name, and where it came from, outermost place first."""

    kind: str
    places: tuple[Place, ...]


def faults_of(error: BaseException) -> tuple[Fault, ...]:
    """Return ``error`` and what led to it, the first cause first; at most `MOST_FAULTS`, never empty."""
    found: list[Fault] = []
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen and len(found) < MOST_FAULTS:
        seen.add(id(at))
        found.append(Fault(_name_of(type(at)), _places_of(at)))
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)
    return tuple(reversed(found))


def report_text(faults: tuple[Fault, ...], circumstances: tuple[str, ...]) -> str:
    """Return the report: one line for each of ``circumstances``, then every fault with its places."""
    lines = list(circumstances)
    for fault in faults:
        lines += ["", fault.kind]
        lines += [f"  {place.module}, {place.file}:{place.line}, {place.function}" for place in fault.places]
    return "\n".join(lines) + "\n"


def _name_of(kind: type[BaseException]) -> str:
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _places_of(error: BaseException) -> tuple[Place, ...]:
    places = [
        Place(
            str(frame.f_globals.get("__name__", "")),
            PurePath(frame.f_code.co_filename).name,
            line,
            frame.f_code.co_qualname,
        )
        for frame, line in walk_tb(error.__traceback__)
    ]
    if len(places) > MOST_PLACES:
        # A call that calls itself without end fills the middle.
        return tuple(places[:_OUTER_PLACES] + places[_OUTER_PLACES - MOST_PLACES :])
    return tuple(places)

"""Contacts: how long one answers, which one counts, and what may not be typed."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from support import TODAY

from tracker.core.contacts import Contact, ContactOutcome, contact_about
from tracker.core.drafts import ContactDraft, Unreadable
from tracker.core.records import Kind

BOTOX, SESSION = Kind.BOTOX, Kind.MICRODERMABRASION
LEFT, BOOKED, DECLINED = ContactOutcome.MESSAGE_LEFT, ContactOutcome.BOOKED, ContactOutcome.DECLINED


def contact(outcome: ContactOutcome = LEFT, ago: int = 0, ahead: int | None = 7, **facts: Any) -> Contact:
    until = None if ahead is None else TODAY + timedelta(ahead)
    known: dict[str, Any] = {"treatment": BOTOX, "on": TODAY - timedelta(ago), "until": until} | facts
    return Contact(id=UUID(int=1), person_id=UUID(int=2), outcome=outcome, **known)


@pytest.mark.parametrize(
    ("outcome", "ahead", "days", "answers"),
    [
        (LEFT, 7, 0, True),
        (LEFT, 7, 6, True),
        (LEFT, 7, 7, False),
        (BOOKED, 3, 3, True),
        (BOOKED, 3, 4, False),
        (BOOKED, 0, 0, True),
        (DECLINED, None, 4_000, True),
        (LEFT, 7, -1, False),
        (DECLINED, None, -1, False),
    ],
)
def test_a_contact_answers_up_to_the_day_to_ask_again_and_through_the_day_booked(
    outcome: ContactOutcome, ahead: int | None, days: int, answers: bool
) -> None:
    assert contact(outcome, ahead=ahead).answers_on(TODAY + timedelta(days)) is answers


def test_a_booking_for_the_last_day_that_there_is_never_ends() -> None:
    assert contact(BOOKED, until=date.max).again_on is None


@pytest.mark.parametrize(
    ("treatment", "last_ago", "expected"),
    [(BOTOX, None, "both"), (SESSION, None, "both"), (BOTOX, 3, "both"), (BOTOX, 2, None)],
)
def test_the_latest_contact_since_the_treatment_counts(
    treatment: Kind, last_ago: int | None, expected: str | None
) -> None:
    contacts = [
        contact(ago=3, treatment=None, note="both", entered=3),
        contact(ago=3, treatment=SESSION, note="session", entered=2),
        contact(ago=9, note="botox", entered=4),
    ]
    found = contact_about(contacts, treatment, None if last_ago is None else TODAY - timedelta(last_ago))
    assert (None if found is None else found.note) == expected


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, []),
        ({"outcome": None}, [("outcome", "required")]),
        ({"on": None}, [("on", "required")]),
        ({"on": TODAY + timedelta(1)}, [("on", "in_future")]),
        ({"until": None}, [("until", "required")]),
        ({"until": Unreadable("x", "not_a_date")}, [("until", "not_a_date")]),
        ({"until": TODAY}, [("until", "before_contact")]),
        ({"outcome": BOOKED, "until": TODAY}, []),
        ({"outcome": BOOKED, "until": TODAY - timedelta(1)}, [("until", "before_contact")]),
        ({"outcome": DECLINED, "until": None}, []),
        ({"provider": "x" * 501}, [("provider", "too_long")]),
        ({"note": "\0"}, [("note", "bad_text")]),
    ],
)
def test_a_draft_says_field_by_field_what_is_wrong(changes: dict[str, Any], codes: list[tuple[str, str]]) -> None:
    typed: dict[str, Any] = {"outcome": LEFT, "on": TODAY, "until": TODAY + timedelta(7)} | changes
    assert [(one.field, one.code) for one in ContactDraft(**typed).problems(TODAY)] == codes


def test_a_draft_and_its_contact_hold_the_same() -> None:
    kept = contact(BOOKED, note=" kept as typed ", provider="Dr A. Osei", entered=5)
    draft = ContactDraft.of(kept)
    assert draft.record(kept.id, kept.person_id, kept.treatment, 5) == kept
    draft.outcome, draft.provider = DECLINED, "  "
    declined = draft.record(kept.id, kept.person_id, None, 5)
    assert (declined.until, declined.provider) == (None, None)


def test_a_draft_without_an_outcome_is_no_contact() -> None:
    with pytest.raises(ValueError, match="outcome"):
        ContactDraft(on=TODAY).record(UUID(int=1), UUID(int=2), None, 0)

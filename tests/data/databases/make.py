"""Makes the kept database of the version that this program writes: run once for each released version, then keep it.

PYTHONPATH=tests python tests/data/databases/make.py
"""

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import invented
from support import TODAY, FixedClock

from tracker.core.adverse_events import Side
from tracker.core.catalog import load_catalog
from tracker.core.contacts import ContactOutcome
from tracker.core.drafts import PersonDraft, draft_of
from tracker.core.drafts.adverse_event import AdverseEventDraft
from tracker.core.drafts.contact import ContactDraft
from tracker.core.records import Kind, Microdermabrasion, Rater
from tracker.paths import resource_folder
from tracker.services.record import Record, create_record
from tracker.store.version import HEAD


def main() -> None:
    """Write ``version-<head>.db`` beside this file."""
    path = Path(__file__).with_name(f"version-{HEAD}.db")
    record = create_record(path, load_catalog(resource_folder() / "catalog"), FixedClock())
    zoe = record.people.add(invented.person())
    bo = record.people.add(PersonDraft(name="Bo", is_archived=True))
    record.entries.add(bo.id, invented.other_event(date(2026, 1, 3)))
    record.entries.add(bo.id, invented.note(date(2026, 1, 20)))
    main_treatment = record.entries.add(zoe.id, invented.botox(date(2025, 11, 9)))
    record.entries.add(zoe.id, invented.touch_up(date(2025, 11, 24), points=[], units=None, expires="2027-05-31"))
    record.entries.add(zoe.id, invented.session(date(2026, 1, 8)))
    record.entries.add(zoe.id, invented.rating(date(2026, 2, 7)))
    removed = record.entries.add(zoe.id, invented.rating(date(2026, 2, 8), rater=Rater.PRACTITIONER))
    _keep_practice(record, zoe.id, main_treatment.id)
    record.entries.remove([removed.id])
    draft = draft_of(main_treatment)
    draft.note = "edited, and the edit taken back"
    record.entries.change(main_treatment.id, draft)
    record.undo.undo()
    record.close()
    path.with_name(f"{path.name}-journal").unlink()


def _keep_practice(record: Record, person_id: UUID, treatment_id: UUID) -> None:
    """Write rows of everything that a practice keeps beside entries."""
    record.practitioners.add("Dr C. Example")
    record.made_by = "Dr C. Example"
    record.templates.add("wn", "went well")
    booked = ContactDraft(on=TODAY, outcome=ContactOutcome.BOOKED, until=TODAY + timedelta(3))
    record.contacts.log([(person_id, Kind.BOTOX)], booked)
    bruise = AdverseEventDraft(term="bruise", onset_on=date(2025, 11, 10), grade=1, side=Side.LEFT)
    record.adverse_events.add(treatment_id, bruise)
    session = record.entries.latest(person_id, Kind.MICRODERMABRASION)
    assert isinstance(session, Microdermabrasion)
    record.entries.sign([session.id])
    draft = draft_of(session)
    draft.private_note = "amended"
    record.entries.amend(session.id, draft, "forgotten at first")
    record.reminders.look()


if __name__ == "__main__":
    main()

"""Makes the kept database of the version that this program writes: run once for each released version, then keep it.

PYTHONPATH=tests python tests/data/databases/make.py
"""

from datetime import date
from pathlib import Path

import invented
from support import FixedClock

from tracker.core.catalog import load_catalog
from tracker.core.drafts import PersonDraft, draft_of
from tracker.core.records import Rater
from tracker.paths import resource_folder
from tracker.services.record import create_record
from tracker.store.version import HEAD


def main() -> None:
    """Write ``version-<head>.db`` beside this file."""
    path = Path(__file__).with_name(f"version-{HEAD}.db")
    record = create_record(path, load_catalog(resource_folder() / "catalog"), FixedClock())
    zoe = record.people.add(invented.person())
    record.people.add(PersonDraft(name="Bo", is_archived=True))
    main_treatment = record.entries.add(zoe.id, invented.botox(date(2025, 11, 9)))
    record.entries.add(zoe.id, invented.touch_up(date(2025, 11, 24), points=[], units=None, expires="2027-05-31"))
    record.entries.add(zoe.id, invented.session(date(2026, 1, 8)))
    record.entries.add(zoe.id, invented.rating(date(2026, 2, 7)))
    removed = record.entries.add(zoe.id, invented.rating(date(2026, 2, 8), rater=Rater.PRACTITIONER))
    record.entries.remove([removed.id])
    draft = draft_of(main_treatment)
    draft.note = "edited, and the edit taken back"
    record.entries.change(main_treatment.id, draft)
    record.undo.undo()
    record.close()
    path.with_name(f"{path.name}-journal").unlink()


if __name__ == "__main__":
    main()

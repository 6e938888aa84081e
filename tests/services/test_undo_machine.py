"""Random histories: after every step the whole file is what a model says, and undo restores it to the byte of a row."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import invented
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, precondition, rule
from safety_machine import SafeHistories
from support import TODAY

from tracker.core.contacts import ContactOutcome
from tracker.core.drafts import AdverseEventDraft, BotoxDraft, ContactDraft, EntryDraft
from tracker.core.errors import InvalidDraftError, NobodyWorksHereError, PractitionerInUseError, SignedEntryError
from tracker.core.merging import merged
from tracker.core.passphrase import Passphrase
from tracker.core.records import TREATMENTS, Kind
from tracker.store.planning import interval_id

NAMES = st.sampled_from(("Dr A", "Dr Ä", "看護師", "B"))
TEXTS = st.sampled_from(("no downtime seen", "ذ\n2", " x "))


class PracticeHistories(SafeHistories):
    """What a practice does beside: who works here, templates, contacts, signing, amending, merging and moving."""

    workers: Bundle[UUID] = Bundle("workers")
    templates: Bundle[UUID] = Bundle("templates")
    called: Bundle[UUID] = Bundle("called")

    @rule(name=st.none() | NAMES)
    def work_as(self, name: str | None) -> None:
        self.record.made_by = name

    @rule(target=workers, name=NAMES)
    def add_practitioner(self, name: str) -> UUID | None:
        known = {one.name: one.id for one in self.model.practitioners.values()}
        if name in known:
            return known[name]
        self.remember()
        one = self.record.practitioners.add(name)
        self.model.practitioners[one.id] = one
        return one.id

    @rule(worker=workers, name=NAMES, has_left=st.booleans())
    def change_practitioner(self, worker: UUID, name: str, has_left: bool) -> None:
        former = self.model.practitioners.get(worker)
        if former is None:
            return
        is_free = all(one.name != name for one in self.model.practitioners.values())
        if is_free:
            self.remember()
            self.model.practitioners[worker] = self.record.practitioners.rename(worker, name)
        elif former.has_left != has_left:
            self.remember()
            self.model.practitioners[worker] = self.record.practitioners.set_left(worker, has_left)

    @rule(worker=workers)
    def remove_practitioner(self, worker: UUID) -> None:
        if worker not in self.model.practitioners:
            return
        memory = self.memory()
        try:
            self.record.practitioners.remove(worker)
        except PractitionerInUseError:
            return
        self.remember(memory)
        del self.model.practitioners[worker]

    @rule(target=templates, short=st.sampled_from(("nd", "ندب", "nd2")), text=TEXTS)
    def put_template(self, short: str, text: str) -> UUID:
        known = {one.abbreviation: one for one in self.model.templates.values()}
        memory = self.memory()
        if short in known:
            one = self.record.templates.change(known[short].id, short, text)
        else:
            one = self.record.templates.add(short, text)
        if known.get(short) != one:
            self.remember(memory)
            self.model.templates[one.id] = one
        return one.id

    @rule(template=templates)
    def remove_template(self, template: UUID) -> None:
        if template in self.model.templates:
            self.remember()
            self.record.templates.remove(template)
            del self.model.templates[template]

    @rule(
        target=called,
        people=st.lists(SafeHistories.persons, min_size=1, max_size=3),
        treatment=st.none() | st.sampled_from(TREATMENTS),
        outcome=st.sampled_from(ContactOutcome),
    )
    def log_contact(self, people: list[UUID], treatment: Kind | None, outcome: ContactOutcome) -> UUID | None:
        about = [(person_id, treatment) for person_id in people if person_id in self.model.people]
        if not about:
            return None
        self.remember()
        draft = ContactDraft(outcome=outcome, on=TODAY, until=TODAY + timedelta(9), provider="Dr A", note="rang")
        contacts = self.record.contacts.log(about, draft)
        self.model.contacts.update((contact.id, contact) for contact in contacts)
        return contacts[-1].id

    @rule(contact_id=called, note=TEXTS)
    def change_contact(self, contact_id: UUID | None, note: str) -> None:
        contact = None if contact_id is None else self.model.contacts.get(contact_id)
        if contact is None:
            return
        memory = self.memory()
        draft = replace(ContactDraft.of(contact), note=note)
        after = self.record.contacts.change(contact.id, draft)
        if after != contact:
            self.remember(memory)
            self.model.contacts[contact.id] = after

    @rule(contact_id=called)
    def remove_contact(self, contact_id: UUID | None) -> None:
        if contact_id in self.model.contacts:
            self.remember()
            self.record.contacts.remove([contact_id])
            del self.model.contacts[contact_id]

    @precondition(lambda self: self.model.happened)
    @rule(place=st.integers(0, 9), grade=st.integers(1, 4), note=TEXTS)
    def say_what_happened_otherwise(self, place: int, grade: int, note: str) -> None:
        events = list(self.model.happened.values())
        event = events[place % len(events)]
        treated = self.model.entries[event.entry_id].on
        memory = self.memory()
        draft = replace(AdverseEventDraft.of(event), grade=grade, note=note, onset_on=max(event.onset_on, treated))
        after = self.record.adverse_events.change(event.id, draft)
        if after != event:
            self.remember(memory)
            self.model.happened[event.id] = after

    @rule(ids=st.lists(SafeHistories.logged, min_size=1, max_size=2))
    def sign(self, ids: list[UUID]) -> None:
        known = [entry_id for entry_id in ids if entry_id in self.model.entries]
        if not known:
            return
        if self.record.made_by is None:
            with pytest.raises(NobodyWorksHereError):
                self.record.entries.sign(known)
            return
        memory = self.memory()
        self.record.entries.sign(known)
        after = {entry_id: self.record.entries.get(entry_id) for entry_id in known}
        assert all(entry.signed_at is not None for entry in after.values())
        if any(self.model.entries[entry_id] != entry for entry_id, entry in after.items()):
            self.remember(memory)
            self.model.entries.update(after)

    @precondition(lambda self: any(entry.signed_at for entry in self.model.entries.values()))
    @rule(place=st.integers(0, 9), drafts=st.tuples(*invented.OF_KINDS))
    def amend(self, place: int, drafts: tuple[EntryDraft, ...]) -> None:
        self.record.made_by = "Dr A"
        signed = [entry for entry in self.model.entries.values() if entry.signed_at is not None]
        before = signed[place % len(signed)]
        (draft,) = [draft for draft in drafts if draft.kind is before.kind]
        is_touch_up = isinstance(draft, BotoxDraft) and draft.is_touch_up
        if self.is_after_onset(before.id, draft):
            with pytest.raises(InvalidDraftError, match="after_onset"):
                self.record.entries.amend(before.id, draft, "was wrong")
            return
        if is_touch_up and self.has_signed_touch_up(before.id):
            with pytest.raises(SignedEntryError):
                self.record.entries.amend(before.id, draft, "was wrong")
            return
        memory = self.memory()
        after = self.record.entries.amend(before.id, draft, "was wrong")
        if after == before:
            return
        self.remember(memory)
        self.model.entries[before.id] = after
        if is_touch_up:
            self.release_touch_ups({before.id})
        amended = self.record.entries.amendments_of(before.id)[-1]
        assert (amended.before, amended.after) == (before, after)
        assert (after.signed_at, after.signed_by) == (before.signed_at, before.signed_by)
        self.model.amendments[amended.amendment.id] = amended.amendment

    @rule(entry_id=SafeHistories.logged, person_id=SafeHistories.persons)
    def move(self, entry_id: UUID, person_id: UUID) -> None:
        before = self.model.entries.get(entry_id)
        if before is None or person_id not in self.model.people or before.person_id == person_id:
            return
        if self.is_refused([entry_id], releases=True):
            with pytest.raises(SignedEntryError):
                self.record.moving.move(entry_id, person_id, invented.REASON)
            return
        self.remember()
        self.mingled |= {before.person_id, person_id}
        self.model.entries[entry_id] = self.record.moving.move(entry_id, person_id, invented.REASON)
        self.release_touch_ups({entry_id})
        for event in [event for event in self.model.happened.values() if event.entry_id == entry_id]:
            self.model.happened[event.id] = replace(event, person_id=person_id)
        for one in [one for one in self.model.amendments.values() if one.entry_id == entry_id]:
            self.model.amendments[one.id] = replace(one, person_id=person_id)

    @rule(kept=SafeHistories.persons, other=SafeHistories.persons)
    def merge(self, kept: UUID, other: UUID) -> None:
        if kept == other or not {kept, other} <= self.model.people.keys():
            return
        self.remember()
        self.mingled |= {kept, other}
        self.record.merging.merge(kept, other)
        model = self.model
        model.people[kept] = merged(model.people[kept], model.people.pop(other))
        for belongings in (model.entries, model.plans, model.happened, model.contacts, model.amendments):
            for key, one in belongings.items():
                if one.person_id == other:
                    belongings[key] = replace(one, person_id=kept)
        for own in [own for own in model.intervals.values() if own.person_id == other]:
            del model.intervals[own.id]
            anew = interval_id(kept, own.rule, own.product)
            model.intervals.setdefault(anew, replace(own, id=anew, person_id=kept))

    def has_signed_touch_up(self, entry_id: UUID) -> bool:
        others = [one for one in self.model.entries.values() if getattr(one, "touch_up_of", None) == entry_id]
        return any(one.signed_at is not None for one in others)


class EncryptedHistories(PracticeHistories):
    """The same in an encrypted record."""

    secret = Passphrase("invented and secret")


TestHistories = PracticeHistories.TestCase
TestHistories.settings = settings(
    max_examples=12, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
TestEncryptedHistories = EncryptedHistories.TestCase
TestEncryptedHistories.settings = settings(TestHistories.settings, max_examples=3)

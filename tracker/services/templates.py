"""Text templates: texts that take the place of their abbreviations in notes."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID, uuid4

from tracker.core.changes import ChangeLabel
from tracker.core.drafts.problems import Problems
from tracker.core.errors import InvalidDraftError, NotFoundError
from tracker.core.practice import TextTemplate
from tracker.services.announcing import Announce
from tracker.store import edits, practice
from tracker.store.store import Store

SUBJECT = "template"


class Templates:
    """The text templates of one record."""

    def __init__(self, store: Store, announce: Announce) -> None:
        self._store = store
        self._announce = announce

    def all(self) -> tuple[TextTemplate, ...]:
        """Return all templates by their abbreviations."""
        with self._store.read() as connection:
            return tuple(practice.templates(connection))

    def add(self, abbreviation: str, text: str) -> TextTemplate:
        """Add a template. Raise `InvalidDraftError` or `NotSavedError`; nothing was saved then."""
        with self._store.write(ChangeLabel("add", SUBJECT)) as write:
            _check(abbreviation, text, practice.templates(write.connection))
            added = TextTemplate(id=uuid4(), abbreviation=abbreviation.strip(), text=text)
            edits.add(write.recorder, [added])
        self._announce(write.change_set)
        return added

    def change(self, template_id: UUID, abbreviation: str, text: str) -> TextTemplate:
        """Change a template; notes keep what it once became.

        Raise `NotFoundError`, `InvalidDraftError` or `NotSavedError`; nothing was saved then.
        """
        with self._store.write(ChangeLabel("edit", SUBJECT)) as write:
            former = _required(practice.template(write.connection, template_id), template_id)
            _check(abbreviation, text, (one for one in practice.templates(write.connection) if one.id != template_id))
            after = replace(former, abbreviation=abbreviation.strip(), text=text)
            edits.replace(write.recorder, former, after)
        self._announce(write.change_set)
        return after

    def remove(self, template_id: UUID) -> None:
        """Remove a template. Raise `NotFoundError` or `NotSavedError`; nothing was removed then."""
        with self._store.write(ChangeLabel("delete", SUBJECT)) as write:
            edits.remove(write.recorder, [_required(practice.template(write.connection, template_id), template_id)])
        self._announce(write.change_set)


def _check(abbreviation: str, text: str, others: Iterable[TextTemplate]) -> None:
    found, short = Problems(), abbreviation.strip()
    if not short:
        found.add("abbreviation", "required")
    if short.split() not in ([], [short]):
        found.add("abbreviation", "has_blank")
    found.line("abbreviation", short)
    if any(one.abbreviation == short for one in others):
        found.add("abbreviation", "taken", short)
    if not text.strip():
        found.add("text", "required")
    found.text("text", text)
    if found.all():
        raise InvalidDraftError(found.all())


def _required(found: TextTemplate | None, template_id: UUID) -> TextTemplate:
    if found is None:
        raise NotFoundError(SUBJECT, str(template_id))
    return found

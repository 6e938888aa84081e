"""Text templates: add, change, remove; what an abbreviation may be."""

import pytest

from tracker.core.errors import InvalidDraftError, NotFoundError
from tracker.services.record import Record


def test_templates_are_listed_by_abbreviation_and_each_change_is_undone(record: Record) -> None:
    record.templates.add(";b", "No bruising.\nSeen after 10 minutes.")
    after = record.templates.add(";a", "Aftercare sheet given.")
    record.templates.change(after.id, ";z", "Sheet given.")
    assert [(one.abbreviation, one.text) for one in record.templates.all()] == [
        (";b", "No bruising.\nSeen after 10 minutes."),
        (";z", "Sheet given."),
    ]
    record.templates.remove(after.id)
    assert [one.abbreviation for one in record.templates.all()] == [";b"]
    record.undo.undo()
    record.undo.undo()
    assert [one.abbreviation for one in record.templates.all()] == [";a", ";b"]


@pytest.mark.parametrize(
    ("abbreviation", "text", "problems"),
    [
        ("", "text", [("abbreviation", "required")]),
        ("two words", "text", [("abbreviation", "has_blank")]),
        (";a", "text", [("abbreviation", "taken")]),
        (";b", " \n", [("text", "required")]),
        ("x" * 501, "a\0", [("abbreviation", "too_long"), ("text", "bad_text")]),
    ],
)
def test_what_cannot_be_a_template_is_refused(
    record: Record, abbreviation: str, text: str, problems: list[tuple[str, str]]
) -> None:
    former = record.templates.add(";a", "there")
    with pytest.raises(InvalidDraftError) as refused:
        record.templates.add(abbreviation, text)
    assert [(found.field, found.code) for found in refused.value.problems] == problems
    record.templates.change(former.id, ";a", "may keep its own abbreviation")


def test_a_template_that_is_gone_is_not_changed(record: Record) -> None:
    gone = record.templates.add(";a", "there")
    record.templates.remove(gone.id)
    with pytest.raises(NotFoundError):
        record.templates.change(gone.id, ";a", "x")

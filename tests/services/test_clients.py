"""The list of clients: what is found by what, in which order, and page by page."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import invented
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import TODAY, FixedClock

from tracker.core.catalog import Catalog
from tracker.core.changes import ChangeLabel
from tracker.core.client_query import MOST_FOUND, ClientFilter, ClientQuery
from tracker.core.drafts import LONGEST_LINE, PersonDraft
from tracker.core.intervals import Days
from tracker.core.likeness import Alike, Likeness
from tracker.core.records import Person
from tracker.services.record import Record, create_record
from tracker.store import edits

NAMES = (
    "Zoë Møller",
    "O'Brien-Smith, Nóra",
    "🌿",
    "❤️ Ida 👩‍⚕️",
    "山田 太郎",
    "علی‌رضا \u200fموسوی\u200e",
    "สมชาย ใจดี",
    "E\u0301lodie Ze\u0308h",
    "100 % *",
    "_",
    '"Quoted" AND OR NOT NEAR(',
    "<b>Bold</b> & Co",
    "x",
    "Ｆｕｌｌ ½ Ⅷ",
    "ﷺ" * 40,
    "Long " + "n" * (LONGEST_LINE - 5),
    "\U0001e922\U0001e923 \U00030000",
)


def draft(**changes: Any) -> PersonDraft:
    return PersonDraft(**{"name": "Somebody", **changes})


def names(record: Record, text: str, **more: Any) -> list[str]:
    query = ClientQuery(text=text, **more)
    found = record.clients.page(query, 0, MOST_FOUND)
    assert len(found) == record.clients.count(query)
    return [person.name for person in found]


def add_all(record: Record, people: list[Person]) -> None:
    with record._store.write(ChangeLabel("import", "entries", count=len(people))) as write:
        edits.add(write.recorder, people)


@pytest.mark.parametrize("name", NAMES)
def test_a_person_is_found_by_every_word_of_their_name(record: Record, name: str) -> None:
    record.people.add(draft(name="Bystander"))
    record.people.add(draft(name=name))
    for word in (name, name.upper(), *name.split()):
        assert name in names(record, word), word


@pytest.mark.parametrize(
    "text",
    [
        "zoe",
        "ZOË",
        "mo",
        "moller zo",
        "möller, zoë",
        "K-0042",
        "k0042",
        "0042",
        "42",
        "+49 170 1234567",
        "0049 170 1234567",
        "00491701234567",
        "0170/1234567",
        "1701234",
        "17 0123",
        "1984-03-12",
        "12.03.1984",
        "12/3/1984",
        "3/12/1984",
        "1984",
        "zoe@",
        "mail.example",
        "zoe.m@mail.example.org",
    ],
)
def test_a_person_is_found_by_whatever_is_known_of_them(record: Record, text: str) -> None:
    record.people.add(draft(name="Bo", phone="+49 171 7654321", birth_date=date(1990, 5, 7), email="bo@other.example"))
    zoe = draft(
        name="Zoë Møller",
        client_number="K-0042",
        phone="+49 170 1234567",
        birth_date=date(1984, 3, 12),
        email="zoe.m@mail.example.org",
    )
    record.people.add(zoe)
    assert names(record, text) == ["Zoë Møller"]


@pytest.mark.parametrize(
    "text", ["\0", '"', "a\0b", "'\"*(", "NEAR(a", "-a", "\ud800", "a\ud800", "{words}:a", "%_", "^a"]
)
def test_a_search_never_raises_and_reads_no_signs_as_a_query(record: Record, text: str) -> None:
    record.people.add(draft(name="Bo"))
    assert names(record, text) == []


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory, catalog: Catalog) -> Iterator[Record]:
    """Return a record of the people above, to be read only."""
    folder: Path = tmp_path_factory.mktemp("practice")
    opened = create_record(folder / "record.db", catalog, FixedClock())
    for name in NAMES:
        opened.people.add(draft(name=name, tags=("VIP",)))
    yield opened
    opened.close()


_ANY = st.text(st.characters(exclude_categories=()), max_size=60)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=_ANY, tags=st.lists(_ANY, max_size=2).map(tuple), only=st.sampled_from(ClientFilter))
def test_no_search_text_raises(practice: Record, text: str, tags: tuple[str, ...], only: ClientFilter) -> None:
    query = ClientQuery(text=text, tags=tags, only=only)
    assert len(practice.clients.page(query, 0, MOST_FOUND)) == practice.clients.count(query)


@pytest.mark.parametrize("sign", ["a", "0", "(", '"', "\0", " a", " 1", "ﷺ", "\ud800"])
def test_a_text_of_100_000_signs_is_searched_for(practice: Record, sign: str) -> None:
    practice.clients.page(ClientQuery(text=sign * 100_000), 0, 1)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(name=st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), min_size=1, max_size=40))
def test_any_name_is_found_by_its_words(practice: Record, name: str) -> None:
    person = Person(id=uuid4(), name=name)
    add_all(practice, [person])
    for word in (name, *name.split()):
        assert practice.clients.place_of(ClientQuery(text=word), person.id) is not None, word
    practice.undo.undo()


def test_client_number_comes_first_then_sort_name_then_whole_words_then_the_rest(record: Record) -> None:
    for name, number in (
        ("Bo Anna", ""),
        ("Anna Tal", ""),
        ("Cleo Annabel", ""),
        ("Annalena", ""),
        ("Zoë", "ANNA"),
        ("Bo Berg", ""),
        ("Ada Anna", ""),
    ):
        record.people.add(draft(name=name, client_number=number))
    assert names(record, "anna") == ["Zoë", "Anna Tal", "Annalena", "Ada Anna", "Bo Anna", "Cleo Annabel"]


def test_a_search_gives_so_many_at_most_and_those_whose_name_begins_with_it(record: Record) -> None:
    add_all(record, [Person(id=uuid4(), name=f"Bo Ida{number}") for number in range(300)])
    add_all(record, [Person(id=uuid4(), name=f"Ida {number}") for number in range(150)])
    found = names(record, "ida")
    assert len(found) == MOST_FOUND
    assert {name.split()[0] for name in found[:150]} == {"Ida"}
    assert {name.split()[0] for name in found[150:]} == {"Bo"}


def test_the_list_goes_by_sort_name_page_by_page(record: Record) -> None:
    people = [Person(id=uuid4(), name=name) for name in ("Émile", "emil", "Zoë", "anna", "Anna", "Øyvind")]
    add_all(record, people)
    query = ClientQuery()
    pages = [record.clients.page(query, first, 4) for first in (0, 4, 8)]
    assert [len(page) for page in pages] == [4, 2, 0]
    listed = [person for page in pages for person in page]
    assert [person.name.casefold() for person in listed] == ["anna", "anna", "emil", "émile", "øyvind", "zoë"]
    assert [record.clients.place_of(query, person.id) for person in listed] == list(range(6))
    assert record.clients.count(query) == 6


def test_the_archived_are_in_a_list_of_their_own(record: Record) -> None:
    anna = record.people.add(draft(name="Anna", tags=("VIP",)))
    bo = record.people.add(draft(name="Bo Anna", is_archived=True, tags=("VIP",)))
    for query in (ClientQuery(), ClientQuery(text="anna"), ClientQuery(tags=("VIP",))):
        assert [person.id for person in record.clients.page(query, 0, 9)] == [anna.id]
        archived = replace(query, only=ClientFilter.ARCHIVED)
        assert [person.id for person in record.clients.page(archived, 0, 9)] == [bo.id]
        assert (record.clients.place_of(query, bo.id), record.clients.place_of(archived, bo.id)) == (None, 0)
        assert (record.clients.count(query), record.clients.count(archived)) == (1, 1)


def test_tags_narrow_the_list_and_the_search(record: Record) -> None:
    record.people.add(draft(name="Zoë", tags=("VIP", "nicht vor Mai")))
    record.people.add(draft(name="Anna", tags=("vip",)))
    record.people.add(draft(name="Vip Bo"))
    assert names(record, "", tags=("Vip",)) == ["Anna", "Zoë"]
    assert names(record, "", tags=("vip", "nicht vor mai")) == ["Zoë"]
    assert names(record, "z", tags=("vip",)) == ["Zoë"]
    assert names(record, "", tags=("nicht",)) == []
    assert names(record, "nicht") == []
    query = ClientQuery(tags=("vip",))
    assert [record.clients.place_of(query, person.id) for person in record.clients.page(query, 0, 9)] == [0, 1]


def test_all_tags_in_use_are_told_once(record: Record) -> None:
    assert record.clients.tags() == ()
    first = record.people.add(draft(name="Zoë", tags=("Zürich", "'; DROP", "🌿")))
    record.people.add(draft(name="Bo", tags=("ähnlich", "🌿"), is_archived=True))
    assert record.clients.tags() == ("'; DROP", "ähnlich", "Zürich", "🌿")
    record.people.change(first.id, draft(name="Zoë"))
    assert record.clients.tags() == ("ähnlich", "🌿")


def test_clients_in_question_keep_their_order(record: Record) -> None:
    ids = [
        record.people.add(draft(name=name, tags=tags)).id for name, tags in (("Bo", ()), ("Ada", ("x",)), ("Boa", ()))
    ]
    gone = record.people.add(draft(name="Bob"))
    record.undo.undo()
    query = ClientQuery(only=ClientFilter.DUE, among=(ids[2], ids[1], gone.id, ids[0]))
    assert [person.name for person in record.clients.page(query, 0, 9)] == ["Boa", "Ada", "Bo"]
    assert (record.clients.count(query), record.clients.place_of(query, ids[0])) == (3, 2)
    assert names(record, "bo", among=query.among) == ["Boa", "Bo"]
    assert names(record, "", among=query.among, tags=("x",)) == ["Ada"]
    assert record.clients.place_of(query, ids[1]) == 1
    assert record.clients.place_of(ClientQuery(among=()), ids[1]) is None
    record.people.change(ids[1], draft(name="Ada", is_archived=True))
    assert names(record, "", among=query.among) == ["Boa", "Bo"]


def test_who_was_changed_last_is_recent(record: Record) -> None:
    ids = [record.people.add(draft(name=f"Person {number}")).id for number in range(60)]
    record.entries.add(ids[3], invented.rating())
    record.people.change(ids[59], draft(name="Archived", is_archived=True))
    recent = record.clients.recent()
    assert recent == (ids[3], *reversed(ids[10:59]))
    query = ClientQuery(only=ClientFilter.RECENT)
    assert tuple(person.id for person in record.clients.page(query, 0, 60)) == recent
    assert names(record, "person 3", only=ClientFilter.RECENT)[0] == "Person 3"


def test_whoever_looks_like_a_new_client_is_found(record: Record) -> None:
    zoe = draft(name="Zoë Møller", birth_date=date(1984, 3, 12), phone="+49 170 1234567", email="z@mail.example")
    person = record.people.add(zoe)
    record.people.add(draft(name="Bo Berg", phone="12", birth_date=date(1984, 3, 12)))
    for typed, by in (
        (draft(name="moller  zoe"), (Likeness.NAME,)),
        (draft(name="Someone", sort_name="Møller, Zoë"), (Likeness.NAME,)),
        (draft(name="Zoé Miller", birth_date=date(1984, 3, 12)), (Likeness.BIRTH_DATE,)),
        (draft(name="Someone", phone="0170/1234567"), (Likeness.PHONE,)),
        (draft(name="Someone", email="Z@MAIL.example"), (Likeness.EMAIL,)),
        (zoe, tuple(Likeness)),
    ):
        assert record.clients.alike(typed) == (Alike(person, by),)
    assert record.clients.alike(draft(name="Zoë", phone="12", birth_date=date(1990, 1, 1))) == ()
    archived = record.people.change(person.id, replace(zoe, is_archived=True))
    assert record.clients.alike(draft(name="Zoë Møller")) == (Alike(archived, (Likeness.NAME,)),)


def test_a_list_asked_for_again_knows_what_was_changed(record: Record) -> None:
    query = ClientQuery(text="bo")
    assert record.clients.count(query) == 0
    record.people.add(draft(name="Bo"))
    assert record.clients.count(query) == 1
    record.undo.undo()
    assert record.clients.count(query) == 0


def test_judgements_of_some_are_those_of_the_due_list(record: Record) -> None:
    ids = [record.people.add(draft(name=name)).id for name in ("Ada", "Bo", "Cleo")]
    record.entries.add(ids[0], invented.botox())
    record.entries.add(ids[1], invented.session(TODAY - timedelta(9)))
    record.intervals.change("botox-botox", Days(60, 70, 300), person_id=ids[0], product="dysport")
    record.intervals.change("botox-botox", Days(60, 70, 300), person_id=ids[2], product="dysport")
    found = record.clients.judgements(ids[:2], TODAY)
    due = record.spacing.due()
    assert found == {one: tuple(row.judgement for row in due if row.person.id == one) for one in ids[:2]}
    assert record.clients.judgements([], TODAY) == {}
    assert set(record.clients.judgements([UUID(int=1)], TODAY)) == {UUID(int=1)}

"""Every problem of a history file is found with its line and column; what is fine becomes drafts."""

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import TODAY

from tracker.core.catalog import Catalog
from tracker.core.drafts import BotoxDraft, MicrodermabrasionDraft, OtherEventDraft, RatingDraft
from tracker.core.history_file import COLUMNS, ParsedFile, parse_history
from tracker.core.history_file.columns import LONGEST_CELL, MOST_COLUMNS
from tracker.core.records import Rater, Setting

CELLS = ("", "Ada", "2026-01-05", "rating", "botox", "xeomin", "7", "procerus:4")
FIRST = "Ada,2026-01-05,rating,7"


def parsed(text: str, catalog: Catalog, **options: bool) -> ParsedFile:
    return parse_history(text.encode(), TODAY, catalog, **options)


def found(text: str, catalog: Catalog) -> list[tuple[int, str, str]]:
    return [(problem.line, problem.column, problem.code) for problem in parsed(text, catalog).problems]


def one_row(catalog: Catalog, **cells: str) -> ParsedFile:
    given_cells = {"person": "Ada", "date": "2026-01-05", **cells}
    row = ",".join('"' + cell.replace('"', '""') + '"' for cell in given_cells.values())
    return parsed(",".join(given_cells) + "\n" + row + "\n", catalog)


def codes(catalog: Catalog, **cells: str) -> list[tuple[str, str]]:
    return [(problem.column, problem.code) for problem in one_row(catalog, **cells).problems]


def test_a_rating_is_read(catalog: Catalog) -> None:
    plan = one_row(catalog, event="rating", time="08:05", texture="7", tone="0", rater="practitioner", note=" a\r\nb ")
    (row,) = plan.rows
    assert row.line == 2
    assert row.person == "Ada"
    assert row.draft == RatingDraft(
        on=date(2026, 1, 5),
        at=time(8, 5),
        note=" a\r\nb ",
        rater=Rater.PRACTITIONER,
        scores={"texture": 7, "tone": 0},
        scale_id=catalog.scale.id,
    )


def test_a_session_is_read(catalog: Catalog) -> None:
    plan = one_row(
        catalog,
        event="microdermabrasion",
        setting="home",
        device="diamond",
        grit=" fine ",
        vacuum="12.50",
        vacuum_unit="inHg",
        passes="2",
        minutes="25",
        areas="full_face| neck",
        reaction="1",
        provider="Ms Ó",
        cost="85.00",
        currency="eur",
    )
    (row,) = plan.rows
    assert row.draft == MicrodermabrasionDraft(
        on=date(2026, 1, 5),
        setting=Setting.HOME,
        device="diamond",
        grit=" fine ",
        vacuum=Decimal("12.5"),
        vacuum_unit="inHg",
        passes=2,
        minutes=25,
        areas=("full_face", "neck"),
        reaction=1,
        provider="Ms Ó",
        cost=Decimal(85),
        currency="eur",
    )
    assert row.given["cost"] == "85"
    assert row.given["currency"] == "EUR"
    assert row.given["grit"] == "fine"


def test_a_botox_treatment_is_read(catalog: Catalog) -> None:
    plan = one_row(
        catalog,
        event="botox",
        product="dysport",
        units="10.5",
        points="procerus:4|corrugator-medial-r:4.5|12.5/300:2",
        lot="'=L1",
        expires="2027-05",
        dilution_ml="2.5",
        touch_up="yes",
    )
    (row,) = plan.rows
    assert isinstance(row.draft, BotoxDraft)
    assert [(point.site, point.x, point.y, point.units) for point in row.draft.points] == [
        ("procerus", None, None, Decimal(4)),
        ("corrugator-medial-r", None, None, Decimal("4.5")),
        (None, Decimal("12.5"), Decimal(300), Decimal(2)),
    ]
    assert row.draft.lot == "=L1"
    assert row.draft.is_touch_up


def test_an_other_event_is_read(catalog: Catalog) -> None:
    cells = {"event": "other_event", "other_event": "sun_exposure", "until": "2026-01-19", "note": "'=by the sea"}
    (row,) = one_row(catalog, **cells, provider="Ms Ó").rows
    assert row.draft == OtherEventDraft(
        on=date(2026, 1, 5), event="sun_exposure", until=date(2026, 1, 19), note="=by the sea", provider="Ms Ó"
    )
    assert row.given["until"] == "2026-01-19"


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({}, ("other_event", "required")),
        ({"other_event": "haircut"}, ("other_event", "unknown_word")),
        ({"other_event": "note"}, ("note", "required")),
        ({"other_event": "filler", "until": "2026-01-04"}, ("until", "ends_before_onset")),
        ({"other_event": "filler", "until": "2026-03-10"}, ("until", "in_future")),
        ({"other_event": "filler", "until": "soon"}, ("until", "not_a_date")),
        ({"other_event": "filler", "texture": "5"}, ("texture", "not_used")),
    ],
)
def test_a_bad_cell_of_an_other_event_is_named(
    catalog: Catalog, cells: dict[str, str], problem: tuple[str, str]
) -> None:
    assert codes(catalog, event="other_event", **cells) == [problem]


def test_only_person_date_and_event_are_always_required(catalog: Catalog) -> None:
    assert one_row(catalog, event="microdermabrasion").problems == ()
    assert codes(catalog, person="", date=" ", event="") == [
        ("person", "required"),
        ("date", "required"),
        ("event", "required"),
    ]


def test_a_rating_needs_a_score_and_botox_a_product(catalog: Catalog) -> None:
    assert codes(catalog, event="rating", texture="") == [("texture", "needs_score")]
    assert codes(catalog, event="botox", product="") == [("product", "required")]
    assert codes(catalog, event="botox") == [("product", "required")]


def test_a_vacuum_may_come_without_its_unit(catalog: Catalog) -> None:
    assert codes(catalog, event="microdermabrasion", vacuum="20") == []


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("date", "2026-02-30", "not_a_date"),
        ("date", "05.01.2026", "not_a_date"),
        ("date", "20260105", "not_a_date"),
        ("date", "2026-1-5", "not_a_date"),
        ("date", "２０２６-01-05", "not_a_date"),
        ("date", "2026-03-10", "in_future"),
        ("date", "1899-12-31", "before_1900"),
        ("birth_date", "2026-03-10", "in_future"),
        ("birth_date", "1990-13-01", "not_a_date"),
        ("time", "24:00", "not_a_time"),
        ("time", "12:60", "not_a_time"),
        ("time", "12:00:30", "not_a_time"),
        ("time", "noon", "not_a_time"),
        ("texture", "11", "out_of_range"),
        ("texture", "-1", "negative"),
        ("texture", "7.5", "not_whole"),
        ("texture", "seven", "not_a_number"),
        ("texture", "+7", "not_a_number"),
        ("texture", "1e1", "not_a_number"),
        ("texture", "nan", "not_a_number"),
        ("texture", "1_0", "not_a_number"),
        ("texture", "٣", "not_a_number"),
        ("texture", "9" * 5000, "too_big_number"),
        ("rater", "friend", "unknown_word"),
        ("id", "42", "not_an_id"),
        ("note", "a\0b", "bad_text"),
        ("note", "x" * 100_001, "too_long"),
        ("person", "x" * 501, "too_long"),
    ],
)
def test_a_bad_cell_of_a_rating_is_named(catalog: Catalog, column: str, cell: str, code: str) -> None:
    cells = {"event": "rating", "dullness": "5", column: cell}
    assert codes(catalog, **cells) == [(column, code)]


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("product", "filler", "unknown_word"),
        ("units", "-4", "negative"),
        ("units", "4,5", "not_a_number"),
        ("units", "4.55", "finer_than_tenth"),
        ("units", "inf", "not_a_number"),
        ("units", "0." + "1" * 40, "too_big_number"),
        ("points", "procerus", "not_a_point"),
        ("points", ":4", "not_a_point"),
        ("points", "a/b:4", "not_a_point"),
        ("points", "1/-2:4", "negative"),
        ("points", "procerus:four", "not_a_number"),
        ("points", "procerus:-4", "negative"),
        ("points", "nose-tip:4", "unknown_site"),
        ("points", "|".join(["1/2:1"] * 1001), "too_many_parts"),
        ("points", "procerus:4|procerus:4", "site_twice"),
        ("points", "procerus:4|", "not_a_point"),
        ("expires", "2027-13", "not_a_date"),
        ("expires", "05/2027", "not_a_date"),
        ("touch_up", "maybe", "unknown_word"),
        ("cost", "-1", "negative"),
        ("currency", "euros", "unknown_word"),
        ("lot", "x" * 501, "too_long"),
    ],
)
def test_a_bad_cell_of_botox_is_named(catalog: Catalog, column: str, cell: str, code: str) -> None:
    cells = {"event": "botox", "product": "xeomin", column: cell}
    assert codes(catalog, **cells) == [(column, code)]


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("setting", "spa", "unknown_word"),
        ("device", "laser", "unknown_word"),
        ("vacuum_unit", "psi", "unknown_word"),
        ("vacuum", "-3", "negative"),
        ("passes", "1.5", "not_whole"),
        ("minutes", "1441", "out_of_range"),
        ("areas", "full_face|knees", "unknown_word"),
        ("areas", "full_face||neck", "unknown_word"),
        ("reaction", "5", "out_of_range"),
    ],
)
def test_a_bad_cell_of_a_session_is_named(catalog: Catalog, column: str, cell: str, code: str) -> None:
    assert codes(catalog, event="microdermabrasion", **{column: cell}) == [(column, code)]


def test_units_must_agree_with_points(catalog: Catalog) -> None:
    cells = {"event": "botox", "product": "xeomin", "points": "procerus:4|mentalis-r:2.5"}
    assert codes(catalog, **cells, units="6.50") == []
    assert codes(catalog, **cells, units="6") == [("units", "total_differs")]


def test_whole_numbers_may_carry_an_empty_fraction(catalog: Catalog) -> None:
    (row,) = one_row(catalog, event="rating", texture="07.0").rows
    assert row.given["texture"] == "7"


def test_a_cell_of_another_event_is_named(catalog: Catalog) -> None:
    assert codes(catalog, event="botox", product="xeomin", texture="5") == [("texture", "not_used")]
    assert codes(catalog, event="rating", texture="5", cost="10") == [("cost", "not_used")]
    assert codes(catalog, event="rating", texture="5", touch_up="no") == []


def test_a_word_that_says_nothing_without_its_value_may_stand_in_any_row(catalog: Catalog) -> None:
    companions = {"currency": "EUR", "vacuum_unit": "kPa", "rater": "self"}
    assert codes(catalog, event="rating", texture="5", **companions) == []
    assert codes(catalog, event="botox", product="xeomin", **companions) == []
    assert codes(catalog, event="microdermabrasion", **companions) == []


def test_such_a_word_is_one_of_the_known_ones_in_any_row(catalog: Catalog) -> None:
    assert codes(catalog, event="botox", product="xeomin", rater="robot") == [("rater", "unknown_word")]
    assert codes(catalog, event="rating", texture="5", vacuum_unit="zz") == [("vacuum_unit", "unknown_word")]
    assert codes(catalog, event="rating", texture="5", currency="E1") == [("currency", "unknown_word")]


def test_an_unknown_event_does_not_hide_other_problems(catalog: Catalog) -> None:
    assert codes(catalog, event="peel", texture="11", product="filler", cost="-1") == [
        ("event", "unknown_word"),
        ("texture", "out_of_range"),
        ("product", "unknown_word"),
        ("cost", "negative"),
    ]


def test_every_problem_of_every_row_is_listed_in_line_order(catalog: Catalog) -> None:
    text = (
        "person,date,event,texture,note,mood\n"
        'Ada,2026-01-05,rating,7,"two\nlines",\n'
        "Ada,2026-13-05,rating,11,,\n"
        "\n"
        ",2027-01-05,rating,,,\n"
        "Ada,2026-01-05,rating\n"
        "Ada,2026-01-05,rating,7,,,extra\n"
    )
    assert found(text, catalog) == [
        (1, "mood", "unknown_column"),
        (4, "date", "not_a_date"),
        (4, "texture", "out_of_range"),
        (6, "person", "required"),
        (6, "date", "in_future"),
        (6, "texture", "needs_score"),
        (7, "texture", "too_few_cells"),
        (8, "mood", "too_many_cells"),
    ]


def test_a_short_row_is_not_asked_for_what_was_cut_off(catalog: Catalog) -> None:
    assert found("event,person,date,texture\nrating,Ada\n", catalog) == [(2, "date", "too_few_cells")]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(catalog: Catalog, ending: str) -> None:
    lines = ["person,date,event,texture,note", f'{FIRST},"a{ending}b{ending}c"', "", "Ada,2026-01-05,rating,99,"]
    assert found(ending.join(lines), catalog) == [(6, "texture", "out_of_range")]


def test_semicolons_are_told_by_the_header(catalog: Catalog) -> None:
    plan = parsed("person;date;event;texture;note\nAda;2026-01-05;rating;7;a, b\n", catalog)
    assert plan.problems == ()
    assert plan.rows[0].draft.note == "a, b"


def test_columns_come_in_any_order_with_blanks_around_their_names(catalog: Catalog) -> None:
    plan = parsed(" texture ,event,\tdate,person\n7,rating,2026-01-05,Ada\n", catalog)
    assert plan.problems == ()
    assert len(plan.rows) == 1


def test_a_byte_order_mark_is_accepted(catalog: Catalog) -> None:
    text = f"person,date,event,texture\n{FIRST}\n"
    assert len(parse_history(text.encode("utf-8-sig"), TODAY, catalog).rows) == 1


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", (1, "", "empty_file")),
        (b"\xef\xbb\xbf", (1, "", "empty_file")),
        (b"\n\n", (1, "", "empty_file")),
        ("person,date,event\n".encode("utf-16"), (1, "", "not_utf8")),
        (b"person,date,event,note\nAda,2026-01-05,rating,\xe9\n", (2, "", "not_utf8")),
        (b'person,date,event\nAda,"2026-01-05,rating\n', (2, "", "broken_csv")),
        (b'person,date,event\nAda,"2026"-01-05,rating\n', (2, "", "broken_csv")),
        (b"person,date,event,\n", (1, "", "nameless_column")),
        (b"person,date,event,date\n", (1, "date", "column_twice")),
        (b"person,event\n", (1, "date", "missing_column")),
        (b"person,date,event" + b",a" * MOST_COLUMNS + b"\n", (1, "", "too_many_columns")),
    ],
)
def test_a_file_of_the_wrong_shape_is_named(catalog: Catalog, data: bytes, problem: tuple[int, str, str]) -> None:
    problems = parse_history(data, TODAY, catalog).problems
    assert [(item.line, item.column, item.code) for item in problems] == [problem]


def test_a_header_alone_is_no_problem(catalog: Catalog) -> None:
    assert parsed(",".join(COLUMNS) + "\n", catalog) == ParsedFile((), (), COLUMNS)


def test_a_missing_column_is_named_once(catalog: Catalog) -> None:
    assert found("person,date\nAda,2026-01-05\nAda,2026-99-05\n", catalog) == [
        (1, "event", "missing_column"),
        (3, "date", "not_a_date"),
    ]


def test_a_row_of_a_file_without_dates_is_no_entry(catalog: Catalog) -> None:
    plan = parsed("person,event,texture\nAda,rating,7\n", catalog)
    assert plan.rows == ()
    assert [(problem.line, problem.column) for problem in plan.problems] == [(1, "date")]


def test_a_huge_file_is_refused_before_it_is_read(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.core.history_file.table.MOST_BYTES", 20)
    assert found("person,date,event,texture\n", catalog) == [(1, "", "file_too_large")]


def test_too_many_rows_are_refused(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.core.history_file.table.MOST_ROWS", 2)
    assert found("person,date,event,texture\n" + f"{FIRST}\n" * 3, catalog) == [(4, "", "too_many_rows")]


def test_a_quotation_mark_that_is_never_closed_ends_the_reading(catalog: Catalog) -> None:
    rows = f'Ada,2026-01-05,rating,"{FIRST}\n' + f"{FIRST}\n" * (LONGEST_CELL // len(FIRST))
    assert found("person,date,event,texture\n" + rows, catalog) == [(2, "", "endless_cell")]


def test_a_long_cell_is_named_by_its_column(catalog: Catalog) -> None:
    row = "Ada,2026-01-05,rating,7," + "x" * LONGEST_CELL
    assert found(f"person,date,event,texture,note\n{row}\n", catalog) == [(2, "note", "too_long")]


@pytest.mark.parametrize(("row", "most"), [("Ada,2026-13-05,rating", 4), ("Ada,2026-01-05", 4), ('"a"b,,', 4)])
def test_a_file_that_is_wrong_altogether_is_not_read_to_its_end(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch, row: str, most: int
) -> None:
    for module in ("table", "rows"):
        monkeypatch.setattr(f"tracker.core.history_file.{module}.MOST_PROBLEMS", most)
    problems = found("person,date,event,texture\n" + f"{row}\n" * 100, catalog)
    assert most < len(problems) < 2 * most
    assert [code for _, _, code in problems].index("too_many_problems") == len(problems) - 1


def test_wrinkles_of_a_file_where_high_is_worse_are_turned_round_and_kept(catalog: Catalog) -> None:
    plan = parsed("person,date,event,wrinkles\nAda,2026-01-05,rating,3\n", catalog, is_high_wrinkles_worse=True)
    draft = plan.rows[0].draft
    assert isinstance(draft, RatingDraft)
    assert draft.scores == {"wrinkles": 7}
    assert draft.wrinkles_original == 3
    assert plan.rows[0].given["wrinkles"] == "7"


def test_a_turned_score_off_the_scale_is_named_as_it_stands(catalog: Catalog) -> None:
    plan = parsed("person,date,event,wrinkles\nAda,2026-01-05,rating,11\n", catalog, is_high_wrinkles_worse=True)
    assert [problem.code for problem in plan.problems] == ["out_of_range"]


@given(st.binary(max_size=300) | st.text(alphabet='",;\n\r person=', max_size=200).map(str.encode))
def test_no_bytes_make_the_reader_fail(catalog: Catalog, data: bytes) -> None:
    parse_history(data, TODAY, catalog)
    parse_history(b"person,date,event,texture,points,note,cost\n" + data, TODAY, catalog)


@given(st.lists(st.sampled_from(COLUMNS), max_size=6), st.lists(st.sampled_from(CELLS), max_size=6))
def test_no_choice_of_columns_makes_the_reader_fail(catalog: Catalog, columns: list[str], cells: list[str]) -> None:
    parsed(",".join(columns) + "\n" + ",".join(cells) + "\n", catalog)

"""Lists for spreadsheets: their mark, their line ends, and nothing that would be run."""

from tracker.core.spreadsheet import copied, spreadsheet


def test_a_list_has_its_mark_its_line_ends_and_no_formula() -> None:
    data = spreadsheet(("name", "note"), [("=1+1", 'a "b", c'), ("Zoë", "")])
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig") == 'name,note\r\n\'=1+1,"a ""b"", c"\r\nZoë,\r\n'


def test_what_is_copied_is_run_by_no_spreadsheet_and_stays_in_its_cell() -> None:
    assert copied([["=1+1\n\tnext", "plain"], ["@x", ""]]) == "'=1+1 next\tplain\n'@x\t"

"""Lists for spreadsheets: their mark, their line ends, and nothing that would be run."""

from tracker.core.spreadsheet import spreadsheet


def test_a_list_has_its_mark_its_line_ends_and_no_formula() -> None:
    data = spreadsheet(("name", "note"), [("=1+1", 'a "b", c'), ("Zoë", "")])
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig") == 'name,note\r\n\'=1+1,"a ""b"", c"\r\nZoë,\r\n'

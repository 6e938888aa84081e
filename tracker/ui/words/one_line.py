"""Texts of people in one line beside other words: what turns the direction of writing in them ends with them."""

_EMBEDDINGS, _ISOLATES = "\u202a\u202b\u202d\u202e", "\u2066\u2067\u2068"
_END_OF_EMBEDDING, _END_OF_ISOLATE = "\u202c", "\u2069"
_ENDS = {**dict.fromkeys(_EMBEDDINGS, _END_OF_EMBEDDING), **dict.fromkeys(_ISOLATES, _END_OF_ISOLATE)}
"""What begins a run of another direction, and what ends it (Unicode Standard Annex 9)."""


def one_line(text: str) -> str:
    """Return a text on one line, whose last letter is the last that it turns round."""
    return closed(" ".join(text.split()))


def closed(line: str) -> str:
    """Return a line with an end for each run of another direction that it begins and leaves open."""
    if line.isascii():
        return line
    open_runs: list[str] = []
    for sign in line:
        if sign in _ENDS:
            open_runs.append(_ENDS[sign])
        elif sign == _END_OF_ISOLATE and sign in open_runs:
            while open_runs.pop() != sign:
                pass
        elif sign == _END_OF_EMBEDDING and open_runs[-1:] == [sign]:
            open_runs.pop()
    return line + "".join(reversed(open_runs))

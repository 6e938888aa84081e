"""Measure the program on a generated practice, beside its floors; print one Markdown table of ratios.

.venv/bin/python -m tests.benchmarks.practice --clients N [--folder FOLDER] [--pairs N]

The practice is kept in the folder (the system's temporary one unless named) and used again by the next run.
"""

import argparse
import gc
import os
import platform
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Any
from uuid import uuid4

from tests.benchmarks import data, spacing, start
from tests.benchmarks.generated import generated_practice
from tests.benchmarks.paired import HEADER, Figure, compare, timed
from tracker.core.client_query import ClientQuery
from tracker.core.drafts import MicrodermabrasionDraft
from tracker.core.records import Person, Setting
from tracker.services.record import Record
from tracker.store.engine import connect

ROWS = 60
KEYSTROKES = ("m", "mo", "mol", "moll", "z", "zo", "zoe", "zoe m", "an", "0042")
SAMPLED = 300
SESSION = MicrodermabrasionDraft(
    on=date.min, setting=Setting.CLINIC, device="diamond", passes=2, override_reason="whatever an earlier run has left"
)
LIST = "SELECT * FROM person WHERE is_archived = 0 ORDER BY sort_key, id LIMIT ?"
FOUND = (
    "SELECT person.* FROM person_search JOIN person ON person.search_number = person_search.rowid"
    " WHERE person_search MATCH ? LIMIT ?"
)


def figures(record: Record, clients: int) -> list[Figure]:
    """Return the figures of an open practice. The changes that the floor logs stay in it, and break their chain."""
    gc.freeze()
    plain = connect(record.path)
    people = _sampled(record, clients)
    found = [
        _first_list(record, plain),
        _keystroke(record, plain),
        data.open_person(record, people),
        _log(record, plain, people[0]),
        *spacing.due(record, clients),
    ]
    plain.close()
    return found


def _sampled(record: Record, clients: int) -> Sequence[Person]:
    places = Random(clients).sample(range(clients), min(SAMPLED, clients))
    return [record.clients.page(ClientQuery(), place, 1)[0] for place in places]


def _first_list(record: Record, plain: Any) -> Figure:
    return compare(
        f"first {ROWS} clients of the list",
        ("plain SELECT of the same rows", lambda: timed(lambda: plain.execute(LIST, (ROWS,)).fetchall())),
        lambda: timed(lambda: record.clients.page(ClientQuery(), 0, ROWS)),
        goal=3,
        pairs=200,
        warm_ups=10,
    )


def _keystroke(record: Record, plain: Any) -> Figure:
    floor_turn, turn = count(), count()

    def floor() -> object:
        words = KEYSTROKES[next(floor_turn) % len(KEYSTROKES)].split()
        match = " ".join(f'"{word}"*' for word in words)
        return plain.execute(FOUND, (match, ROWS)).fetchall()

    def program() -> object:
        text = KEYSTROKES[next(turn) % len(KEYSTROKES)]
        return record.clients.beginning(ClientQuery(text=text), ROWS)

    return compare(
        "one keystroke of the search",
        ("plain FTS5 query", lambda: timed(floor)),
        lambda: timed(program),
        goal=3,
        pairs=300,
        warm_ups=len(KEYSTROKES),
    )


def _log(record: Record, plain: Any, person: Person) -> Figure:
    days = (record.clock.today() - timedelta(days=40_000 - 20 * number) for number in count())

    def program() -> float:
        session = replace(SESSION, on=next(days))
        taken = timed(lambda: record.entries.add(person.id, session))
        record.undo.undo()
        return taken

    def floor() -> float:
        entry_id = str(uuid4())
        taken = timed(lambda: data.insert(plain, rows, entry_id))
        # Else the person's history, which the program reads before it saves, would grow from pair to pair.
        plain.execute("DELETE FROM microdermabrasion WHERE id = ?", (entry_id,))
        return taken

    record.entries.add(person.id, replace(SESSION, on=next(days)))
    rows = data.last_verb(plain)
    record.undo.undo()
    return compare(
        "log an entry with its change record",
        ("plain driver, same rows, same journal mode", floor),
        program,
        goal=3,
        pairs=data.SAVES,
        warm_ups=5,
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clients", type=int, default=1_000)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--pairs", type=int, default=11, help="how many starts are measured")
    options = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    record = generated_practice(options.folder, options.clients)
    megabytes = record.path.stat().st_size / 1_000_000
    print(f"{platform.python_version()} on {platform.system()}, {os.cpu_count()} cores, {options.clients:,} clients")
    print(f"file: {megabytes:,.0f} MB, {megabytes * 1_000 / options.clients:.1f} kB a client\n")
    print(HEADER)
    _print(lambda: figures(record, options.clients))
    record.close()
    if options.pairs:
        _print(lambda: start.figures(record.path, options.pairs))


def _print(measure: Callable[[], list[Figure]]) -> None:
    for figure in measure():
        print(figure.row(), flush=True)


if __name__ == "__main__":
    main()

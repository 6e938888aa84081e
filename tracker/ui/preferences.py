"""What a person has chosen for this program on this computer. Nothing of a record is kept here."""

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from PySide6.QtCore import QByteArray, QLocale, QObject, QSettings, Signal

if TYPE_CHECKING:
    from uuid import UUID

    from tracker.ui.theme import Mode

Paper = Literal["A4", "Letter"]
MODES: "tuple[Mode, ...]" = ("system", "light", "dark")
PAPERS: tuple[Paper, ...] = ("A4", "Letter")
PaperChoice = Literal["automatic", "A4", "Letter"]
PAPER_CHOICES: tuple[PaperChoice, ...] = ("automatic", "A4", "Letter")
LOCK_MINUTES, LONGEST_LOCK_MINUTES = 10, 60
MOST_RECENT = 8
_MOST_REMEMBERED = 50
_OWN_FOLDER, _FOLDER, _FILE = "Skinterval", 0o700, 0o600


class Preferences(QObject):
    """Typed settings; ``changed`` carries the name of the one that was set to another value."""

    changed = Signal(str)

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self._settings = settings
        path = Path(settings.fileName())
        self.are_damaged = _is_damaged(settings, path)
        """Whether something in the file could not be read, and stands as at the first start."""
        _make_private(path)

    @classmethod
    def of_this_user(cls) -> "Preferences":
        """Return the preferences of the user of this computer."""
        scope = QSettings.Scope.UserScope
        return cls(QSettings(QSettings.Format.IniFormat, scope, _OWN_FOLDER, "Skinterval"))

    @property
    def theme(self) -> "Mode":
        """Return how the program looks: as the system, light or dark."""
        return cast("Mode", self._word("theme", MODES, "system"))

    @theme.setter
    def theme(self, mode: "Mode") -> None:
        self._set("theme", mode)

    @property
    def paper(self) -> Paper:
        """Return the paper of reports; at first that of the system's country."""
        # Only a report asks for its paper; the first paint of the window does without.
        from tracker.ui.reports.options import paper_of_locale

        return cast(Paper, self._word("paper", PAPERS, paper_of_locale(QLocale.system())))

    @paper.setter
    def paper(self, paper: Paper) -> None:
        self._set("paper", paper)

    @property
    def paper_choice(self) -> PaperChoice:
        """Return the paper chosen; "automatic" follows the system's country."""
        return cast(PaperChoice, self._word("paper", PAPER_CHOICES, "automatic"))

    @paper_choice.setter
    def paper_choice(self, choice: PaperChoice) -> None:
        self._set("paper", choice)

    @property
    def first_day_of_week(self) -> int:
        """Return the day with which a week begins, 1 (Monday) to 7 (Sunday); at first the system's."""
        found = self._number("first_day_of_week", 0)
        return found if 1 <= found <= 7 else QLocale.system().firstDayOfWeek().value

    @first_day_of_week.setter
    def first_day_of_week(self, day: int) -> None:
        self._set("first_day_of_week", day)

    @property
    def currency(self) -> str:
        """Return the code of the currency offered for costs, such as EUR; at first the system's; may be empty."""
        symbol = QLocale.CurrencySymbolFormat.CurrencyIsoCode
        return str(self._settings.value("currency", QLocale.system().currencySymbol(symbol), type=str))

    @currency.setter
    def currency(self, code: str) -> None:
        self._set("currency", code)

    @property
    def show_last_score(self) -> bool:
        """Return whether the last score is shown while rating; off at first."""
        return self._flag("show_last_score")

    @show_last_score.setter
    def show_last_score(self, is_on: bool) -> None:
        self._set("show_last_score", is_on)

    @property
    def reduce_motion(self) -> bool:
        """Return whether nothing moves by itself on screen; off at first."""
        return self._flag("reduce_motion")

    @reduce_motion.setter
    def reduce_motion(self, is_on: bool) -> None:
        self._set("reduce_motion", is_on)

    @property
    def mirrors_face(self) -> bool:
        """Return whether the face map is shown as a mirror does; off at first."""
        return self._flag("mirrors_face")

    @mirrors_face.setter
    def mirrors_face(self, is_on: bool) -> None:
        self._set("mirrors_face", is_on)

    @property
    def shows_face_areas(self) -> bool:
        """Return whether the face map shows the areas of its regions; on at first."""
        return self._flag("shows_face_areas", default=True)

    @shows_face_areas.setter
    def shows_face_areas(self, is_on: bool) -> None:
        self._set("shows_face_areas", is_on)

    @property
    def shows_trend(self) -> bool:
        """Return whether the chart draws a smooth line through the ratings; off at first."""
        return self._flag("shows_trend")

    @shows_trend.setter
    def shows_trend(self, is_on: bool) -> None:
        self._set("shows_trend", is_on)

    @property
    def shows_baseline(self) -> bool:
        """Return whether the chart draws where the scores were before the first treatment; off at first."""
        return self._flag("shows_baseline")

    @shows_baseline.setter
    def shows_baseline(self, is_on: bool) -> None:
        self._set("shows_baseline", is_on)

    @property
    def guides(self) -> frozenset[str]:
        """Return the switches of `ChartView` for the lines under the ratings that are drawn."""
        # As for the span of the trend.
        from tracker.charts.view import BASELINE, TREND

        kept = {TREND: self.shows_trend, BASELINE: self.shows_baseline}
        return frozenset(key for key, is_on in kept.items() if is_on)

    @property
    def trend_span(self) -> float:
        """Return the share of the ratings that each piece of the trend follows, one of `SPANS`; 0.5 at first."""
        # Only the chart asks for it; the first paint of the window does without.
        from tracker.charts.smoothing import DEFAULT_SPAN, SPANS

        return float(self._word("trend_span", tuple(str(span) for span in SPANS), str(DEFAULT_SPAN)))

    @trend_span.setter
    def trend_span(self, span: float) -> None:
        self._set("trend_span", str(span))

    @property
    def keep_in_tray(self) -> bool | None:
        """Return whether closing the window leaves the program in the tray, None as long as nobody has said."""
        return self._flag("keep_in_tray") if self._settings.contains("keep_in_tray") else None

    @keep_in_tray.setter
    def keep_in_tray(self, is_kept: bool) -> None:
        self._set("keep_in_tray", is_kept)

    @property
    def notification_words(self) -> bool:
        """Return whether notifications name the treatment and the person; off at first, for others may see them."""
        return self._flag("notification_words")

    @notification_words.setter
    def notification_words(self, is_on: bool) -> None:
        self._set("notification_words", is_on)

    @property
    def lock_minutes(self) -> int:
        """Return after how many minutes without use an encrypted record locks, 1 to 60; 10 at first."""
        found = self._number("lock_minutes", LOCK_MINUTES)
        return found if 1 <= found <= LONGEST_LOCK_MINUTES else LOCK_MINUTES

    @lock_minutes.setter
    def lock_minutes(self, minutes: int) -> None:
        self._set("lock_minutes", minutes)

    @property
    def recent_records(self) -> tuple[Path, ...]:
        """Return the records opened last, newest first; they may no longer exist."""
        return tuple(Path(item) for item in self._texts("recent_records"))

    def add_recent_record(self, path: Path) -> None:
        """Put a record at the head of the recent ones."""
        others = [str(item) for item in self.recent_records if item != path]
        self._set("recent_records", json.dumps([str(path), *others][:MOST_RECENT]))

    def forget_recent_records(self) -> None:
        """Empty the list of recent records."""
        self._set("recent_records", "[]")

    def last_person(self, record: Path) -> "UUID | None":
        """Return who was on screen last in a record, None where that is not known."""
        return self._id_in("last_people", record)

    def keep_last_person(self, record: Path, person_id: "UUID") -> None:
        """Remember who is on screen in a record."""
        self._keep_id_in("last_people", record, person_id)

    def working_as(self, record: Path) -> "UUID | None":
        """Return which practitioner of a record works at this computer, None where nobody is chosen."""
        return self._id_in("working_as", record)

    def keep_working_as(self, record: Path, practitioner_id: "UUID | None") -> None:
        """Remember which practitioner of a record works at this computer, or that nobody is chosen."""
        self._keep_id_in("working_as", record, practitioner_id)

    def is_remembered(self, record: Path) -> bool:
        """Return whether the key of a record is kept on this computer, so that it opens by itself."""
        return str(record) in self._texts("remembered_records")

    def keep_remembered(self, record: Path, is_remembered: bool) -> None:
        """Remember whether the key of a record is kept on this computer."""
        kept = [item for item in self._texts("remembered_records") if item != str(record)]
        self._set("remembered_records", json.dumps([*kept, str(record)] if is_remembered else kept))

    def knows_shared(self, record: Path) -> bool:
        """Return whether a person has read that a record lies where something else may change it."""
        return str(record) in self._texts("known_shared")

    def keep_shared_known(self, record: Path) -> None:
        """Remember that a person has read that a record lies where something else may change it."""
        others = [item for item in self._texts("known_shared") if item != str(record)]
        self._set("known_shared", json.dumps([*others, str(record)][-_MOST_REMEMBERED:]))

    @property
    def backup_folders(self) -> tuple[Path, ...]:
        """Return the folders chosen for backups, the present one first; empty where none was ever chosen."""
        return tuple(Path(item) for item in self._texts("backup_folders"))

    def choose_backup_folder(self, folder: Path) -> None:
        """Let backups go into ``folder`` from now on; the folders before it are still known."""
        others = [str(item) for item in self.backup_folders if item != folder]
        self._set("backup_folders", json.dumps([str(folder), *others][:MOST_RECENT]))

    def backups_elsewhere(self, record_id: str) -> tuple[Path, ...]:
        """Return the backups of a record that were made to files of choice, those that are still there."""
        kept = (Path(path) for path, of in self._pairs("backups_elsewhere").items() if of == record_id)
        return tuple(path for path in kept if path.is_file())

    def keep_backup_elsewhere(self, backup: Path, record_id: str) -> None:
        """Remember a backup of a record that was made to a file of choice: it can be named later."""
        self._keep_in("backups_elsewhere", backup, record_id)

    def record_id(self, record: Path) -> str | None:
        """Return the id of the record last opened at ``record``, by which its backups are found; None if not known."""
        return self._pairs("record_ids").get(str(record))

    def keep_record_id(self, record: Path, record_id: str) -> None:
        """Remember the id of a record, so that its backups are found when it cannot be opened."""
        self._keep_in("record_ids", record, record_id)

    def keep_end_by_error(self, report: Path | None) -> None:
        """Remember for the next start that an error of ours ended the program, and where its ``report`` lies."""
        self._set("end_by_error", json.dumps([] if report is None else [str(report)]))

    def take_end_by_error(self) -> str | None:
        """Return where the report of the error lies that ended the program last time, empty where it was not kept.

        None where no error ended it. It is told once.
        """
        if not self._settings.contains("end_by_error"):
            return None
        found = self._texts("end_by_error")
        self._settings.remove("end_by_error")
        return found[0] if found else ""

    def layout(self, name: str) -> QByteArray:
        """Return the kept place of a window or splitter, empty where none was kept."""
        found = self._settings.value(f"layout/{name}", QByteArray())
        return found if isinstance(found, QByteArray) else QByteArray()

    def keep_layout(self, name: str, state: QByteArray) -> None:
        """Keep the place of a window or splitter."""
        self._settings.setValue(f"layout/{name}", state)

    def save(self) -> None:
        """Write what is not yet in the file."""
        self._settings.sync()

    def _id_in(self, name: str, record: Path) -> "UUID | None":
        from uuid import UUID

        found = self._pairs(name).get(str(record))
        try:
            return None if found is None else UUID(found)
        except ValueError:
            return None

    def _keep_id_in(self, name: str, record: Path, kept_id: "UUID | None") -> None:
        self._keep_in(name, record, None if kept_id is None else str(kept_id))

    def _keep_in(self, name: str, record: Path, kept_text: str | None) -> None:
        others = {key: value for key, value in self._pairs(name).items() if key != str(record)}
        kept = dict(list(others.items())[-_MOST_REMEMBERED + 1 :])
        if kept_text is not None:
            kept[str(record)] = kept_text
        self._set(name, json.dumps(kept))

    def _set(self, name: str, value: str | int | bool) -> None:
        before = self._settings.value(name, None)
        self._settings.setValue(name, value)
        if before is None or str(before).lower() != str(value).lower():
            self.changed.emit(name)

    def _word(self, name: str, allowed: tuple[str, ...], default: str) -> str:
        found = str(self._settings.value(name, default, type=str))
        return found if found in allowed else default

    def _number(self, name: str, default: int) -> int:
        try:
            return int(str(self._settings.value(name, default)))
        except ValueError:
            return default

    def _flag(self, name: str, *, default: bool = False) -> bool:
        return str(self._settings.value(name, default)).lower() == "true"

    def _texts(self, name: str) -> list[str]:
        found = self._stored(name)
        return [item for item in found if isinstance(item, str)] if isinstance(found, list) else []

    def _pairs(self, name: str) -> dict[str, str]:
        found = self._stored(name)
        pairs = found.items() if isinstance(found, dict) else ()
        return {key: value for key, value in pairs if isinstance(value, str)}

    def _stored(self, name: str) -> object:
        try:
            return json.loads(str(self._settings.value(name, "")) or "null")
        except (ValueError, RecursionError):
            return None


def _is_damaged(settings: QSettings, path: Path) -> bool:
    # Qt does not mind a file in which it finds no line at all.
    is_lost = not settings.allKeys() and path.is_file() and path.stat().st_size > 0
    return is_lost or settings.status() is QSettings.Status.FormatError


def _make_private(path: Path) -> None:
    """Make the file and its folder the owner's alone: Qt makes both readable for everybody, and keeps what is there."""
    with suppress(OSError):
        path.parent.mkdir(mode=_FOLDER, parents=True, exist_ok=True)
        path.touch(mode=_FILE)
        path.chmod(_FILE)
        if path.parent.name == _OWN_FOLDER:
            path.parent.chmod(_FOLDER)

"""The names of all fields that a person can read a change of, by the names that the file has for them."""

from functools import cache

from PySide6.QtCore import QCoreApplication

from tracker.core.catalog import Catalog
from tracker.core.records import CONCERNS
from tracker.ui.words import catalog as names
from tracker.ui.words.dates import language

translate = QCoreApplication.translate


def field_name(table: str, field: str, catalog: Catalog) -> str:
    """Return the name of a field: "Lot", "Given by". Raise KeyError for one that nobody is told of."""
    if table == "rating" and field in CONCERNS:
        return names.concern(field, catalog)
    return _names(table, language().name())[field]


@cache
def _names(table: str, _language: str) -> dict[str, str]:
    """Return the names of a table's fields; a search says those of thousands of changes."""
    own = _OF_TABLE[table]() if table in _OF_TABLE else {}
    return {**_of_all(), **_of_entries(), **own}


def _of_all() -> dict[str, str]:
    return {
        "person_id": translate("Fields", "Person"),
        "note": translate("Fields", "Note"),
        "private_note": translate("Fields", "Private note"),
        "entry_id": translate("Fields", "Treatment"),
        "until": translate("Fields", "Until"),
        "is_touch_up": translate("Fields", "Touch-up"),
        "product": translate("Fields", "Product"),
        "treatment": translate("Fields", "Treatment"),
        "kind": translate("Fields", "Treatment"),
        "name": translate("Fields", "Name"),
    }


def _of_entries() -> dict[str, str]:
    return {
        "given_on": translate("Fields", "Date"),
        "given_at": translate("Fields", "Time"),
        "signed_at": translate("Fields", "Signed"),
        "signed_by": translate("Fields", "Signed by"),
        "provider": translate("Fields", "Given by"),
        "cost": translate("Fields", "Cost"),
        "currency": translate("Fields", "Currency"),
        "override_reason": translate("Fields", "Override note"),
        "downtime_days": translate("Fields", "Downtime, days"),
    }


def _of_person() -> dict[str, str]:
    return {
        "goal_texture": translate("Fields", "Goal for texture"),
        "goal_wrinkles": translate("Fields", "Goal for wrinkles"),
        "sort_name": translate("Fields", "Sort as"),
        "client_number": translate("Fields", "Client number"),
        "birth_date": translate("Fields", "Birth date"),
        "phone": translate("Fields", "Phone"),
        "email": translate("Fields", "E-mail"),
        "skin_type": translate("Fields", "Skin type, Fitzpatrick"),
        "cautions": translate("Fields", "Cautions"),
        "allergies": translate("Fields", "Allergies"),
        "notes": translate("Fields", "Notes"),
        "is_archived": translate("Fields", "Archived"),
        "gender": translate("Fields", "Gender"),
        "tags": translate("Fields", "Tags"),
    }


def _of_session() -> dict[str, str]:
    return {
        "setting": translate("Fields", "Where"),
        "device": translate("Fields", "Device"),
        "grit": translate("Fields", "Grit"),
        "vacuum": translate("Fields", "Vacuum"),
        "vacuum_unit": translate("Fields", "Unit of the vacuum"),
        "passes": translate("Fields", "Passes"),
        "minutes": translate("Fields", "Duration, minutes"),
        "areas": translate("Fields", "Areas"),
        "reaction": translate("Fields", "Reaction"),
        "products_after": translate("Fields", "Used after"),
    }


def _of_botox() -> dict[str, str]:
    return {
        "units": translate("Fields", "Units in all"),
        "dilution_ml": translate("Fields", "Dilution, ml"),
        "lot": translate("Fields", "Lot"),
        "expires": translate("Fields", "Expiry"),
        "touch_up_of": translate("Fields", "Touch-up of"),
    }


def _of_rating() -> dict[str, str]:
    return {
        "rater": translate("Fields", "Rated by"),
        "provider": translate("Fields", "Practitioner"),
        "prior_shown": translate("Fields", "Last score shown"),
        "wrinkles_original": translate("Fields", "Wrinkles as imported"),
    }


def _of_other_event() -> dict[str, str]:
    return {"event": translate("Fields", "What"), "provider": translate("Fields", "Practitioner")}


def _of_plan() -> dict[str, str]:
    return {"planned_on": translate("Fields", "Planned for"), "planned_at": translate("Fields", "Time")}


def _of_interval() -> dict[str, str]:
    return {
        "rule": translate("Fields", "Rule"),
        "minimum": translate("Fields", "Earliest after, days"),
        "recommended": translate("Fields", "Window opens after, days"),
        "lapsed": translate("Fields", "Window closes after, days"),
        "is_off": translate("Fields", "Switched off"),
    }


def _of_setting() -> dict[str, str]:
    return {"name": translate("Fields", "Setting"), "value": translate("Fields", "Value")}


def _of_practitioner() -> dict[str, str]:
    return {"has_left": translate("Fields", "Has left")}


def _of_template() -> dict[str, str]:
    return {"abbreviation": translate("Fields", "Abbreviation"), "text": translate("Fields", "Text")}


def _of_contact() -> dict[str, str]:
    return {
        "contacted_on": translate("Fields", "Date"),
        "outcome": translate("Fields", "How it ended"),
        "provider": translate("Fields", "Contact by"),
    }


def _of_adverse_event() -> dict[str, str]:
    return {
        "term": translate("Fields", "What happened"),
        "other_term": translate("Fields", "In other words"),
        "onset_on": translate("Fields", "Began"),
        "ended_on": translate("Fields", "Ended"),
        "side": translate("Fields", "Side"),
        "grade": translate("Fields", "Grade"),
        "action": translate("Fields", "What was done"),
        "is_seen_by_clinician": translate("Fields", "Seen by a clinician"),
        "is_reported": translate("Fields", "Reported"),
    }


def _of_amendment() -> dict[str, str]:
    return {
        "amended_at": translate("Fields", "Amended"),
        "amended_by": translate("Fields", "Amended by"),
        "reason": translate("Fields", "Reason"),
    }


_OF_TABLE = {
    "person": _of_person,
    "microdermabrasion": _of_session,
    "botox": _of_botox,
    "rating": _of_rating,
    "other_event": _of_other_event,
    "planned_treatment": _of_plan,
    "own_interval": _of_interval,
    "record_setting": _of_setting,
    "practitioner": _of_practitioner,
    "text_template": _of_template,
    "contact": _of_contact,
    "adverse_event": _of_adverse_event,
    "amendment": _of_amendment,
}

"""Lots in words: the table of who had one, its lines, its printed list."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from tracker.core.catalog import Catalog
from tracker.core.lots import LotUse, RecentLot
from tracker.ui.words import catalog as names
from tracker.ui.words.dates import day_table
from tracker.ui.words.entries import expiry
from tracker.ui.words.file_names import in_file_name
from tracker.ui.words.numbers import number


class Column(IntEnum):
    """The columns of the table, in their order."""

    CLIENT = 0
    NUMBER = 1
    DATE = 2
    PRODUCT = 3
    LOT = 4
    UNITS = 5
    EXPIRY = 6
    PRACTITIONER = 7


def column_title(column: Column) -> str:
    """Return the title of a column."""
    return {
        Column.CLIENT: QCoreApplication.translate("Lots", "Client"),
        Column.NUMBER: QCoreApplication.translate("Lots", "Number"),
        Column.DATE: QCoreApplication.translate("Lots", "Date"),
        Column.PRODUCT: QCoreApplication.translate("Lots", "Product"),
        Column.LOT: QCoreApplication.translate("Lots", "Lot"),
        Column.UNITS: QCoreApplication.translate("Lots", "Units"),
        Column.EXPIRY: QCoreApplication.translate("Lots", "Expiry"),
        Column.PRACTITIONER: QCoreApplication.translate("Lots", "Practitioner"),
    }[column]


def cell(use: LotUse, column: Column, catalog: Catalog) -> str:
    """Return what stands in a column; empty where it was not recorded."""
    return {
        Column.CLIENT: client(use),
        Column.NUMBER: use.client_number or "",
        Column.DATE: day_table(use.on),
        Column.PRODUCT: names.product(use.product, catalog),
        Column.LOT: use.lot,
        Column.UNITS: "" if use.units is None else number(use.units),
        Column.EXPIRY: expiry(use.expires) if use.expires else "",
        Column.PRACTITIONER: use.provider or "",
    }[column]


def client(use: LotUse) -> str:
    """Return who had it; somebody archived says so."""
    if not use.is_archived:
        return use.name
    return QCoreApplication.translate("Lots", "{name} (archived)").format(name=use.name)


def offered(lot: RecentLot, catalog: Catalog) -> str:
    """Return a lot as it stands in a list: "C8612 C3, 05/2027, Botox Cosmetic"."""
    parts = (lot.lot, expiry(lot.expires) if lot.expires else "", names.product(lot.product, catalog))
    return ", ".join(part for part in parts if part)


def found(uses: Sequence[LotUse]) -> str:
    """Return how many clients and treatments there are: "2 clients, 3 treatments"."""
    clients, treatments = len({use.person_id for use in uses}), len(uses)
    said = (
        QCoreApplication.translate("Lots", "%n client", "", clients)
        if clients == 1
        else QCoreApplication.translate("Lots", "%n clients", "", clients)
    )
    given = (
        QCoreApplication.translate("Lots", "%n treatment", "", treatments)
        if treatments == 1
        else QCoreApplication.translate("Lots", "%n treatments", "", treatments)
    )
    return f"{said}, {given}"


def nothing(typed: str) -> str:
    """Return why the table is empty."""
    if not typed.strip():
        return QCoreApplication.translate("Lots", "Type a lot, or choose one from the list.")
    text = QCoreApplication.translate("Lots", "No treatment with lot “{lot}” is in this record.")
    return text.format(lot=" ".join(typed.split()))


def spelling() -> str:
    """Return how lots are compared."""
    return QCoreApplication.translate(
        "Lots", "Small and capital letters, blanks and hyphens make no difference. Archived clients are listed too."
    )


def list_title(lot: str) -> str:
    """Return the title of the printed list."""
    return QCoreApplication.translate("Lots", "Who had lot {lot}").format(lot=" ".join(lot.split()))


def file_name(lot: str) -> str:
    """Return the name proposed for a file of the list, without its suffix."""
    return f"lot-{in_file_name(lot)}"

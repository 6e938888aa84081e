"""Numbers as the system writes them, and back."""

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QLocale

from tracker.core.drafts import Unreadable, plain_number

LONGEST_NUMBER = 20


def number(value: Decimal) -> str:
    """Return ``value`` with the locale's decimal sign, no grouping and no trailing zeros."""
    return plain_number(value).replace(".", QLocale().decimalPoint())


def signed(value: Decimal) -> str:
    """Return "+4", "−3" or "0"."""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{number(abs(value))}"


def read_number(text: str) -> Decimal | Unreadable | None:
    """Read a number typed with the locale's decimal sign or with a point; None where nothing was typed."""
    typed = text.strip()
    if not typed:
        return None
    plain = typed.replace(QLocale().decimalPoint(), ".")
    digits = plain.removeprefix("-").replace(".", "", 1)
    if not (digits.isascii() and digits.isdigit() and len(plain) <= LONGEST_NUMBER):
        return Unreadable(typed, "not_a_number")
    try:
        return Decimal(plain)
    except InvalidOperation:
        return Unreadable(typed, "not_a_number")


def read_whole(text: str) -> int | Unreadable | None:
    """Read a whole number; None where nothing was typed."""
    value = read_number(text)
    if value is None or isinstance(value, Unreadable):
        return value
    if value != value.to_integral_value():
        return Unreadable(text.strip(), "not_whole")
    return int(value)

"""The logo of a practice as it is kept with the record: the bytes of a PNG file, bounded in size."""

import base64
import binascii

from tracker.core.stored_values import fields

MOST_BYTES = 256 * 1024
"""A logo holds no more bytes. A choice of the design: sharp at its size on paper, and light in every backup."""
_PNG = b"\x89PNG\r\n\x1a\n"


def is_logo(data: bytes) -> bool:
    """Return whether ``data`` may be kept as a logo."""
    return data.startswith(_PNG) and len(data) <= MOST_BYTES


def logo_to_dict(logo: bytes) -> dict[str, object]:
    """Return plain values for JSON; empty bytes are no logo."""
    return {"png": base64.b64encode(logo).decode("ascii")} if logo else {}


def logo_from_dict(stored: object) -> bytes:
    """Return the logo that was stored; empty where there is none, and for what is none."""
    encoded = fields(stored).get("png")
    if not isinstance(encoded, str):
        return b""
    try:
        logo = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        return b""
    return logo if is_logo(logo) else b""

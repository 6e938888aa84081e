"""Importing without reading sources, which PySide does once more for each module that is imported after it.

It looks there for its own name, to know whose calls a changed spelling of its functions (``__feature__``) concerns.
This program never asks for one, and the texts of all modules stay in memory, some 35 MB with matplotlib.
"""

import sys

import PySide6  # noqa: F401 - it brings the module that is changed

_FEATURES, _LOOK = "shibokensupport.feature", "_mod_uses_pyside"


def leave_sources_unread() -> None:
    """Have every module counted as one that calls PySide by its common names; nothing where PySide has no such look."""
    features = sys.modules.get(_FEATURES)
    if hasattr(features, _LOOK):
        setattr(features, _LOOK, lambda _module: True)

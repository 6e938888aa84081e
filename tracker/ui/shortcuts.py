"""The keys of the program, in one place so that none is given twice."""

from PySide6.QtGui import QKeySequence

from tracker.core.records import Kind
from tracker.ui.widgets.key_button import key_words

NEW_RECORD = "Ctrl+Shift+N"
OPEN_RECORD = "Ctrl+O"
IMPORT = "Ctrl+I"
EXPORT = "Ctrl+E"
REPORT = "Ctrl+P"
QUIT = "Ctrl+Q"
UNDO = (QKeySequence("Ctrl+Z"),)
REDO = (QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y"))
FIND = "Ctrl+F"
SETTINGS = "Ctrl+,"
LOG = {Kind.BOTOX: "Ctrl+B", Kind.MICRODERMABRASION: "Ctrl+D", Kind.RATING: "Ctrl+R"}
ADD_PERSON = "Ctrl+N"
SWITCH_PERSON = "Ctrl+G"
OVERVIEW = "Ctrl+1"
HISTORY = "Ctrl+2"
FULL_SCREEN = "F11"
HELP = "F1"
NEXT_PANE = "F6"


def log_hints() -> dict[Kind, str]:
    """Return the keys that log each kind, as they are said on this system."""
    return {kind: key_words(keys) for kind, keys in LOG.items()}

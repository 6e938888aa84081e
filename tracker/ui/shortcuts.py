"""The keys of the program, in one place so that none is given twice.

Imported before the first paint: kinds of entries stand here by their words, which equal `Kind`, without its module.
"""

from PySide6.QtGui import QKeySequence

NEW_RECORD = "Ctrl+Shift+N"
OPEN_RECORD = "Ctrl+O"
IMPORT = "Ctrl+I"
EXPORT = "Ctrl+E"
REPORT = "Ctrl+P"
LOCK = "Ctrl+L"
QUIT = "Ctrl+Q"
UNDO = (QKeySequence("Ctrl+Z"),)
REDO = (QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y"))
FIND = "Ctrl+F"
FIND_CLIENT = "Ctrl+F"
"""In a practice, in place of finding in the history."""
SETTINGS = "Ctrl+,"
LOG = {"botox": "Ctrl+B", "microdermabrasion": "Ctrl+D", "rating": "Ctrl+R", "other_event": "Ctrl+J"}
ADD_PERSON = "Ctrl+N"
SWITCH_PERSON = "Ctrl+K"
SIGN = "Ctrl+Shift+S"
HIDE_NAMES = "Ctrl+Shift+H"
REMINDERS = "Ctrl+Shift+R"
CHANGES = "Ctrl+Shift+C"
OVERVIEW = "Ctrl+1"
HISTORY = "Ctrl+2"
FACE_MAP = "Ctrl+3"
PROGRESS = "Ctrl+4"
PLAN = "Ctrl+5"
DUE_LIST = "Ctrl+G"
FULL_SCREEN = "F11"
HELP = "F1"
NEXT_PANE = "F6"

"""Skinterval: a tracker for microdermabrasion, botox and how the skin is doing.

The layers, each importing only what stands below it (checked by ``tests/test_architecture.py``):

========== ===========================================================================
app        composition root: arguments, folders, the window or a verb
commands   the verbs that work without a window
ui         screens (PySide6), text for people, pages for paper
services   what a person can do; one public method is one transaction
charts     drawing on a matplotlib Figure that is given
store      the SQLite file through SQLAlchemy: schema, migrations, change record
core       rules and values; standard library only
========== ===========================================================================

Screens hold frozen records (`core.records`); what a person types is a draft (`core.drafts`) whose
``problems()`` speaks field by field. Every verb is one transaction and yields one `core.changes.ChangeSet`,
which serves undo, the change record and the refresh of screens.
"""

__version__ = "0.1.0"

"""The change record only grows, even for other programs: triggers refuse to change or to remove what is in it.

The state of a verb, which the undo list keeps, may change. These triggers guard against accidents; whoever means to
change the record can drop them, and `store.record_check` then notices the broken chain.
"""

from tracker.store.chain import BATCH_FIELDS

_REFUSE = "BEGIN SELECT RAISE(ABORT, 'the change record only grows'); END"
TRIGGERS = {
    "change_never_changes": f"CREATE TRIGGER change_never_changes BEFORE UPDATE ON change {_REFUSE}",
    "change_never_goes": f"CREATE TRIGGER change_never_goes BEFORE DELETE ON change {_REFUSE}",
    "change_batch_never_changes": (
        "CREATE TRIGGER change_batch_never_changes"
        f" BEFORE UPDATE OF id, {', '.join(BATCH_FIELDS)} ON change_batch {_REFUSE}"
    ),
    "change_batch_never_goes": f"CREATE TRIGGER change_batch_never_goes BEFORE DELETE ON change_batch {_REFUSE}",
}
"""The statements that create them, by name. A migration that rewrites the record drops them and creates them anew.

They are never changed, only followed by others: migration 0003 and the files that it made rest on them.
"""

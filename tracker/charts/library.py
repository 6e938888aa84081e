"""matplotlib as this program needs it: settings of its own, whatever a person keeps for other work."""

import logging
import os


def load_matplotlib() -> None:
    """Import matplotlib with the settings that it ships with. Call it before anything else imports matplotlib."""
    # A backend that this matplotlib does not know would stop the import; none is used here.
    os.environ.pop("MPLBACKEND", None)
    # It tells of folders for its caches; nobody asked, and standard error is for what went wrong.
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    import matplotlib as mpl

    mpl.rcParams.update({name: value for name, value in mpl.rcParamsDefault.items() if name != "backend"})

"""Start Skinterval from a checkout: ``python main.py`` opens the window, ``python main.py VERB`` works without one."""

import sys

from tracker.app import main

if __name__ == "__main__":
    sys.exit(main())

"""``python -m tracker`` is the same as ``python main.py``."""

import sys

from tracker.app import main

sys.exit(main())

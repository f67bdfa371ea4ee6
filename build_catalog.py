"""The command of this portal: ``python build_catalog.py`` tells what it can do."""

import os
import sys
from pathlib import Path

from investment_portal.cli.main import main

if __name__ == "__main__":
    code = main(sys.argv[1:], Path(__file__).parent)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)  # all is said and kept: to take a million objects apart takes half a second

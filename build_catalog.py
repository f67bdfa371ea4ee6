"""The command of this portal: ``python build_catalog.py`` tells what it can do."""

import sys
from pathlib import Path

from catalog.commands.main import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path(__file__).parent))

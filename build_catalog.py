"""The command of this portal: ``python build_catalog.py`` tells what it can do."""

from pathlib import Path

from investment_portal.cli.main import run

if __name__ == "__main__":
    run(Path(__file__).parent)

"""The generator: YAML records of an investment bureau in, a bilingual static portal out."""

import os

# Pydantic looks through all installed packages for plugins, which takes longer than to rebuild a page. We use none.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

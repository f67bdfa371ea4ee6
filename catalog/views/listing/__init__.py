"""The list of projects: what it can be narrowed by, how it is divided into pages, and how it is shown."""

"""Content pages: hand-written Markdown below ``docs``, checked before any of them is rendered."""

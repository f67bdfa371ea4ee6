"""The style guide: every component in its states, on a page that only the preview shows."""

"""The style guide: every component in its states, on a page of the preview only."""

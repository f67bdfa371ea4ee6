"""The privacy page: what the portal stores in a reader's browser, and the button that deletes it."""

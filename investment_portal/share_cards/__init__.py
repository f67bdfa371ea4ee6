"""Share cards: the picture of a page that messengers and search engines show beside a link to it."""

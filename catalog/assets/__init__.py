"""What parts of pages load besides the page itself: their scripts and their styles."""

"""Deploy: what every target does, and what happens where one fails."""

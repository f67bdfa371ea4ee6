"""Pictures below ``docs/assets``: what is known of each, and the files that are made of it."""

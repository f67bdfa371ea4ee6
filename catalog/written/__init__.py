"""Written: the hand-written pages below ``docs``, checked before any of them is rendered."""

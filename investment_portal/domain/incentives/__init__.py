"""Incentives: which policies an investor qualifies for, what they amount to, and which can be combined.

``declare`` turns policies into plain declarations, the public form that the browser gets too; ``assess`` reckons with
those and with what an investor states. ``theme/scripts/policy`` does the same in the browser, and shared vectors
hold both to the same answers, to the fen.
"""

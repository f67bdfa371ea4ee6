"""Incentives: the policies that an investor qualifies for, their sums, and which can be combined.

``declare`` turns policies into plain declarations, the public form that the browser gets too; ``assess`` evaluates them
with the facts of an investor. ``theme/scripts/policy`` does the same in the browser, and shared vectors hold both to
the same answers, to the fen.
"""

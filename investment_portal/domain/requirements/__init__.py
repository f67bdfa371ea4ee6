"""The requirements of an investor: what records state at each criterion, verdicts, and the order that wishes give.

``verdict`` and ``ranking`` compute what ``theme/scripts/requirements`` computes in the browser; shared vectors compare
both.
"""

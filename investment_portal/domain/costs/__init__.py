"""The costs of a plan in a park over ten years: prices as declared, and the sheet that follows from them.

``sheet`` computes what ``theme/scripts/costs/sheet.js`` computes in the browser; shared vectors compare both.
"""

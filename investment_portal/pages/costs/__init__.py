"""The cost sheet: the costs and the support of a plan over ten years, park by park."""

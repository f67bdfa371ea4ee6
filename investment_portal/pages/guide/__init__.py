"""The guide: a few answers lead an investor to projects, incentives, places and contacts."""

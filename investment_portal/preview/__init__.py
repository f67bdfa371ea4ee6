"""Preview: the site on this machine alone while staff write; each save shows in the browser."""

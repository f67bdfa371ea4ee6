"""Pages: one folder for each column of the site."""

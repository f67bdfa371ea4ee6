"""The open data: how records are published for machines, and the page that lists the files."""

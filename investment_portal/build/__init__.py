"""Build: from the files of a portal to its site, rendering only what differs from the last build."""

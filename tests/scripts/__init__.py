"""The scripts that pages load: how they are joined, and what their modules do."""

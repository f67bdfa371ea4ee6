"""Cards and lists that other sites show: their addresses, and the page that makes the code."""

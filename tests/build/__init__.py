"""Building: what is cached between builds, and that it never shows in what they make."""

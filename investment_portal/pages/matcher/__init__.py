"""The matcher: what an investor is asked, and what the policies ask for and give."""

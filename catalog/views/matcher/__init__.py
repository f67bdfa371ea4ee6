"""The matcher: what an investor is asked, what policies ask for and give, and what the script reckons with."""

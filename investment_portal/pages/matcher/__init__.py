"""The matcher: questions for an investor, and conditions and benefits of the policies."""

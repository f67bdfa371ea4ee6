"""The library of policies, their pages, the coverage matrix, and leaving the site."""

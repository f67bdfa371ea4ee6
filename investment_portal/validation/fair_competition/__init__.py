"""Wording that the review of fair competition questions: categories with their articles, patterns in both languages."""

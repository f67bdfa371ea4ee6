"""The column of policies: page, library, calendar, coverage."""

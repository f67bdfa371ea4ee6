"""The status report: what needs a person although nothing is broken."""

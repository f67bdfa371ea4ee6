"""The column of projects: the page of a project, and the fragments that many such pages share."""

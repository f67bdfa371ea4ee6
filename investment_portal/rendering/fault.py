"""A fault in a template: which file, which line, and what is wrong there."""


class TemplateFault(Exception):  # noqa: N818 - the word that all reports use
    """A template that cannot be compiled or rendered."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        """Store the place, relative to the portal, and the reason."""
        super().__init__(file, line, reason)
        self.file = file
        self.line = line
        self.reason = reason

    def __str__(self) -> str:
        """Return the fault as ``FILE:LINE: REASON``."""
        return f"{self.file}:{self.line}: {self.reason}"

"""What is raised where the renderer refuses the pages."""


class FramesFailed(Exception):  # noqa: N818 - what failed is the renderer, and it says why
    """MkDocs refused the pages; the text is what it said."""

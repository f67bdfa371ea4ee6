"""Builds and checks that are refused, with a sentence for the person who started them."""

from investment_portal.languages import Sentence


class RefusedError(Exception):
    """A build or check that is refused; ``sentence`` says why, and what to do."""

    def __init__(self, sentence: Sentence) -> None:
        """Take the sentence."""
        super().__init__(sentence.en)
        self.sentence = sentence


class OutputPathError(RefusedError):
    """A folder that a site must not be written to."""


class TrackedCacheError(RefusedError):
    """The cache is part of the repository: what others put there would be published without being checked."""


class ClusterError(RefusedError):
    """The cluster cannot be used."""

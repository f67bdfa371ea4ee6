"""Builds and checks that are refused, and mistakes in the generator's code; each has a sentence."""

from investment_portal.languages import Sentence


class RefusedError(Exception):
    """A refused build or check; ``sentence`` has the reason and the remedy."""

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


class RegistryError(Exception):
    """A wrong entry of a registry, or an unknown name; ``sentence`` names it, with the remedy."""

    def __init__(self, sentence: Sentence) -> None:
        """Take the sentence."""
        super().__init__(sentence)
        self.sentence = sentence

    def __str__(self) -> str:
        """Return the sentence in English, as tracebacks show it."""
        return self.sentence.en

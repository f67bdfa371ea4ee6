"""How records are spread over files of data, so that a page loads only the few that it needs.

The script ``overrides/scripts/shortlist/records.js`` reckons the same.
"""

MOST = 32
"""Records that a file should hold at most, on average."""
START, PRIME, MASK = 0x811C9DC5, 0x01000193, 0xFFFFFFFF
"""Constants of the hash FNV-1a in 32 bits."""


def chunk_count(records: int) -> int:
    """Give the number of files: a power of two, so that one more record rarely moves any other."""
    return 1 << max(0, -(-records // MOST) - 1).bit_length()


def chunk_of(id_: str, chunks: int) -> int:
    """Give the file of a record, by a hash that every language reckons alike."""
    value = START
    for byte in id_.encode():
        value = (value ^ byte) * PRIME & MASK
    return (value ^ value >> 16) & (chunks - 1)

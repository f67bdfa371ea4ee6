"""Damages YAML texts at random, as careless editing, merges and copying do."""

from random import Random

ODD = [
    "\n", "\n\n", "\r", "\r\n", "\t", " ", "  ", "    ", ": ", ":", "：", "- ", "-", "? ", "#", " #", " # x\n",
    "&a ", "*a", "!a ", "!!str ", "! ", "<<: ", "|", "|\n", "|-\n", "|+\n", "|2\n", ">", ">\n", ">-\n", "'", '"', "\\",
    '\\"', "''", "[", "]", "{", "}", ",", ", ", "[]", "{}", "[a, b]", "{zh: a}", '["1", b]', "---\n", "\n---\n",
    "\n...\n", "--- ", "%YAML 1.2\n", "@", "`", "%", "~", "null", "true", "yes", "no", "0", "1", "-1", "1.50", "007",
    "1e5", "1:30", "2026-01-02", ".5", "9" * 18, "9" * 19, "1." + "0" * 12, "\ufeff", "\x00", "\x0b", "\x7f", "\x85",
    "\xa0", "\u2028", "\u3000", "\ue000", "\uffff", "\ud800", "é", "😀", "key: ", "key:\n", "\nkey: a\n",
    "\n  key: a\n", "\n  - a\n", "zh: ", "a" * 1025,
]  # fmt: skip
"""Texts that the careful loader refuses, that YAML reads in its own way, or that only look odd."""


def damaged(text: str, random: Random) -> str:
    """Return the text with one to four damages."""
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        text = random.choice((_delete, _insert, _insert, _replace, _repeat_line, _drop_line, _indent, _move))(
            text, random
        )
    return text


def _delete(text: str, random: Random) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + text[at + random.choice((1, 1, 1, 2, 10)) :]


def _insert(text: str, random: Random) -> str:
    at = random.choice(_spots(text, random))
    return text[:at] + random.choice(ODD) + text[at:]


def _replace(text: str, random: Random) -> str:
    at = random.choice(_spots(text, random))
    return text[:at] + random.choice(ODD) + text[at + 1 :]


def _spots(text: str, random: Random) -> list[int]:
    """Return places of each sort: anywhere, both ends of a line, before its text, behind its colon."""
    start = text.rfind("\n", 0, random.randrange(len(text) + 1)) + 1
    end = text.find("\n", start) % (len(text) + 1)
    line = text[start:end]
    colon = start + line.find(": ") + 2
    return [random.randrange(len(text) + 1), start, start + len(line) - len(line.lstrip()), end, colon]


def _repeat_line(text: str, random: Random) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines))
    return "\n".join([*lines[:at], lines[at], *lines[at:]])


def _drop_line(text: str, random: Random) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines))
    return "\n".join(lines[:at] + lines[at + random.choice((1, 1, 3)) :])


def _indent(text: str, random: Random) -> str:
    """Indent some lines more or less."""
    lines = text.split("\n")
    at = random.randrange(len(lines))
    width, deeper = random.choice((1, 2, 4)), random.random() < 0.5
    for number in range(at, min(len(lines), at + random.choice((1, 1, 2, 5)))):
        lines[number] = " " * width + lines[number] if deeper else lines[number].removeprefix(" " * width)
    return "\n".join(lines)


def _move(text: str, random: Random) -> str:
    lines = text.split("\n")
    line = lines.pop(random.randrange(len(lines)))
    lines.insert(random.randrange(len(lines) + 1), line)
    return "\n".join(lines)

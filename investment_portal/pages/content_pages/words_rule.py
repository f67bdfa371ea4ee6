"""The rule about words of the interface that a portal changes."""

from collections.abc import Iterator
from string import Formatter

from investment_portal.content.text import Unreadable, read_bytes
from investment_portal.content.theme_files import shown_path
from investment_portal.content.yaml_loader import load_with_places
from investment_portal.formatting.words import SYNONYM, present_name, theme_words, word_files
from investment_portal.languages import LANGUAGES, Sentence
from investment_portal.pages.content_pages.rule import ContentPages, PageRule
from investment_portal.problems import Level, Problem, did_you_mean

RULE = "override-words"


def check_override_words(content: ContentPages) -> Iterator[Problem]:
    """Find words that the theme does not have, that occur twice, or whose placeholders nothing fills."""
    for language in LANGUAGES:
        known = theme_words(language)
        files: dict[str, str] = {}
        for path in word_files(content.root, language):
            file = shown_path(path, content.root)
            try:
                document = load_with_places(read_bytes(path, content.root))
            except Unreadable:
                continue  # reported with the settings
            for key, word in document.value.items() if isinstance(document.value, dict) else ():
                line, column = document.place((key,), of_key=True)
                name = present_name(key)
                if name in files:
                    sentence = Sentence(f"“{key}”已写在 {files[name]} 里。", f"“{key}” is already in {files[name]}.")
                    yield Problem(file, line, column, RULE, key, sentence)
                elif name not in known and name.startswith(f"{SYNONYM}_"):
                    pass  # a group of synonyms of the portal itself
                elif name not in known:
                    sentence = Sentence(f"主题里没有名为“{key}”的用语。", f"The theme has no word “{key}”.")
                    hint = did_you_mean(name, known)
                    yield Problem(file, line, column, RULE, key, sentence, hint, Level.WARNING)
                elif _gaps(str(word)) - (gaps := _gaps(known[name])):
                    sentence = Sentence(
                        f"{{}} 里只能写主题原有的名称；实际是“{word}”。",
                        f"Braces must hold names that the theme fills; got “{word}”.",
                    )
                    yield Problem(file, line, column, RULE, key, sentence, _allowed(gaps))
                files.setdefault(name, file)


def _gaps(word: str) -> set[str]:
    """Return the names of a word's gaps; of a word whose braces do not match, the word itself."""
    try:
        return {name for _, name, _, _ in Formatter().parse(word) if name is not None}
    except ValueError:
        return {word}


def _allowed(gaps: set[str]) -> Sentence:
    names = [f"{{{name}}}" for name in sorted(gaps)]
    if not names:
        return Sentence("这里不用花括号。", "Write it without braces.")
    return Sentence(f"可用：{'、'.join(names)}。", f"Allowed: {', '.join(names)}.")


OVERRIDE_WORDS = PageRule(
    RULE,
    Sentence("改写的用语必须是主题里有的。", "Words that a portal changes are words of the theme."),
    check_override_words,
)

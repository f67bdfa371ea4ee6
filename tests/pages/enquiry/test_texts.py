"""The text of a brief, the mail that carries it, and what people paste into forms."""

from email.utils import parseaddr
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Page

CLEAN = "async ([text, lines]) => (await import('/enquiry/text.js')).clean(text, { lines })"
COMPOSE = """async ([language, plan]) => {
  const { compose } = await import('/enquiry/compose.js');
  const { mailLink } = await import('/enquiry/mailto.js');
  const both = (zh, en) => ({ zh, en });
  const data = { language, letter: 'E', title: both('咨询', 'Enquiry'), words: { shortened: '(more)' },
    labels: { reference: both('编号', 'Reference'), to: both('收件', 'To') } };
  const brief = compose(data, {
    to: { name: both('窗口', 'Desk'), mail: 'desk@example.org', phone: '' },
    parts: [
      { name: 'plan', title: both('设想', 'Plan'), lines: [
        { label: both('项目', 'What'), value: plan, long: plan.length > 60 }] },
      { name: 'empty', title: both('空', 'Empty'), lines: [] },
      { name: 'contact', title: both('联系', 'Contact'), lines: [
        { label: both('语言', 'Language'), value: both('中文', 'Chinese') }] },
    ],
    content: [['plan', plan]], who: 'ACME',
  });
  const mail = mailLink('desk@example.org', brief.subject, [brief.full, brief.plain, brief.short, 'paste']);
  return { ...brief, ...mail };
}"""


def composed(page: Page, language: str, plan: str) -> dict[str, Any]:
    """Compose a small brief and the link that mails it."""
    enquiry: dict[str, Any] = page.evaluate(COMPOSE, [language, plan])
    return enquiry


@pytest.mark.parametrize(("language", "first"), [("zh", "项目 / What"), ("en", "What / 项目")])
def test_both_read_it(modules: Page, language: str, first: str) -> None:
    """Labels and chosen answers in both languages, the writer's first; a part without answers is left out."""
    brief = composed(modules, language, "Valves")
    assert f"{first}: Valves" in brief["full"]
    assert {"Chinese", "中文"} <= set(brief["full"].replace("/", " ").split())
    assert "Empty" not in brief["full"]
    assert brief["reference"] in brief["full"]
    assert ("What" in brief["plain"]) == (language == "en")


def test_the_number_is_the_same_in_both_languages(modules: Page) -> None:
    """It stands for the answers, not for the labels."""
    zh, en = (composed(modules, language, "Valves")["reference"] for language in ("zh", "en"))
    assert zh == en != composed(modules, "zh", "Valve")["reference"]


@pytest.mark.parametrize(
    ("plan", "chosen"), [("Valves", 0), ("x" * 1500, 1), ("阀门" * 200, 2), ("x" * 10_000, 2)], ids=range(4)
)
def test_mail_links_are_short_enough_for_any_system(modules: Page, plan: str, chosen: int) -> None:
    """As much as fits: in full, in one language, cut."""
    brief = composed(modules, "en", plan.strip())
    parts = urlsplit(brief["href"])
    fields = parse_qs(parts.query)
    assert brief["chosen"] == chosen
    assert len(brief["href"]) <= 1900
    assert parseaddr(unquote(parts.path))[1] == "desk@example.org"
    assert fields["subject"] == [f"[{brief['reference']}] 咨询 Enquiry - ACME"]
    body = fields["body"][0].replace("\r\n", "\n")
    assert body == [brief["full"], brief["plain"], brief["short"]][chosen]
    if chosen == 2:
        assert body.count("(more)") == 1


@pytest.mark.parametrize(
    ("typed", "lines", "cleaned"),
    [
        ("  a \t b\r\nc ", False, "a b c"),
        ("a\r\n\r\n\r\n\r\nb", True, "a\n\nb"),
        ("a\u202eb\u0000\u0007c\ufeff", False, "abc"),
        ("<script>alert(1)</script>", False, "<script>alert(1)</script>"),
        ("江\u00a0阳", False, "江 阳"),
    ],
)
def test_what_only_machines_see_is_dropped(modules: Page, typed: str, lines: bool, cleaned: str) -> None:
    """Control signs, signs that turn the direction; the words stay."""
    assert modules.evaluate(CLEAN, [typed, lines]) == cleaned


def test_half_a_sign_breaks_no_link(modules: Page) -> None:
    """Half an emoji, as a box that counts halves leaves behind."""
    got = modules.evaluate(
        """async () => {
          const { clean } = await import('/enquiry/text.js');
          return encodeURIComponent(clean('a\\ud83d b'));
        }"""
    )
    assert got == "a%EF%BF%BD%20b"

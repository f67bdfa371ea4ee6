"""Typesetting: accessible PDF with its own letters, equal bytes, and texts that are never code."""

import re
from datetime import date

import pytest
from msgspec.structs import replace

from investment_portal.dossiers import typesetting
from investment_portal.dossiers.contents import PRINTED
from investment_portal.dossiers.dossier import (
    Dossier,
    DossierContact,
    DossierSection,
    DossierTable,
    Labelled,
    Passage,
    PortalFrame,
    RecordSheet,
)
from investment_portal.dossiers.texts import passages
from investment_portal.dossiers.typesetting import Typesetter, TypesettingError, as_json, missing_packages
from investment_portal.formatting.words import read_words
from tests.dossiers.reading import Pdf
from tests.overlay import PORTAL

HOSTILE = r'#panic("x") $x^2$ [a] @ref <b> *c* _d_ \ "e" `f` // g /* h */ ~ = i - j + k {l} \u{41} #import'
"""Everything that means something to Typst, which must be set as it is written."""

ADDRESS = "https://invest.example.gov.cn/projects/a/"


def sheet(text: str) -> RecordSheet:
    """Return a sheet that has a text in every place."""
    value = Labelled(text, text, text)
    table = DossierTable([text, text], [[text, text], [text, text]], (2, 1), (0,))
    sections = [
        DossierSection(text, values=[value, value], pairs=True),
        DossierSection(text, values=[value, Labelled(text, text, known=False)], note=text),
        DossierSection(text, passages=[Passage(text), Passage(entries=[text, text])], half=True),
        DossierSection(text, table=table, half=True),
    ]
    contact = DossierContact(text, text, text, [value])
    return RecordSheet(text, text, text, [text], [text], [value] * 5, sections, [contact], ADDRESS, "0" * 64, ADDRESS)


def dossier(text: str) -> Dossier:
    """Return a dossier of one sheet."""
    frame = PortalFrame(text, text, text, "invest.example.gov.cn", "#9b1c2e", "#1f4e79")
    words = read_words(PORTAL, "zh").group("dossier_page")
    return Dossier("sheet", "zh", text, text, text, date(2026, 6, 30), frame, words, text, sheet(text))


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    """Return a typesetter with open fonts."""
    return Typesetter()


def test_texts_of_records_are_never_code(typesetter: Typesetter) -> None:
    """A name may hold any sign that means something to Typst, and is copied out of the PDF as it was written."""
    pdf = Pdf(typesetter.pdf(as_json(dossier(HOSTILE))).content)
    assert pdf.title == HOSTILE
    assert pdf.text.count("".join(HOSTILE.split())) >= 20


def test_chinese_is_copied_as_it_was_written(typesetter: Typesetter) -> None:
    """With punctuation, figures, units and rarer characters."""
    text = "泸州江阳：项目（示例）投资 12.5 亿元、300 亩，“净地”——㎡ m² ≥ 嬢 龑 · 50%～60%"
    pdf = Pdf(typesetter.pdf(as_json(dossier(text))).content)
    assert "".join(text.split()) in pdf.text


def test_documents_are_accessible(typesetter: Typesetter) -> None:
    """PDF/UA-1 is declared; there are tags, a title that is shown, a language, and a text for every picture."""
    pdf = Pdf(typesetter.pdf(as_json(dossier("项目"))).content)
    assert "<pdfuaid:part>1</pdfuaid:part>" in pdf.metadata
    assert pdf.catalog["/MarkInfo"]["/Marked"] == True  # noqa: E712 - a boolean of the PDF
    assert pdf.catalog["/Lang"] == "zh-CN"
    assert pdf.catalog["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 - the same
    elements = list(pdf.elements())
    types = [type_ for type_, _ in elements]
    assert {"/Document", "/H1", "/H2", "/P", "/Table", "/TH", "/TD", "/L", "/LI", "/Figure", "/Link"} <= set(types)
    assert types.count("/H1") == 1
    assert all(ADDRESS in element["/Alt"] for type_, element in elements if type_ == "/Figure")


def test_fonts_are_embedded(typesetter: Typesetter) -> None:
    """All of them, and those of the package alone."""
    pdf = Pdf(typesetter.pdf(as_json(dossier("项目 project"))).content)
    fonts = list(pdf.fonts())
    assert fonts
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(font) for font in fonts)
    assert all("Noto" in font["/FontName"] for font in fonts)


def test_equal_content_gives_equal_bytes(typesetter: Typesetter) -> None:
    """Also from another typesetter, which has set nothing before."""
    typesetter.pdf(as_json(dossier("另一个")))
    content = as_json(dossier("项目"))
    assert typesetter.pdf(content) == Typesetter().pdf(content) == typesetter.pdf(content)


def test_smaller_letters_save_a_page(typesetter: Typesetter) -> None:
    """A sheet that would take a page too many is set smaller; if that saves no page, it stays as it is."""
    long = "建设条件与建设内容。" * 24
    content = as_json(dossier("项目"))
    usual = typesetter.pdf(content)
    assert typesetter.pdf(content, usual.pages) == usual
    longer = as_json(replace(dossier("项目"), sheet=replace(sheet("项目"), lead=long * 40)))
    assert typesetter.pdf(longer, 1).pages <= typesetter.pdf(longer).pages


def test_a_character_that_no_font_has_is_refused(typesetter: Typesetter) -> None:
    """An empty box in a handout is worse than none: the error names the text."""
    with pytest.raises(TypesettingError):
        typesetter.pdf(as_json(dossier("项目\U000e0041\U0001f9ff")))


def test_missing_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """In one sentence, with what to install."""
    assert missing_packages() is None
    monkeypatch.setattr(typesetting, "PACKAGES", {"no_such_module": "no-such-package"})
    missing = missing_packages()
    assert missing
    assert "no-such-package" in missing.zh
    assert "no-such-package" in missing.en


def test_prose_becomes_paragraphs_and_lists() -> None:
    """Without marks of emphasis and links."""
    text = "第一段，**重点**。\n\n- 其一\n- [其二](https://example.org/)\n\n第二段"
    assert passages(text) == [Passage("第一段，重点。"), Passage(entries=["其一", "其二"]), Passage("第二段")]
    assert passages("1. a\n2. b") == [Passage(entries=["a", "b"])]


def test_templates_print_the_words_that_they_are_given() -> None:
    """And no others."""
    texts = [path.read_text("utf-8") for path in sorted(typesetting.TEMPLATES.glob("*.typ"))]
    assert {name for text in texts for name in re.findall(r"\bwords\.([a-z_]+)", text)} == set(PRINTED)


def test_templates_have_short_lines() -> None:
    """As all templates."""
    for path in sorted(typesetting.TEMPLATES.glob("*.typ")):
        assert max(map(len, path.read_text("utf-8").splitlines())) <= 160, path

"""Templates are composed of files when they are compiled; faults name the file and its line."""

import pickle
from collections.abc import Callable
from pathlib import Path
from types import CodeType

import pytest
from markupsafe import Markup

from investment_portal.content.theme_files import THEME
from investment_portal.formatting.words import Words
from investment_portal.rendering.sources import Sources, TemplateFault
from investment_portal.rendering.templates import Templates
from tests.overlay import PAGES

Write = Callable[[dict[str, str]], Templates]

LONGEST_LINE = 160


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write template files, and ``elements/parts.html`` that each portal has; return the portal's templates."""

    def opened(files: dict[str, str]) -> Templates:
        for name, text in files.items():
            path = tmp_path / PAGES / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return Templates(Sources(tmp_path), tmp_path / "store")

    return opened


def test_files_are_inlined(write: Write) -> None:
    """Files inline files; each sees the values of the place, and those that it is given."""
    templates = write(
        {
            "page.html": '<p>{% inline "a/one.html" with word = name, sign = "!" %} {{ word is defined }}</p>',
            "a/one.html": '{% inline "a/two.html" %}{{ sign }}',
            "a/two.html": "<b>{{ word }}, {{ name }}</b>",
        }
    )
    assert templates.render("page.html", name="x") == "<p><b>x, x</b>! False</p>"


def test_a_file_is_chosen_by_a_value(write: Write) -> None:
    """Among all that match; the value is evaluated once for each place."""
    templates = write(
        {
            "page.html": "{% for kind in kinds %}"
            '{% inline "parts/*.html" by kind with text = kind ~ "!" %};{% endfor %}',
            "parts/list.html": "<ul>{{ text }}</ul>",
            "parts/text.html": "<p>{{ text }}</p>",
        }
    )
    assert templates.render("page.html", kinds=["text", "list"]) == "<p>text!</p>;<ul>list!</ul>;"


def test_everything_is_escaped(write: Write) -> None:
    """Text is, finished HTML is not; data for scripts is the same at every build."""
    templates = write({"page.html": "{{ a }} {{ b }} {{ c | tojson }}"})
    html = templates.render("page.html", a="<&>", b=Markup("<b>"), c={"乙": "</script>", "a": 1})
    assert html == '&lt;&amp;&gt; <b> {"a":1,"乙":"\\u003c/script\\u003e"}'


def test_layout_is_removed(write: Write) -> None:
    """Beside block tags; between inline elements one blank remains."""
    templates = write(
        {
            "page.html": '<ul class="a{{ a }}">\n  {% if a %}\n  <li>x</li>\n  {% endif %}\n'
            '  {% inline "b.html" %}\n</ul>\n',
            "b.html": "<li>\n  <b>x</b>\n  {{ a }}\n</li>\n",
        }
    )
    assert templates.render("page.html", a=1) == '<ul class="a1"><li>x</li><li><b>x</b> 1</li></ul>'


def test_jinja_includes_and_imports(write: Write) -> None:
    """Jinja's own include and import work as well, faults included."""
    templates = write(
        {
            "page.html": '{% from "m.html" import m %}{{ m(1) }}\n{% include "i.html" %}',
            "m.html": "{% macro m(a) %}<i>{{ a }}</i>{% endmacro %}",
            "i.html": "\n\n{{ b }}",
        }
    )
    assert templates.render("page.html", b=2).split() == ["<i>1</i>", "2"]
    with pytest.raises(TemplateFault, match=r"i\.html:3: 'b' is undefined"):
        templates.render("page.html")


FAULTS = {
    "undefined value": ({"c.html": "<p>\n{{ lost.word }}\n</p>"}, "c.html:2: 'lost' is undefined"),
    "undefined attribute": ({"c.html": "\n\n{{ a.word }}"}, "c.html:3: 'int' object has no attribute 'word'"),
    "error in a called function": ({"c.html": "\n{{ fail() }}"}, "c.html:2: no such thing"),
    "after an inlined file": (
        {"c.html": "<p>\n</p>\n<p>\n", "page.html": '{% inline "c.html" %}\n{{ b }}'},
        "page.html:2: 'b' is undefined",
    ),
    "no file": ({"c.html": '\n{% inline "d.html" %}'}, "c.html:2: there is no file “d.html” to inline"),
    "no file for a value": ({"c.html": '\n{% inline "*.html" by a %}', "d.html": ""}, "c.html:2: "),
    "no file for any value": ({"c.html": '\n{% inline "d/*.html" by a %}'}, "c.html:2: no file matches “d/*.html”"),
    "unknown value": (
        {"c.html": '\n{% inline "d/*.html" by a %}', "d/2.html": ""},
        "c.html:2: There is no template “d/1.html”. Write this file in investment_portal/theme/pages, or correct",
    ),
    "circle": (
        {"c.html": '\n{% inline "d.html" %}', "d.html": '{% inline "c.html" %}'},
        "d.html:1: “c.html” cannot inline itself: c.html > d.html > c.html",
    ),
    "unknown tag": ({"c.html": "<p>\n{% nothing %}"}, "c.html:2: Encountered unknown tag 'nothing'"),
    "unknown filter": ({"c.html": "<p>\n{{ a | nothing }}"}, "c.html:2: No filter named 'nothing'"),
    "missing end": ({"c.html": "<p>\n{% if a %}\n"}, "c.html:2: Unexpected end of template"),
    "first sign": ({"c.html": "{# never ends"}, "c.html:1: Missing end of comment tag"),
    "wrong sign": ({"a.html": "\n" * 90, "c.html": "<p>\n{{ a ? }}"}, "c.html:2: unexpected char '?'"),
    "no file at all": ({}, "page.html:2: there is no file “c.html” to inline"),
}


def fail() -> str:
    """Fail as a function may that a template calls."""
    raise ValueError("no such thing")


@pytest.mark.parametrize("name", FAULTS)
def test_faults_are_placed(write: Write, name: str) -> None:
    """With the component's own file and line, whatever sort of mistake it is."""
    files, expected = FAULTS[name]
    templates = write({"page.html": '<p>\n</p>{% inline "c.html" %}', **files})
    with pytest.raises(TemplateFault) as failure:
        templates.render("page.html", a=1, fail=fail)
    assert expected in str(failure.value)


def test_faults_of_the_shared_macro_are_placed(write: Write) -> None:
    """When they arise while it is compiled for all pages."""
    templates = write({"elements/parts.html": "\n{% if %}"})
    with pytest.raises(TemplateFault, match=r"^overrides/pages/elements/parts\.html:2: Expected an expression"):
        templates.prepare()


def test_missing_templates_are_named(write: Write) -> None:
    """Also the page's own."""
    with pytest.raises(TemplateFault, match=r"^overrides/pages/lost\.html:1: The file is missing\. Write it in "):
        write({}).render("lost.html")


def test_files_are_utf_8(tmp_path: Path) -> None:
    """Another encoding is said with the line."""
    (tmp_path / PAGES).mkdir(parents=True)
    (tmp_path / PAGES / "page.html").write_bytes("<p>\n电</p>".encode("gbk"))
    with pytest.raises(TemplateFault, match=r"page\.html:2: the file is not UTF-8"):
        Templates(Sources(tmp_path))


def test_an_unknown_component_gets_a_sentence(write: Write) -> None:
    """In both languages, with the nearest name."""
    templates = write({"page.html": '{% inline "components/*.html" by a %}', "components/facts.html": ""})
    with pytest.raises(TemplateFault) as failure:
        templates.render("page.html", a="fatcs")
    assert failure.value.in_("zh") == (
        "overrides/pages/page.html:1: 没有模板“components/fatcs.html”。"
        "请在 investment_portal/theme/pages 里写这个文件，"
        "或改正代码里的名称“fatcs”。是不是“facts”？"
    )
    assert failure.value.in_("en").endswith("or correct the name “fatcs” in the code. Did you mean “facts”?")


def test_a_missing_word_gets_a_sentence(write: Write) -> None:
    """At the line of the template that asks for it."""
    templates = write({"page.html": '\n{{ words["home_page"] }}'})
    with pytest.raises(TemplateFault) as failure:
        templates.render("page.html", words=Words("en", {"homepage": "Home"}))
    assert str(failure.value) == (
        "overrides/pages/page.html:2: The theme has no word “home_page” in en. Write it in a file of "
        "investment_portal/theme/words/en, and in every other language. Did you mean “homepage”?"
    )


def test_our_own_errors_stay_errors(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that arises in no template is not laid to one."""

    def load(*_: object) -> CodeType:
        raise ZeroDivisionError

    monkeypatch.setattr("investment_portal.rendering.compiled.load", load)
    with pytest.raises(ZeroDivisionError):
        write({"page.html": ""}).render("page.html")


def test_a_fault_passes_between_processes() -> None:
    """Pages are rendered by several."""
    fault = pickle.loads(pickle.dumps(TemplateFault("overrides/pages/a.html", 3, "why")))  # noqa: S301 - our own
    assert str(fault) == "overrides/pages/a.html:3: why"


def test_lines_can_be_read() -> None:
    """No line of a template is so long that a difference in it cannot be seen."""
    long = [
        f"{path.relative_to(THEME)}:{number}"
        for path in sorted((THEME / "pages").rglob("*.html"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if len(line) > LONGEST_LINE
    ]
    assert long == []

"""A form whose answers become an enquiry in the reader's own browser."""

from collections.abc import Mapping, Sequence
from typing import Any

from investment_portal.components.context import Context
from investment_portal.components.parts import Part
from investment_portal.languages import Sentence
from investment_portal.pages.enquiry.data import FormQuestion, QuestionGroup, both, form_data
from investment_portal.value import Value


class AnswerChoices(Value):
    """Answers to choose from, as (value, label), under a heading or under none."""

    heading: str
    options: Sequence[tuple[str, str]]


class Field(Value):
    """One question in one language."""

    name: str
    label: str
    reading: str
    choices: Sequence[AnswerChoices]
    required: bool
    hint: str
    fill: str


class Block(Value):
    """Questions under one heading; ``special`` names a part that is drawn by itself."""

    name: str
    title: str
    hint: str
    special: str
    fields: Sequence[Field]


class EnquiryForm(Part):
    """The questions, the contact that will get the answers, and the ways to send them; hidden where no script runs."""

    component = "enquiry_form"
    name: str
    """The form's script, and its name."""
    blocks: Sequence[Block]
    make: str
    """The label of the button that writes the text."""
    data: Mapping[str, Any]


def enquiry_form(
    context: Context, name: str, title: Sentence, groups: Sequence[QuestionGroup], chunks: int
) -> EnquiryForm:
    """Make the form of a page; the script of a meeting has words of its own."""
    meeting_words = context.words.group("meeting") if name == "meeting" else {}
    words = {**context.words.group("enquiry"), **meeting_words}
    data = {**form_data(context, groups, chunks), "letter": name[0].upper(), "title": both(title), "words": words}
    return EnquiryForm(name, [_block(context, group) for group in groups], context.words[f"{name}_make"], data)


def _block(context: Context, group: QuestionGroup) -> Block:
    language = context.language
    fields = [_field(context, question) for question in group.questions]
    return Block(group.name, group.title.in_(language), group.hint.in_(language), group.special, fields)


def _field(context: Context, question: FormQuestion) -> Field:
    language = context.language
    return Field(
        question.name,
        question.label.in_(language),
        question.reading,
        _choices(context, question),
        question.required,
        question.hint.in_(language),
        question.fill,
    )


def _choices(context: Context, question: FormQuestion) -> list[AnswerChoices]:
    """Gather neighbouring answers under their headings."""
    sections: list[tuple[str, list[tuple[str, str]]]] = []
    for option in question.options:
        heading = option.within.in_(context.language) if option.within else ""
        if not sections or sections[-1][0] != heading:
            sections.append((heading, []))
        sections[-1][1].append((option.value, option.label.in_(context.language)))
    return [AnswerChoices(heading, options) for heading, options in sections]

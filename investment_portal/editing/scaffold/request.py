"""Check a request for a new record: a known kind, a possible id; ask for what it must hold."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from investment_portal.languages import NOTHING, Sentence
from investment_portal.models.controlled_values import ProjectKind
from investment_portal.models.kinds import KINDS, Kind
from investment_portal.models.project import REQUIRED
from investment_portal.problems import did_you_mean, quoted, suggested
from investment_portal.validation.loaded_portal import LoadedPortal
from investment_portal.validation.record_files import is_id


class Refused(Exception):  # noqa: N818 - it says what is wrong with a request, and the command passes it on
    """Ends the making of a record; the sentence says why."""

    def __init__(self, sentence: Sentence, hint: Sentence = NOTHING) -> None:
        """Join sentence and hint."""
        self.sentence = Sentence(sentence.zh + hint.zh, f"{sentence.en} {hint.en}".strip())
        super().__init__(self.sentence.en)


def kind_named(typed: str) -> Kind:
    """Find a kind by its name; its label and its folder are understood too."""
    if typed in KINDS:
        return KINDS[typed]
    others = {word: kind.name for kind in KINDS.values() for word in (kind.label.zh, kind.place, kind.column)}
    hint = did_you_mean(others.get(typed, typed), KINDS)
    sentence = Sentence(f"没有“{quoted(typed)}”这种记录。", f"There is no kind of record “{quoted(typed)}”.")
    raise Refused(sentence, hint if hint != NOTHING else _choose({kind.name: kind.label for kind in KINDS.values()}))


def project_kind_named(typed: str | None, kind: Kind) -> ProjectKind:
    """Find the kind of project that ``--for`` names; the usual one where nothing is said."""
    if typed is None:
        return ProjectKind.INVESTMENT
    if kind.name != "project":
        raise Refused(Sentence("--for 只用于 project（项目）。", "--for goes with the kind “project” only."))
    kinds = {member.value: member for member in ProjectKind}
    if typed in kinds:
        return kinds[typed]
    names = {name: project_kind.label for name, project_kind in kinds.items()}
    word = {label.zh: name for name, label in names.items()}.get(typed, typed)
    hint = did_you_mean(word, names)
    sentence = Sentence(f"没有“{quoted(typed)}”这类项目。", f"There is no kind of project “{quoted(typed)}”.")
    raise Refused(sentence, hint if hint != NOTHING else _choose(names))


def _choose(names: dict[str, Sentence]) -> Sentence:
    zh = "、".join(f"{name}（{label.zh}）" for name, label in names.items())
    return Sentence(f"可选：{zh}。", f"Choose one of {', '.join(names)}.")


def require_free(id_: str, kind: Kind, portal: LoadedPortal) -> None:
    """Refuse an id that cannot be one, that a page of the portal has, or that a record has or had."""
    if not is_id(id_):
        sentence = Sentence(
            f"编号只用小写字母、数字和连字符，最长 64 个；实际写的是“{quoted(id_)}”。",
            f"An id has small letters, digits and hyphens, 64 at the most; got “{quoted(id_)}”.",
        )
        raise Refused(sentence, _mended(id_))
    if id_ in kind.reserved:
        raise Refused(
            Sentence(
                f"编号“{id_}”留给门户自己的页面，不能用。",
                f"The id “{id_}” is kept for a page of the portal itself.",
            )
        )
    for other, place in _taken(kind, portal):
        if id_ == other:
            sentence = Sentence(f"编号“{id_}”已经有了，在 {place} 里。", f"The id “{id_}” exists already, in {place}.")
            raise Refused(sentence, Sentence("请换一个。", "Choose another."))
        if id_.replace("-", "") == other.replace("-", ""):
            sentence = Sentence(
                f"编号应一眼可辨，“{id_}”与 {place} 里的“{other}”只差连字符。",
                f"Ids must be told apart; “{id_}” and “{other}” in {place} differ only in hyphens.",
            )
            raise Refused(sentence, Sentence("请换一个。", "Choose another."))


def _taken(kind: Kind, portal: LoadedPortal) -> Iterable[tuple[str, str]]:
    """Return every id of the kind, present or former, with the file that has it."""
    for (name, id_), place in sorted(portal.files.items()):
        if name == kind.name:
            yield id_, place
            record = portal.records[name].get(id_)
            yield from ((former, place) for former in getattr(record, "formerly", ()))


def _mended(typed: str) -> Sentence:
    """Guess an id from what was typed."""
    slug = re.sub(r"[^a-z0-9]+", "-", typed.removesuffix(".yaml").lower()).strip("-")
    return suggested(slug) if is_id(slug) else NOTHING


TODAY = ("published_on", "verified_on", "status_on")
"""Dates that the bureau itself sets on the day of writing; other dates are facts that somebody must look up."""

LEFT_OUT = frozenset({"id", "example", "withdrawn", "formerly"})
"""The file's name is the id, and a new record is no sample and has no past."""

PHONE = Sentence(
    "电话、邮箱至少有一项；没有电话就删去这一项，改填 mail",
    "a contact has a phone or mail; where there is no phone, delete this and fill mail",
)
BACKUP = Sentence("服务热线可删去这一项", "a hotline needs none: delete this")
CLAIM = Sentence("免申即享的政策可删去这一项", "what is paid without applying needs none: delete this")

REQUIRED_BY_RULES: Mapping[str, Mapping[str, Sentence]] = {
    "contact": {"phone": PHONE, "backup": BACKUP},
    "policy": {
        "effective.until": NOTHING,
        "claim_link": CLAIM,
        "legal_basis": NOTHING,
        "fair_competition_review": NOTHING,
        "fair_competition_review.on": NOTHING,
    },
}
"""Key paths that rules ask for although the model can do without them, with what a writer must know of them."""


def required_by_rules(kind: str, project: ProjectKind) -> Mapping[str, Sentence]:
    """Return the key paths that a new record of a kind must fill besides the required ones."""
    return dict.fromkeys(REQUIRED[project], NOTHING) if kind == "project" else REQUIRED_BY_RULES.get(kind, {})


def given_for(kind: str, project: ProjectKind, day: date) -> dict[str, str]:
    """Return the values that are known already."""
    known = dict.fromkeys(TODAY, day.isoformat())
    return {**known, "kind": project.value} if kind == "project" else known

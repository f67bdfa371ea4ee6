"""Requests of the form: the list, a record, its problems while typing, and saves. Plain values in and out."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from http import HTTPStatus
from pathlib import Path
from typing import Any, NamedTuple

from investment_portal.content.yaml_edits import same
from investment_portal.content.yaml_writer import REMOVED, ValueChange
from investment_portal.editing.acts import verified, withdrawn
from investment_portal.editing.files import FileChange
from investment_portal.editing.records import RecordError, RecordPlace, change_record, kinds_with
from investment_portal.editing.rename import renamed
from investment_portal.editing.scaffold.request import Refused, require_free
from investment_portal.languages import LANGUAGES, Language, Sentence, language_path
from investment_portal.models.kinds import KINDS, Kind
from investment_portal.preview.admin.drafts import DRAFTS
from investment_portal.preview.admin.fields import form_of, label_of_key, shown, typed
from investment_portal.preview.admin.photographs import take
from investment_portal.preview.admin.saving import UNDO, Saves
from investment_portal.preview.admin.words import words
from investment_portal.preview.admin.workspace import Workspace, base_of, readings
from investment_portal.preview.hub import ReloadHub
from investment_portal.problems import Finding, Level
from investment_portal.refusals import RefusedError

MOST_LABELS = 4
"""Changed fields that a sentence names before it only counts the rest."""

GONE = Sentence("这条记录已不在了，可能被删去或改了编号。", "This record is gone: it was deleted or has another id.")
BAD = Sentence("请求不完整。", "The request is incomplete.")


class FormAnswer(NamedTuple):
    """An answer to a request: its status and its values."""

    status: HTTPStatus
    value: Any


class RequestError(RefusedError):
    """A request that makes no sense: the page sends none such."""


class Admin:
    """The form of one portal."""

    def __init__(self, root: Path, hub: ReloadHub, day: Callable[[], date]) -> None:
        """Begin; nothing is read before the form is opened."""
        self.root, self.hub, self.day = root, hub, day
        self.workspace, self.saves = Workspace(root), Saves(root)
        self._drafts = root / DRAFTS

    def answer(self, name: str, request: Mapping[str, Any], content: bytes = b"") -> FormAnswer:
        """Answer a request; what cannot be done has a sentence in the language of the page."""
        language: Language = "en" if request.get("lang") == "en" else "zh"
        handler = REQUESTS.get(name)
        if handler is None:
            return FormAnswer(HTTPStatus.NOT_FOUND, {"error": "404"})
        try:
            if name == "picture":
                return FormAnswer(HTTPStatus.OK, self.picture(request, content))
            with self.workspace.lock:
                return FormAnswer(HTTPStatus.OK, handler(self, request, language))
        except Conflict as conflict:
            return FormAnswer(HTTPStatus.CONFLICT, conflict.value)
        except (Refused, RefusedError) as refused:
            status, error = HTTPStatus.UNPROCESSABLE_ENTITY, refused.sentence.in_(language)
        except (KeyError, TypeError, ValueError) as mistake:
            status, error = HTTPStatus.BAD_REQUEST, f"{BAD.in_(language)} ({mistake!r})"
        except OSError as failure:
            status, error = HTTPStatus.INTERNAL_SERVER_ERROR, str(failure)
        return FormAnswer(status, {"error": error})

    def start(self, request: Mapping[str, Any], language: Language) -> Any:  # noqa: ARG002 - as all requests
        """Return what every page of the form needs: kinds, words, names of records, the person, the last save."""
        portal = self.workspace.portal()
        counts = {name: sum(kind == name for kind, _ in portal.files) for name in KINDS}
        return {
            "kinds": [[kind.name, kind.label.in_(language), counts[kind.name]] for kind in KINDS.values()],
            "verifiable": kinds_with("verified_on"),
            "withdrawable": kinds_with("withdrawn"),
            "words": words(language),
            "names": self.workspace.names(),
            "person": self.saves.person(),
            "git": self.saves.has_git(),
            "undo": self.saves.last,
            "today": self.day().isoformat(),
        }

    def rows(self, request: Mapping[str, Any], language: Language) -> Any:  # noqa: ARG002 - as all requests
        """Return the records of a kind."""
        kind = _kind(request)
        drafts = {path.stem for path in (self._drafts / kind.name).glob("*.json")}
        rows = self.workspace.rows(kind, self.day(), self.hub.now.problems)
        listed = [{**row._asdict(), "draft": row.id in drafts} for row in rows]
        there = {row.id for row in rows}
        new = [
            {"id": id_, "name": [id_, id_], "verified_on": "", "draft": True, "new": True}
            for id_ in sorted(drafts - there)
        ]
        return {"rows": [*new, *listed], "undo": self.saves.last}

    def form(self, request: Mapping[str, Any], language: Language) -> Any:
        """Return the form of a kind."""
        return form_of(_kind(request), language)

    def record(self, request: Mapping[str, Any], language: Language) -> Any:  # noqa: ARG002 - as all requests
        """Return a record as the form shows it: its values, its version, its draft, its pages."""
        kind, id_ = _kind(request), str(request["id"])
        draft = self._draft(kind, id_)
        place = self.workspace.place(kind, id_)
        if place is None:
            if draft is None:
                raise RecordError(GONE)
            return {"id": id_, "value": {}, "base": "", "draft": draft, "new": True, "pages": {}}
        value = shown(self.workspace.value(place))
        value.pop("id", None)
        return {
            "id": id_,
            "value": value,
            "base": base_of(self.workspace.text(place.file)),
            "draft": draft,
            "new": False,
            "pages": _pages(kind, id_),
        }

    def check(self, request: Mapping[str, Any], language: Language) -> Any:
        """Return the problems of a record with the values of the form, and its quantities in words."""
        kind, id_ = _kind(request), str(request.get("id") or "")
        value = self._typed(kind, id_, request["value"])
        findings, record = self.workspace.findings(kind, id_, value, self.day())
        problems = [_problem(finding, language) for finding in findings]
        if request.get("new"):
            try:
                require_free(id_, kind, self.workspace.portal())
            except Refused as refused:
                problems.insert(0, _id_problem(refused.sentence.in_(language)))
        return {"problems": problems, "readings": [[path, text] for path, text in readings(record)]}

    def save(self, request: Mapping[str, Any], language: Language) -> Any:
        """Write a record. Raise ``Conflict`` where somebody else changed the same fields since it was opened."""
        kind, id_ = _kind(request), str(request["id"])
        portal = self.workspace.portal()
        place = self.workspace.place(kind, id_)
        if request.get("new"):
            require_free(id_, kind, portal)
            place = RecordPlace(kind.name, id_, kind.place if kind.is_file else f"{kind.place}/{id_}.yaml")
        if place is None:
            raise RecordError(GONE)
        text = self.workspace.text(place.file)
        before = self.workspace.value(place) if not request.get("new") else {}
        wanted = request["value"]
        if not request.get("new") and base_of(text) != request["base"]:
            wanted = merged(request["base_value"], wanted, shown(before), base_of(text))
        value = typed(form_of(kind, language), wanted, before) or {}
        if "id" in before:
            value["id"] = before["id"]
        if not request.get("force"):
            findings, _ = self.workspace.findings(kind, id_, value, self.day())
            errors = [_problem(finding, language) for finding in findings if finding.level is Level.ERROR]
            if errors:
                return {"errors": errors}
        changes = [ValueChange((key,), new) for key, new in value.items() if not same(before.get(key), new)]
        changes += [ValueChange((key,)) for key in before if key not in value]
        after = change_record(text, place, _grouped(changes, value)) if changes else text
        if after == text:
            return {"unchanged": True, "base": base_of(text)}
        existed = (self.root / place.file).is_file()
        sentence = _sentence(kind, id_, value, changes, language, new=bool(request.get("new")))
        problem = self.saves.save(
            sentence, [FileChange(place.file, text if existed else None, after)], str(request.get("person") or "")
        )
        self._draft_file(kind, id_).unlink(missing_ok=True)
        return {
            "saved": sentence,
            "not_committed": problem,
            "base": base_of(after),
            "value": shown(value),
            "undo": self.saves.last,
            "pages": _pages(kind, id_),
        }

    def verify(self, request: Mapping[str, Any], language: Language) -> Any:
        """Set the day of verification of records."""
        kind = _kind(request)
        places = [place for id_ in request["ids"] if (place := self.workspace.place(kind, str(id_)))]
        changes = verified(self.root, places, self.day())
        zh = f"核实{kind.label.zh} {len(places)} 条：{'、'.join(place.id for place in places[:MOST_LABELS])}"
        en = f"Verify {len(places)} of kind {kind.name}: {', '.join(place.id for place in places[:MOST_LABELS])}"
        more = "…" if len(places) > MOST_LABELS else ""
        return self._save(request, Sentence(zh + more, en + more), changes, language)

    def withdraw(self, request: Mapping[str, Any], language: Language) -> Any:
        """Withdraw a record."""
        kind, id_ = _kind(request), str(request["id"])
        place = self.workspace.place(kind, id_)
        reason = Sentence(str(request["reason"]["zh"]).strip(), str(request["reason"]["en"]).strip())
        if place is None:
            raise RecordError(GONE)
        if not reason.zh or not reason.en:
            raise RecordError(Sentence("原因要写中文和英文。", "The reason is needed in Chinese and in English."))
        changes = withdrawn(self.root, place, self.day(), reason, str(request.get("successor") or "") or None)
        return self._save(
            request, Sentence(f"撤回{kind.label.zh} {id_}", f"Withdraw {kind.name} {id_}"), changes, language
        )

    def rename(self, request: Mapping[str, Any], language: Language) -> Any:
        """Rename a record, everywhere."""
        kind, old, new = _kind(request), str(request["id"]), str(request["to"]).strip()
        changes = renamed(self.root, kind, old, new)
        sentence = Sentence(f"{kind.label.zh}编号由 {old} 改为 {new}", f"Rename {kind.name} {old} to {new}")
        return {**self._save(request, sentence, changes, language), "id": new}

    def undo(self, request: Mapping[str, Any], language: Language) -> Any:
        """Take the last save back."""
        sentence = self.saves.undo(str(request.get("person") or ""), UNDO.in_(language))
        return {"undone": sentence, "undo": self.saves.last}

    def draft(self, request: Mapping[str, Any], language: Language) -> Any:  # noqa: ARG002 - as all requests
        """Keep or discard what was typed and is not saved yet."""
        kind, id_ = _kind(request), str(request["id"])
        file = self._draft_file(kind, id_)
        if request.get("value") is None:
            file.unlink(missing_ok=True)
            return {"draft": False}
        if request.get("new"):
            require_free(id_, kind, self.workspace.portal())
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(request["value"], ensure_ascii=False), "utf-8")
        return {"draft": True}

    def picture(self, request: Mapping[str, Any], content: bytes) -> Any:
        """Take a photograph; return its path below ``docs/assets``."""
        left, top, right, bottom = (float(part) for part in str(request.get("margins") or "0,0,0,0").split(","))
        folder = _kind(request).place.removeprefix("district/").removesuffix(".yaml")
        return {"file": take(self.root, folder, str(request["name"]), content, (left, top, right, bottom))}

    def _save(
        self, request: Mapping[str, Any], sentence: Sentence, changes: Sequence[FileChange], language: Language
    ) -> dict[str, Any]:
        if not changes:
            return {"unchanged": True, "undo": self.saves.last}
        problem = self.saves.save(sentence.in_(language), changes, str(request.get("person") or ""))
        return {"saved": sentence.in_(language), "not_committed": problem, "undo": self.saves.last}

    def _typed(self, kind: Kind, id_: str, value: Any) -> dict[str, Any]:
        place = self.workspace.place(kind, id_)
        before = self.workspace.value(place) if place else {}
        return typed(form_of(kind, LANGUAGES[0]), value, {**before}) or {}

    def _draft_file(self, kind: Kind, id_: str) -> Path:
        if not id_ or any(sign in id_ for sign in "/\\:\0") or id_.startswith("."):
            raise RequestError(BAD)
        return self._drafts / kind.name / f"{id_}.json"

    def _draft(self, kind: Kind, id_: str) -> Any:
        try:
            return json.loads(self._draft_file(kind, id_).read_text("utf-8"))
        except (OSError, ValueError):
            return None


class Conflict(Exception):  # noqa: N818 - a state of the record, which the page shows
    """Two versions of the same fields: ``value`` has the record merged so far, and both versions of each field."""

    def __init__(self, value: Mapping[str, Any]) -> None:
        """Carry both."""
        super().__init__("conflict")
        self.value = value


def merged(base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any], version: str) -> dict[str, Any]:
    """Return a record with the fields that either side changed; raise ``Conflict`` where both changed one."""
    result, conflicts = dict(theirs), []
    for key in dict.fromkeys([*theirs, *mine, *base]):
        if same(base.get(key), mine.get(key)):
            continue
        if not same(base.get(key), theirs.get(key)) and not same(mine.get(key), theirs.get(key)):
            conflicts.append({"key": key, "mine": mine.get(key), "theirs": theirs.get(key)})
        result[key] = mine.get(key)
    result = {key: value for key, value in result.items() if value is not None and key != "id"}
    if conflicts:
        raise Conflict({"conflicts": conflicts, "value": result, "theirs": dict(theirs), "base": version})
    return result


def _grouped(changes: Sequence[ValueChange], value: Mapping[str, Any]) -> Sequence[ValueChange]:
    """Return the changes, those that remove a key last, so that the record is never empty in between."""
    return sorted(changes, key=lambda change: change.value is REMOVED) if value else changes


def _kind(request: Mapping[str, Any]) -> Kind:
    kind = KINDS.get(str(request.get("kind")))
    if kind is None:
        raise RequestError(BAD)
    return kind


def _pages(kind: Kind, id_: str) -> dict[str, str]:
    """Return the addresses of a record's pages by language."""
    address = kind.address(id_)
    return {language: f"/{language_path(language)}{address}" for language in LANGUAGES} if address else {}


def _problem(finding: Finding, language: Language) -> dict[str, Any]:
    return {
        "path": list(finding.path),
        "level": finding.level.value,
        "rule": finding.rule,
        "sentence": finding.sentence.in_(language),
        "hint": finding.hint.in_(language),
    }


def _id_problem(sentence: str) -> dict[str, Any]:
    return {"path": ["id"], "level": Level.ERROR.value, "rule": "bad-id", "sentence": sentence, "hint": ""}


def _sentence(  # noqa: PLR0913 - what a save is about
    kind: Kind, id_: str, value: Mapping[str, Any], changes: Sequence[ValueChange], language: Language, *, new: bool
) -> str:
    """Return what a save does, in one sentence: the record by name, and the fields that change."""
    name = value.get("name") or value.get("title") or {}
    named = (name.get(language) if isinstance(name, dict) else None) or id_
    labels = [label_of_key(kind, str(change.path[0])).in_(language) for change in changes]
    if new:
        return Sentence(f"新增{kind.label.zh}“{named}”（{id_}）", f"Add {kind.name} “{named}” ({id_})").in_(language)
    more = len(labels) - MOST_LABELS
    zh = "、".join(labels[:MOST_LABELS]) + (f"等 {len(labels)} 项" if more > 0 else "")
    en = ", ".join(labels[:MOST_LABELS]) + (f" and {more} more" if more > 0 else "")
    return Sentence(f"修改{kind.label.zh}“{named}”（{id_}）：{zh}", f"Change {kind.name} “{named}” ({id_}): {en}").in_(
        language
    )


REQUESTS: Mapping[str, Callable[[Admin, Mapping[str, Any], Language], Any]] = {
    "start": Admin.start,
    "rows": Admin.rows,
    "form": Admin.form,
    "record": Admin.record,
    "check": Admin.check,
    "save": Admin.save,
    "verify": Admin.verify,
    "withdraw": Admin.withdraw,
    "rename": Admin.rename,
    "undo": Admin.undo,
    "draft": Admin.draft,
    "picture": lambda admin, request, _: admin.picture(request, b""),
}
"""Requests by name; all are sent by POST, which a page of another site cannot do unnoticed."""

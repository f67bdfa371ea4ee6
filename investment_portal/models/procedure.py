"""Procedures: the steps to operation for one way of settling here, such as building on land or leasing a hall."""

from graphlib import CycleError, TopologicalSorter

from investment_portal.languages import NOTHING, Sentence
from investment_portal.models.base import Model, field
from investment_portal.models.controlled_values import ProjectKind
from investment_portal.models.media import Url
from investment_portal.models.quantities import Money, WorkingDaysRange
from investment_portal.models.quantities.quantity import ValueRefusedError, refusal
from investment_portal.models.record import Record
from investment_portal.models.reference import ContactRef, Id
from investment_portal.models.text import Text

FOR = Sentence(
    "适用的项目类别；项目页链接到适用的流程。", "Kinds of projects it applies to; their pages link to the procedure."
)
AFTER = Sentence(
    "必须先办完的步骤；不写的一开始就可以办理。",
    "Steps that must be finished before it; without any it can begin at once.",
)


class ProcedureStep(Model):
    """A step with the fields of UNCTAD's eRegulations; ``after`` names the steps that come before it."""

    id: Id = field("编号", "ID")
    name: Text = field("步骤", "Step")
    authority: Text = field("办理单位", "Authority")
    contact: ContactRef | None = field("联系窗口", "Contact", default=None)
    bring: list[Text] = field("需带材料", "What to bring", default=[])
    result: Text | None = field("办理结果", "Result", default=None)
    days: WorkingDaysRange | None = field("工作日", "Working days", default=None)
    cost: Money | None = field("费用", "Cost", default=None)
    cost_note: Text | None = field("费用说明", "About the cost", default=None)
    legal_basis: Text | None = field("依据", "Legal basis", default=None)
    legal_link: Url | None = field("依据网址", "Address of the legal basis", default=None)
    recourse: Text | None = field("不服时的救济途径", "Recourse", default=None)
    after: list[Id] = field("前置步骤", "After", default=[], note=AFTER)

    def check(self) -> None:
        """Refuse a time that has no upper bound, with which no total could be computed."""
        if self.days and self.days.high is None:
            zh, en = (
                "工作日应写明最多几天，例如“10–20”；还不清楚的删去这一行。",
                "Must say how many working days it takes at most, as “10–20”; delete the line while it is not known.",
            )
            raise refusal("bad-procedure", zh, en, key="days")


class Procedure(Record):
    """The steps to operation for one way of settling here."""

    name: Text = field("流程", "Procedure")
    summary: Text = field("概况", "In brief")
    kinds: list[ProjectKind] = field("适用项目", "Kinds of project", default=[], note=FOR)
    steps: list[ProcedureStep] = field("步骤", "Steps", least=1)

    def check(self) -> None:
        """Refuse two steps of one id, steps after one that is not there, and steps that wait for each other."""
        ids = [step.id for step in self.steps]
        doubled = sorted({id_ for id_ in ids if ids.count(id_) > 1})
        lost = sorted({id_ for step in self.steps for id_ in step.after} - set(ids))
        if doubled:
            raise _refused(f"步骤编号不得重复：{'、'.join(doubled)}。", f"Ids of steps repeat: {', '.join(doubled)}.")
        if lost:
            hint = Sentence(f"可用：{'、'.join(ids)}。", f"Allowed: {', '.join(ids)}.")
            zh = f"after 里的步骤不存在：{'、'.join(lost)}。"
            raise _refused(zh, f"“after” names steps that do not exist: {', '.join(lost)}.", hint)
        try:
            TopologicalSorter({step.id: step.after for step in self.steps}).prepare()
        except CycleError as error:
            circle = " → ".join(reversed(error.args[1]))
            raise _refused(f"步骤互相等待：{circle}。", f"Steps wait for each other: {circle}.") from None


def _refused(zh: str, en: str, hint: Sentence = NOTHING) -> ValueRefusedError:
    return refusal("bad-procedure", zh, en, hint, key="steps")

"""The questions of the enquiry and of the request for a meeting."""

from investment_portal.domain.routes import lineage
from investment_portal.languages import Sentence
from investment_portal.models.catalog import Catalog
from investment_portal.models.controlled_values import DecisionTime
from investment_portal.models.reference_lists import Origin, Sector
from investment_portal.pages.enquiry.data import FormQuestion, QuestionGroup, QuestionOption, chosen

LANGUAGE_CHOICES = chosen(("zh", "中文", "Chinese"), ("en", "英文", "English"))
ELSEWHERE = "elsewhere"
"""Answer of those whose place is not among the portal's origins: the bureau takes them."""


def enquiry(catalog: Catalog) -> tuple[QuestionGroup, ...]:
    """Return the questions that a contact needs for a useful reply; optional ones may stay empty."""
    return (
        QuestionGroup(
            "intent",
            Sentence("您目前的阶段", "How far you are"),
            (
                FormQuestion(
                    "intent",
                    Sentence("意向", "Intent"),
                    "choice",
                    chosen(
                        ("ready", "已有投资计划，请联系我", "I have a plan: please contact me"),
                        ("posted", "先了解情况，请发我后续信息", "Not ready yet: keep me posted"),
                    ),
                ),
            ),
        ),
        _projects(),
        _company(catalog),
        QuestionGroup(
            "plan",
            Sentence("投资设想", "What you have in mind"),
            (
                FormQuestion(
                    "plan",
                    Sentence("拟投项目", "Plan"),
                    "text",
                    hint=Sentence("产品、工艺、规模等，几句话即可", "Product, process, scale: a few lines are enough"),
                ),
                FormQuestion(
                    "investment",
                    Sentence("计划投资", "Investment"),
                    hint=Sentence("如：2 亿元", "For example CNY 200 million"),
                ),
                FormQuestion(
                    "space",
                    Sentence("用地或厂房", "Land or building"),
                    "pick",
                    chosen(
                        ("land", "土地", "Land"),
                        ("hall", "厂房", "Factory hall"),
                        ("office", "办公、研发用房", "Office or laboratory"),
                        ("undecided", "未定", "Undecided"),
                    ),
                ),
                FormQuestion(
                    "size",
                    Sentence("所需面积", "Size needed"),
                    hint=Sentence("如：50 亩、8000 平方米", "For example 3 ha, 8,000 m²"),
                ),
                FormQuestion("jobs", Sentence("用工人数", "Jobs"), "number"),
                FormQuestion(
                    "start",
                    Sentence("计划启动", "Planned start"),
                    "pick",
                    tuple(QuestionOption(time.value, time.label) for time in DecisionTime),
                ),
            ),
        ),
        _contact(
            FormQuestion(
                "call",
                Sentence("方便联系的时间", "Best time to reach you"),
                hint=Sentence("如：工作日 14:00–17:00（北京时间）", "For example weekdays 9:00–11:00, Berlin time"),
            )
        ),
        QuestionGroup(
            "message",
            Sentence("其他说明", "Anything else"),
            (FormQuestion("message", Sentence("留言", "Message"), "text"),),
        ),
    )


def meeting(catalog: Catalog) -> tuple[QuestionGroup, ...]:
    """Return the questions of a meeting or a visit: purpose, times, participants, language."""
    return (
        QuestionGroup(
            "form",
            Sentence("会面方式", "How to meet"),
            (
                FormQuestion(
                    "form",
                    Sentence("方式", "Form"),
                    "choice",
                    chosen(("video", "视频会谈", "Video meeting"), ("visit", "实地考察", "Site visit")),
                ),
            ),
        ),
        _projects(),
        QuestionGroup("proposals", Sentence("时间建议", "Times you propose"), special="proposals"),
        QuestionGroup(
            "talk",
            Sentence("会面内容", "The meeting"),
            (
                FormQuestion(
                    "purpose",
                    Sentence("想谈什么", "Purpose"),
                    "text",
                    hint=Sentence(
                        "想了解的问题、希望参加的部门", "Your questions; departments you would like to attend"
                    ),
                ),
                FormQuestion(
                    "participants",
                    Sentence("参加人员", "Participants"),
                    hint=Sentence("人数、职务", "How many, in which roles"),
                ),
                FormQuestion(
                    "tools",
                    Sentence("可用的会议软件", "Video tools you can use"),
                    hint=Sentence("视频会谈时填写", "For a video meeting"),
                ),
            ),
        ),
        _company(catalog),
        _contact(),
    )


def _projects() -> QuestionGroup:
    return QuestionGroup(
        "projects",
        Sentence("想了解的项目", "Projects you ask about"),
        special="projects",
        hint=Sentence("可多选，也可不选", "Several, or none"),
    )


def _company(catalog: Catalog) -> QuestionGroup:
    name = FormQuestion("company", Sentence("企业名称", "Company"), fill="organization", remembered=True)
    return QuestionGroup("company", Sentence("您的企业", "Your company"), (name, _origin(catalog), _sector(catalog)))


def _contact(*more: FormQuestion) -> QuestionGroup:
    return QuestionGroup(
        "contact",
        Sentence("怎样联系您", "How to reach you"),
        (
            FormQuestion("person", Sentence("姓名", "Your name"), required=True, fill="name", remembered=True),
            FormQuestion("phone", Sentence("电话", "Phone"), "phone", fill="tel", remembered=True),
            FormQuestion("mail", Sentence("邮箱", "E-mail"), "mail", fill="email", remembered=True),
            FormQuestion("language", Sentence("沟通语言", "Language"), "pick", LANGUAGE_CHOICES, remembered=True),
            *more,
        ),
        hint=Sentence("电话、邮箱至少填一项", "Give a phone number, an e-mail address, or both"),
    )


def _origin(catalog: Catalog) -> FormQuestion:
    """Return the question for the origin: regions as headings, each with itself as its first answer."""
    regions: dict[str, list[str]] = {}
    for id_ in catalog.origins:
        regions.setdefault(lineage(catalog, id_)[-1], []).append(id_)
    options = []
    for region, origins in regions.items():
        heading = _named(catalog.origins[region]) if len(origins) > 1 else None
        options += [QuestionOption(origin, _named(catalog.origins[origin]), heading) for origin in origins]
    elsewhere = QuestionOption(ELSEWHERE, Sentence("其他地区", "Elsewhere"))
    return FormQuestion("origin", Sentence("来自", "Based in"), "pick", (*options, elsewhere), remembered=True)


def _sector(catalog: Catalog) -> FormQuestion:
    options = [QuestionOption(sector.id, _named(sector)) for sector in catalog.sectors.values()]
    other = QuestionOption("other", Sentence("其他产业", "Another industry"))
    return FormQuestion("sector", Sentence("所属产业", "Industry"), "pick", (*options, other), remembered=True)


def _named(record: Origin | Sector) -> Sentence:
    return Sentence(record.name.zh, record.name.en)

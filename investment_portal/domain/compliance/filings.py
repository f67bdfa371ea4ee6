"""Duties of the settings: filings, marks in the footer, channels for enquiries, the site's address."""

from collections.abc import Callable
from urllib.parse import urlsplit

from investment_portal.domain.compliance.duty import (
    Assessment,
    Duty,
    Group,
    Inspected,
    LegalSource,
    State,
    guide,
    indicator,
)
from investment_portal.languages import NOTHING, Sentence
from investment_portal.models.base import label_of
from investment_portal.models.controlled_values import DutyEffect
from investment_portal.models.site import Filing

STOP = DutyEffect.STOP
GOVERNMENT = ".gov.cn"
FOOTER = guide("页脚信息、标识", "footer and marks")
FILED = Sentence("页脚已显示", "shown in the footer")


def given(value: object, setting: str, action: Sentence) -> Assessment:
    """Return that a setting is filled in, or that it is missing and what to do."""
    if value:
        return Assessment(State.MET, FILED, address="", setting=setting)
    missing = Sentence("还没有填写", "not filled in")
    return Assessment(State.NOT_MET, missing, action, setting=setting)


def filing(name: str) -> Callable[[Inspected], Assessment]:
    """Return the function that assesses a field of ``filing``."""
    setting = f"filing.{name}"
    action = Sentence(f"在 district/site.yaml 填写 {setting}。", f"Fill in {setting} in district/site.yaml.")
    if name.endswith("_picture"):
        action = Sentence(
            f"把官方发给的图片放进 docs/assets，在 district/site.yaml 的 {setting} 写文件名。",
            f"Put the picture that the authority issued into docs/assets and name its file in {setting}.",
        )
    return lambda inspected: given(getattr(inspected.site.filing, name), setting, action)


ICP = LegalSource(
    Sentence("《非经营性互联网信息服务备案管理办法》", "Measures for filing non-commercial internet services"),
    Sentence("第十三条", "article 13"),
)
POLICE = LegalSource(
    Sentence(
        "《计算机信息网络国际联网安全保护管理办法》",
        "Measures for the security of computer networks with international connections",
    ),
    Sentence("第十二条", "article 12"),
)
MARK = LegalSource(
    Sentence(
        "《党政机关网站开办审核、资格复核和网站标识管理办法》（中央编办发〔2014〕69号）",
        "Measures on the sites and marks of Party and government organs, Zhongyang Bianbanfa [2014] 69",
    ),
    Sentence("网站标识", "the mark"),
)
FINDING_ERRORS = guide("“我为政府网站找错”入口", "the entry for reporting errors")

SOURCES = {
    "icp": ICP,
    "police": POLICE,
    "police_code": POLICE,
    "site_id": FOOTER,
    "party_and_government_mark": MARK,
    "party_and_government_mark_picture": MARK,
    "error_report": FINDING_ERRORS,
    "error_report_picture": FINDING_ERRORS,
    "police_picture": POLICE,
}
"""The source of each field of ``filing``."""


def duty_of_filing(name: str) -> str:
    """Return the key of the duty to fill in a field of ``filing``."""
    return name.replace("_", "-")


def _filing_duty(name: str, source: LegalSource) -> Duty:
    picture = name.endswith("_picture")
    return Duty(
        duty_of_filing(name),
        label_of(Filing, name),
        Group.FILINGS,
        source,
        filing(name),
        DutyEffect.WARN if picture else STOP,
        rule="" if picture else "filing-numbers",
    )


def operator_reachable(inspected: Inspected) -> Assessment:
    """Assess whether the footer names organiser and operator with a number and an address to write to."""
    site = inspected.site
    action = Sentence(
        "在 district/site.yaml 填写 operator_phone 和 operator_mail。", "Fill in operator_phone and operator_mail."
    )
    return given(site.operator_phone and site.operator_mail, "operator_phone", action)


def official_channel(inspected: Inspected) -> Assessment:
    """Assess whether readers are led to a channel on which the government answers online."""
    action = Sentence(
        "在 district/site.yaml 的 channels.enquiry 写官方咨询建言（政民互动）页面的网址；没有这样的渠道属于单项否决。",
        "Put the address of the official page for enquiries into channels.enquiry; without one a site fails.",
    )
    return given(inspected.site.channels.enquiry, "channels.enquiry", action)


def government_domain(inspected: Inspected) -> Assessment:
    """Assess whether the address is below ``.gov.cn``, or the settings say why it is not."""
    host = urlsplit(inspected.site.address).hostname or ""
    if host.endswith(GOVERNMENT):
        return Assessment(State.MET, Sentence(host, host), setting="address")
    return _excused(
        inspected,
        Sentence(f"{host} 不以 .gov.cn 结尾", f"{host} does not end in .gov.cn"),
        Sentence(
            "换成 .gov.cn 域名，或在 address_reason 写明原因。",
            "Move to a domain below .gov.cn, or give the reason in address_reason.",
        ),
    )


def encrypted_address(inspected: Inspected) -> Assessment:
    """Assess whether the address begins with ``https``, or the settings say why it does not."""
    address = inspected.site.address
    if address.startswith("https://"):
        return Assessment(State.MET, Sentence(address, address), setting="address")
    return _excused(
        inspected,
        Sentence(f"{address} 没有加密", f"{address} is not encrypted"),
        Sentence(
            "给服务器装证书，把 address 改成 https://，或在 address_reason 写明原因。",
            "Install a certificate and write address with https://, or give the reason in address_reason.",
        ),
    )


def _excused(inspected: Inspected, figure: Sentence, action: Sentence) -> Assessment:
    """Return that an address does not conform, or that a person must judge the reason that is given for it."""
    reason = inspected.site.address_reason
    if reason is None:
        return Assessment(State.NOT_MET, figure, action, setting="address")
    given_reason = Sentence(f"{figure.zh}；说明：{reason.zh}", f"{figure.en}; reason: {reason.en}")
    return Assessment(State.NEEDS_A_PERSON, given_reason, setting="address_reason")


def reachable_by_ipv6(_inspected: Inspected) -> Assessment:
    """Return that only the server shows whether the site answers over IPv6."""
    return Assessment(
        State.NEEDS_A_PERSON,
        Sentence("由服务器决定，生成时看不到", "depends on the server; a build cannot see it"),
        Sentence("上线后从 IPv6 网络打开一次。", "Open the live site once from an IPv6 network."),
    )


def yearly_report(inspected: Inspected) -> Assessment:
    """Return that a person completes and publishes the report of last year; the report lists what is known."""
    year = inspected.day.year - 1
    return Assessment(
        State.NEEDS_A_PERSON,
        Sentence(f"{year} 年度报表：已知项见本页", f"report of {year}: what is known stands on this page"),
        Sentence("补全空白，次年 1 月 31 日前公开。", "Fill in the blanks and publish it by 31 January."),
        address="compliance/#yearly-report",
    )


DUTIES = (
    *(_filing_duty(name, source) for name, source in SOURCES.items()),
    Duty(
        "operator-contact",
        Sentence("主办、承办单位和联系方式", "Organiser, operator and contact"),
        Group.FILINGS,
        FOOTER,
        operator_reachable,
    ),
    Duty(
        "official-channel",
        Sentence("网上咨询建言渠道", "A channel for enquiries online"),
        Group.FILINGS,
        indicator("单项否决：未提供网上有效咨询建言渠道", "veto: no working channel for enquiries online"),
        official_channel,
        STOP,
        veto=True,
    ),
    Duty(
        "government-domain",
        Sentence(".gov.cn 域名", "A domain below .gov.cn"),
        Group.FILINGS,
        guide("域名规范", "domains"),
        government_domain,
        STOP,
    ),
    Duty(
        "encrypted-address",
        Sentence("HTTPS 访问", "An encrypted address"),
        Group.FILINGS,
        guide("安全防护", "security"),
        encrypted_address,
        STOP,
    ),
    Duty(
        "ipv6",
        Sentence("支持 IPv6 访问", "Reachable by IPv6"),
        Group.FILINGS,
        LegalSource(
            Sentence(
                "《推进互联网协议第六版（IPv6）规模部署行动计划》", "Action plan for the large-scale deployment of IPv6"
            ),
            NOTHING,
        ),
        reachable_by_ipv6,
    ),
    Duty(
        "yearly-report",
        Sentence("政府网站工作年度报表", "The yearly report of the site"),
        Group.FILINGS,
        guide("年度报表", "yearly report"),
        yearly_report,
    ),
)

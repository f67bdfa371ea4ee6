"""Queries of investors on the seed portal: the expected first result of each, or honestly none."""

import random
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from investment_portal.formatting.words import theme_words
from investment_portal.languages import LANGUAGES, Language, language_path
from investment_portal.outputs.search_data import SEPARATORS
from tests.outputs.search.querying import Shown, addresses, ask
from tests.sites import Site

MLCC, STORAGE = "projects/mlcc-passive-components", "projects/energy-storage-packs"
TAX, RENT = "policies/tax-fee-cuts", "policies/hall-rent-subsidy"
CONFERENCE = "events/online-conference-2020"
LAND, POWER, WATER = ("各园区工业用地价格", "各园区用电价格", "各园区用水价格")
WAGES, PHONES = "各园区用工与工资", "联系电话"
ZH: dict[str, str] = {
    "电容": MLCC,
    "片式多层陶瓷": MLCC,
    "贴片电容": MLCC,
    "芯片": "projects/display-modules",
    "储能": STORAGE,
    "锂电池": STORAGE,
    "白酒": "sectors/baijiu",
    "酒瓶": "projects/glass-ceramic-bottles",
    "高粱": "projects/sorghum-contract-base",
    "糯高粱": "projects/sorghum-contract-base",
    "税收优惠": TAX,
    "减税": TAX,
    "厂房租金": RENT,
    "租金补贴": RENT,
    "人才公寓": "policies/talent-housing",
    "标准厂房": RENT,
    "苏州": "contacts/representative-suzhou",
    "江苏": "contacts/station-nanjing",
    "圣融达": "firms/shengrongda-capacitor",
    "中信集团": CONFERENCE,
    "736亿": CONFERENCE,
    "106.5": "results/#result-2020",
    "签约": "events/group-signing-2020",
    "以商招商": "results/#result-2020",
    "驻点": "contacts/representative-suzhou",
    "dianrong": MLCC,
    "dianzi": "sectors/electronics",
    "dzxx": "sectors/electronics",
    "jnkjcyy": "parks/jiangnan-science-park",
    "污水处理": "parks/",
    "外商投资": "policies/foreign-investment-support",
    "500强": "policies/top-500-settlement",
    "落户流程": "how-to-set-up",
    "物流": "projects/riverside-logistics-park",
    "冷链": "projects/cold-chain-market",
    "环评": "how-to-set-up",
    "养老": "projects/senior-care-community",
    "视频洽谈": "meeting",
    # Not seen before: Traditional, other figures, other units, ids, half-width and full-width, words of the trade.
    "電容": MLCC,
    "儲能": STORAGE,
    "電子信息": "sectors/electronics",
    "白酒釀造": "projects/baijiu-brewing-base",
    "鋰電池": STORAGE,
    "稅收優惠": TAX,
    "120 亿元": STORAGE,
    "120亿": STORAGE,
    "1200000万元": STORAGE,
    "12 billion": STORAGE,
    "580 亩": MLCC,
    "mlcc": MLCC,
    "ＭＬＣＣ": MLCC,
    "energy-storage-packs": STORAGE,
    "储能 电池": STORAGE,
    "锂电": STORAGE,
    "电芯": STORAGE,
    "cndx": "projects/energy-storage-packs",
    "被动元件 电容": MLCC,
    "用地就绪": "projects/display-modules",
    "白酒产业园": "parks/baijiu-park",
    "江南 标准厂房": "projects/electronics-standard-halls",
}
EN: dict[str, str] = {
    "capacitor": MLCC,
    "capacitors": MLCC,
    "multilayer": MLCC,
    "baijiu": "sectors/baijiu",
    "liquor": "sectors/baijiu",
    "spirits": "sectors/baijiu",
    "white spirit": "sectors/baijiu",
    "tax incentives": TAX,
    "tax": TAX,
    "land price": "parks/",
    "land prices": "parks/",
    "power price": "parks/",
    "electricity price": "parks/",
    "rent": RENT,
    "subsidy": "policies/",
    "subsidies": "policies/",
    "grant": "policies/",
    "wages": "policies/graduate-jobs",
    "visa": "policies/foreign-investment-support",
    "work permit": "policies/foreign-investment-support",
    "elektronik": "sectors/electronics",
    "food machinery": "projects/smart-brewing-equipment",
    "brewing equipment": "projects/smart-brewing-equipment",
    "logistics": "projects/riverside-logistics-park",
    "warehouse": "projects/",
    "batteries": STORAGE,
    "lithium": STORAGE,
    "CITIC": CONFERENCE,
    "73.6 billion": CONFERENCE,
    "736": CONFERENCE,
    "complaint": "contacts/complaints-window",
    "park": "parks",
    "jiangnan": "parks/jiangnan-science-park",
    # Not seen before.
    "work-permit": "policies/foreign-investment-support",
    "workpermit": "policies/foreign-investment-support",
    "coldchain": "projects/cold-chain-market",
    "cold-chain": "projects/cold-chain-market",
    "startup": "policies/start-up-support",
    "start up": "policies/start-up-support",
    "CNY 12 billion": STORAGE,
    "CNY 73,600 million": CONFERENCE,
    "736亿": CONFERENCE,
    '"industrial land"': "parks/",
    "capaciter": MLCC,
    "cpaacitor": MLCC,
    "storages": STORAGE,
    "data center": "projects/regional-data-centre",
    "储能": STORAGE,
    "mlcc-passive-components": MLCC,
    "battery pack": STORAGE,
    "MLCC": MLCC,
    "how to set up": "how-to-set-up",
    "electricity tariff": "parks/",
}
ANSWERS: dict[Language, dict[str, tuple[str, str]]] = {
    "zh": {
        "地价": (LAND, "江南科技产业园"),
        "工业用地价格": (LAND, "江南科技产业园"),
        "地价多少": (LAND, "江南科技产业园"),
        "电价": (POWER, "江南科技产业园"),
        "电费": (POWER, "江南科技产业园"),
        "水价": (WATER, "江南科技产业园"),
        "江南科技产业园电价": (POWER, "0.63 元/千瓦时"),
        "厂房租金": ("各园区厂房租金价格", "江南科技产业园"),
        "工资": (WAGES, "月薪"),
        "投资促进局电话": (PHONES, "投资促进局"),
        "电话": (PHONES, "投资促进局"),
        "苏州": ("您在苏州，可联系：", "苏州"),
        "江苏": ("您在江苏，可联系：", ""),
        "深圳联系人": ("您在深圳，可联系：", "深圳"),
        "慕尼黑电话": ("您在慕尼黑（德国），可联系：", ""),
        "普工工资": (WAGES, "普工"),
        "工业用地": (LAND, "江南科技产业园"),
        "德国": ("您在德国，可联系：", ""),
        "上海": ("您在上海，可联系：", "上海"),
        "慕尼黑": ("您在慕尼黑（德国），可联系：", ""),
        "大阪": ("您在大阪（日本），可联系：", ""),
        "36 亩": ("面积接近 36 亩 的地块和厂房", "电子片区 A-03 地块"),
    },
    "en": {
        "land price": ("Industrial land: price by park", "Jiangnan"),
        "what is the price of land": ("Industrial land: price by park", "Jiangnan"),
        "phone number of jiangnan park": ("Phone numbers", "Jiangnan"),
        "water": ("Water: price by park", "CNY per m³"),
        "electricity price": ("Power: price by park", "CNY per kWh"),
        "power price": ("Power: price by park", "CNY per kWh"),
        "labour cost": ("Labour and wages by park", "monthly pay"),
        "labor cost": ("Labour and wages by park", "monthly pay"),
        "wages": ("Labour and wages by park", "monthly pay"),
        "wages in jiangnan": ("Labour and wages by park", "Jiangnan"),
        "phone": ("Phone numbers", "+86"),
        "Germany": ("Contacts for Germany", ""),
        "Munich": ("Contacts for Munich (Germany)", ""),
        "Jiangsu": ("Contacts for Jiangsu", ""),
        "6 acres": ("Plots and halls of about 6 acres", "A-03"),
    },
}
NOTHING: dict[Language, tuple[str, ...]] = {
    "zh": ("15亩", "TCL", "エレクトロニクス", "zzzzz", "量子计算机", "航空母舰", "1115亩"),
    "en": ("zzzzz", "qwertyuiop", "submarine", "cryptocurrency", "“industrial potato”"),
}
SEED, SAMPLES = 20201208, 60

Everything = dict[Language, dict[str, Shown]]


@pytest.fixture(scope="module")
def pieces(real: Site) -> dict[Language, list[str]]:
    """Return random pieces of the records' texts: Chinese of two to four characters, English words."""
    choose = random.Random(SEED)  # noqa: S311 - a sample of texts
    texts = {
        language: " ".join(
            text.in_(language)
            for text in (
                *(text for project in real.catalog.projects.values() for text in (project.name, project.summary)),
                *(text for policy in real.catalog.policies.values() for text in (policy.name, policy.summary)),
            )
        )
        for language in LANGUAGES
    }
    runs = [run for run in re.findall("[一-鿿]{4,}", texts["zh"]) if len(run) > 4]
    chinese = [choose.choice(runs)[choose.randrange(2) :][: choose.randint(2, 4)] for _ in range(SAMPLES)]
    words = sorted(set(re.findall("[a-z]{5,}", texts["en"].lower())))
    return {"zh": sorted(set(chinese)), "en": choose.sample(words, SAMPLES)}


@pytest.fixture(scope="module")
def everything(chromium: Browser, real_address: str, pieces: dict[Language, list[str]]) -> Iterator[Everything]:
    """Yield the results of every query, each language asked on one page."""
    page = chromium.new_page()
    asked: dict[Language, dict[str, str]] = {"zh": ZH, "en": EN}
    yield {
        language: ask(
            page,
            f"{real_address}{language_path(language)}search/",
            list(dict.fromkeys([*asked[language], *ANSWERS[language], *NOTHING[language], *pieces[language]])),
        )
        for language in LANGUAGES
    }
    page.close()


FIRST = [("zh", query, first) for query, first in ZH.items()] + [("en", query, first) for query, first in EN.items()]


@pytest.mark.parametrize(("language", "query", "first"), FIRST)
def test_first_result(everything: Everything, language: Language, query: str, first: str) -> None:
    """The page asked for comes first; an address that ends with a stroke means any of its column."""
    results = addresses(everything[language][query])
    assert results, everything[language][query]["status"]
    assert results[0].startswith(first) if first.endswith("/") else results[0] == first


ALL_ANSWERS = [(language, query, *answer) for language in LANGUAGES for query, answer in ANSWERS[language].items()]


@pytest.mark.parametrize(("language", "query", "title", "row"), ALL_ANSWERS)
def test_direct_answer(everything: Everything, language: Language, query: str, title: str, row: str) -> None:
    """Prices, wages, numbers, places and areas are answered above the results."""
    shown = everything[language][query]
    assert shown["answer"] == title
    assert any(row in text for text in shown["rows"])


def test_price_answers_name_every_park(everything: Everything, real: Site) -> None:
    """Each park with its price and date."""
    rows = everything["zh"]["工业用地价格"]["rows"]
    assert len(rows) == len(real.catalog.parks)
    assert all("元/亩" in row and "截至 2026" in row for row in rows)


def test_a_place_leads_to_the_route_finder(everything: Everything) -> None:
    """The link opens it with the place chosen."""
    assert any("contacts/?from=" in link for link in everything["en"]["Germany"]["links"])
    assert any("contacts/?from=jiangsu" in link for link in everything["zh"]["江苏"]["links"])


@pytest.mark.parametrize(("language", "query"), [(code, query) for code in LANGUAGES for query in NOTHING[code]])
def test_honestly_nothing(everything: Everything, language: Language, query: str) -> None:
    """No result that lacks the words."""
    shown = everything[language][query]
    assert shown["results"] == []
    assert {"zh": "没有找到", "en": "No results"}[language] in shown["status"]


def test_hyphens_and_spaces_are_the_same(everything: Everything) -> None:
    """So are British and American spelling."""
    results = {query: addresses(everything["en"][query]) for query in everything["en"]}
    assert results["work permit"] == results["work-permit"]
    assert results["labour cost"] == results["labor cost"]
    assert results["capacitor"] == results["capacitors"]
    assert addresses(everything["zh"]["電容"]) == addresses(everything["zh"]["电容"])


def test_a_correction_is_told(everything: Everything) -> None:
    """A misspelled name is searched in its right spelling, and the status says so."""
    assert "Showing results for “capacitor”" in everything["en"]["capaciter"]["status"]
    assert "Showing" not in everything["en"]["capacitor"]["status"]


def test_every_result_shows_its_reason(everything: Everything) -> None:
    """Each result of every query has a highlighted piece of text."""
    bare = [
        (language, query, result["address"])
        for language in LANGUAGES
        for query, shown in everything[language].items()
        for result in shown["results"]
        if not result["marks"]
    ]
    assert bare == []


def test_random_pieces_are_literal(everything: Everything, pieces: dict[Language, list[str]]) -> None:
    """A piece of a record's text finds records that show that very piece, or for English a form of the word."""
    for piece in pieces["zh"]:
        results = everything["zh"][piece]["results"]
        assert results, piece
        for result in results:
            assert piece in "".join(result["marks"]) or is_synonym(piece, result["marks"]), (piece, result)
    for word in pieces["en"]:
        results = everything["en"][word]["results"]
        assert results, word
        for result in results:
            same = any(mark.lower()[:3] == word[:3] for mark in result["marks"])
            assert same or is_synonym(word, result["marks"]), (word, result)


def is_synonym(piece: str, marks: list[str]) -> bool:
    """Return whether a mark is listed as a synonym of a piece, or of a word in it."""
    groups: dict[str, list[str]] = {}
    for language in LANGUAGES:
        for name, terms in theme_words(language, "synonyms.yaml").items():
            groups.setdefault(name, []).extend(SEPARATORS.split(terms))
    return any(
        any(term in piece for term in terms)
        and any(mark.lower()[:5] == term.lower()[:5] for mark in marks for term in terms)
        for terms in groups.values()
    )

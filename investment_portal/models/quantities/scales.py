"""Words for powers of ten in sums: 万, 千万, 亿, 万亿, thousand, million, bn, trillion."""

CHINESE = {"千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "十亿": 9, "百亿": 10, "千亿": 11, "万亿": 12}
ENGLISH = {
    "thousand": 3, "k": 3,
    "million": 6, "millions": 6, "mn": 6, "mln": 6, "m": 6,
    "billion": 9, "billions": 9, "bn": 9, "b": 9,
    "trillion": 12, "trillions": 12, "tn": 12, "trn": 12,
}  # fmt: skip
"""The power of ten of each word."""

TYPED = {"w": 4}
"""Words that visitors type besides."""

SHOWN = {"zh": {"万亿": 12, "亿": 8, "万": 4, "": 0}, "en": {"trillion": 12, "billion": 9, "million": 6, "": 0}}
"""The words of each language in which sums are shown, the largest first."""

TOKENS = {
    3: "k", 4: "wan", 5: "shiwan", 6: "m", 7: "qianwan", 8: "yi", 9: "b", 10: "baiyi", 11: "qianyi", 12: "wanyi",
}  # fmt: skip
"""How addresses of the matcher write each power of ten."""

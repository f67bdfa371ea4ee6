// How sums are shown. Written by `pytest --bless tests/scripts/test_units.py` from investment_portal/models/quantities.

/** The unit behind a Chinese sum, by the code of the currency. @type {Record<string, string>} */
export const CURRENCY_UNITS = {
  "CNY": "元",
  "USD": "美元",
  "EUR": "欧元",
  "HKD": "港元",
  "JPY": "日元",
  "GBP": "英镑",
  "SGD": "新加坡元",
  "KRW": "韩元",
  "TWD": "新台币",
};

/** The scales of each language, the largest first. @type {Record<string, [number, string][]>} */
export const SHOWN_SCALES = {
  "zh": [[1000000000000, "万亿"], [100000000, "亿"], [10000, "万"], [1, ""]],
  "en": [[1000000000000, "trillion"], [1000000000, "billion"], [1000000, "million"], [1, ""]],
};

/** Words for what is not exact. @type {Record<string, Record<string, string>>} */
export const QUALIFIED = {
  "zh": {"about": "约 {}", "least": "不少于 {}", "most": "不超过 {}", "negotiable": "面议"},
  "en": {"about": "about {}", "least": "{} or more", "most": "up to {}", "negotiable": "negotiable"},
};

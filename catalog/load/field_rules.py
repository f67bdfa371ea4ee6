"""Rules about single fields: each as the sentence that the manual prints."""

from catalog.languages import Sentence

FIELD_RULES: dict[str, Sentence] = {
    "unreadable": Sentence("文件必须能够打开。", "A file must be readable."),
    "link-outside": Sentence(
        "文件不得是指向门户目录之外的链接。", "A file must not be a link that leads out of the portal."
    ),
    "file-name": Sentence("文件名必须是 UTF-8，不含控制字符。", "A file's name is UTF-8 without control characters."),
    "file-too-large": Sentence("一个记录文件不得超过 256 KiB。", "A record's file has 256 KiB at the most."),
    "encoding": Sentence("文件必须是不带 BOM 的 UTF-8。", "A file must be UTF-8 without a byte order mark."),
    "control-character": Sentence("文件里不得有控制字符。", "A file must hold no control characters."),
    "syntax": Sentence("文件必须是有效的 YAML。", "A file must be valid YAML."),
    "full-width-colon": Sentence("键后面用半角冒号加空格。", "A key is followed by a half-width colon and a space."),
    "tab": Sentence("缩进只用空格。", "Indentation uses spaces only."),
    "alias": Sentence("不使用 YAML 的锚点和引用。", "YAML anchors and aliases are not used."),
    "tag": Sentence("不使用 YAML 标签。", "YAML tags are not used."),
    "too-deep": Sentence("嵌套不超过 24 层。", "Nesting has 24 levels at the most."),
    "several-documents": Sentence("一个文件一份记录。", "One file holds one record."),
    "bad-key": Sentence("键必须是一个词。", "A key is one word."),
    "duplicate-key": Sentence("同一层里一个键只写一次。", "A key stands once on its level."),
    "not-a-record": Sentence("文件内容必须是“键: 值”。", "A file's content must be keys and values."),
    "bad-id": Sentence(
        "文件名即编号：小写字母、数字、连字符。", "The file name is the id: small letters, digits, hyphens."
    ),
    "file-name-is-id": Sentence(
        "文件里若写 id，必须与文件名一致。", "An id written in the file must be the file's name."
    ),
    "unknown-key": Sentence("只能用规定的键。", "Only documented keys are allowed."),
    "missing-key": Sentence("必填的键不得缺少。", "Required keys must be there."),
    "language-missing": Sentence("中文、英文都要有。", "Both languages must be there."),
    "same-in-both": Sentence("中文与英文不得完全相同。", "Chinese and English must not be identical."),
    "bad-value": Sentence("只能用列表里的值。", "Only values of the list are allowed."),
    "bad-type": Sentence(
        "值的形式必须相符（文字、数字、列表、是否）。",
        "A value must be of the right sort (text, number, list, yes or no).",
    ),
    "bad-form": Sentence("值必须符合规定的写法。", "A value must be written in the documented form."),
    "out-of-range": Sentence("数值必须在允许范围内。", "A number must be within its range."),
    "bad-length": Sentence("文字和列表的长度有限制。", "Texts and lists have a least and a greatest length."),
    "bad-quantity": Sentence("数量要写明单位。", "A quantity is a number with its unit."),
    "bad-date": Sentence("日期写成 2020-03-18，且确有其日。", "A date is written 2020-03-18 and exists."),
    "bad-phone": Sentence("电话写成国际格式。", "A phone number is written in international form."),
    "bad-chain": Sentence(
        "产业链环节编号唯一，上下游关系指向存在的环节。",
        "Chain nodes have ids of their own, and flows join nodes that exist.",
    ),
    "bad-test": Sentence("申报条件的比较方式与事实相符。", "A test's comparison fits its fact."),
    "bad-base": Sentence("计算基数必须是可计算的事实。", "A benefit's base is a fact that can be computed with."),
    "bad-percent": Sentence("比例不超过 100%。", "A share is at most 100 %."),
    "bad-tier": Sentence("分档由低到高，每档一种标准。", "Tiers rise, and each has one standard."),
    "cap-below-floor": Sentence("上限不得低于下限。", "A cap is not below its floor."),
}
"""Rule id -> what it says. A rule that is reported but does not stand here fails a test."""

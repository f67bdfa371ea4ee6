"""Questioned wording in English: key words, patterns, and what stands harmlessly beside them, by category.

A pattern repeats nothing without an upper limit; ``<name>`` in it is one of ``PARTS``. A text is searched for the
patterns of a category only if one of its key words stands in it.
"""

from investment_portal.models.reviewed_wording import QuestionedWording
from investment_portal.validation.fair_competition.wording import CategoryWording, LanguageWording

PARTS = {
    "gap": r"[^.!?;\n]{0,60}",
    "near": r"[^.,!?;\n]{0,30}",
    "reward": (
        r"(?:reward|bonus|rebate|refund|grant|subsid|award|reimburs|incentive|"
        r"payout|paid back|repaid)\w{0,5}"
    ),
    "support": (
        r"(?:reward|bonus|rebate|refund|grant|subsid|award|incentive|support|"
        r"benefit|eligible|qualif|preferen|priorit|apply|receive|"
        r"entitled)\w{0,8}"
    ),
    "must": (
        r"(?:must|shall|should|has to|have to|required? to|requires?|needs? to|"
        r"on condition that|provided that|only if|condition\w{0,6}|"
        r"undertakes? to|commits? to|promises? to|agrees? to)"
    ),
    "here": (
        r"(?:local(?:ly)?|in the (?:district|county|city|park|area)|"
        r"within the (?:district|county|city|park|area)|in (?:our|"
        r"this) (?:district|county|city|park|area)|here)"
    ),
    "firm": (
        r"(?:firm|compan|enterprise|supplier|bidder|business|operator|investor|"
        r"manufacturer)\w{0,3}"
    ),
}

CATEGORIES = {
    QuestionedWording.TAX_LINKED: CategoryWording(
        words=(
            "tax",
            "vat",
            "contribution",
            "retain",
            "levied",
            "collect",
        ),
        needs=(
            "reward",
            "bonus",
            "rebate",
            "refund",
            "grant",
            "subsid",
            "award",
            "reimburs",
            "incentive",
            "payout",
            "paid back",
            "pay back",
            "pays back",
            "repaid",
            "retain",
            "share",
            "portion",
            "part of",
            "half",
            "return",
            "give",
            "hand",
            "levied",
            "collected",
            "levy",
            "kick",
        ),
        patterns=(
            r"(?:tax|fiscal|economic|revenue) contributions?<gap><reward>",
            r"<reward><gap>(?:tax|fiscal|economic|revenue) contributions?",
            (
                r"(?:tax|taxes) (?:refund|rebate|reimbursement|kick-?back)s?|"
                r"refunds? of (?:local )?tax(?:es)?"
            ),
            (
                r"(?:local(?:ly)?[- ]retained|retained (?:local(?:ly)?|district|county)|retained (?:share|"
                r"portion|part)|(?:district|county|city|local)(?:'s)? (?:share|portion|part) of (?:the |"
                r"its |their )?tax)"
            ),
            (
                r"<reward><gap>(?:based on|according to|\bby|in proportion to|proportional to|linked to|"
                r"tied to|depend\w{0,4} on|as a share of|equal to|per cent of|percent of|% of)<near>"
                r"(?:tax(?:es)? (?:paid|they pay|it pays|revenue|payments?|bill)|VAT paid|income tax)"
            ),
            (
                r"(?:% of|per ?cent of|share of|half of|part of|portion of)<near>\b(?:tax(?:es)?|"
                r"VAT)\b<near>(?:returned|refunded|rebated|paid back|repaid|given back|rewarded|handed back)"
            ),
            (
                r"(?:returned?|refunded?|rebated?|paid back|repaid|gives? back|hands? back|pays? back)<near>"
                r"(?:% of|per ?cent of|share of|half of|part of)<near>\b(?:tax(?:es)?|VAT)\b"
            ),
            (
                r"(?:individual|personal) income tax<near>(?:<reward>|returned)|(?:refund|rebat|reimburs|"
                r"subsidi)\w{0,4}<near>(?:individual|personal) income tax"
            ),
            r"(?:levied|collected|paid|levy|collect) first<near>(?:refund|return|rebat|paid back)\w{0,4}",
            (
                r"(?:pay|pays|paying|paid)<near>(?:in|of) tax(?:es)?<gap>(?:receive|get|are granted|"
                r"is granted|qualify|reward|bonus|grant)\w{0,4}"
            ),
        ),
        harmless=r"export|overpaid|input (?:tax|VAT)|pre-?tax|after[- ]tax|tax[- ]free shop",
    ),
    QuestionedWording.REGISTRATION: CategoryWording(
        words=(
            "regist",
            "relocat",
            "move",
            "moving",
            "statistic",
            "headquarter",
            "head office",
            "domicil",
            "invoice",
            "booked",
            "book the",
            "book its",
            "book out",
            "recorded",
            "declared",
            "declare",
            "pay tax",
            "pays tax",
            "paying tax",
            "pay its tax",
            "pay their tax",
            "settlement",
            "settling",
            "landing",
            "transfer",
        ),
        needs=(
            "must",
            "shall",
            "should",
            "has to",
            "have to",
            "requir",
            "need to",
            "needs to",
            "condition",
            "provided that",
            "only",
            "undertake",
            "commit",
            "promise",
            "agree",
            "receive",
            "qualif",
            "eligible",
            "may apply",
            "can apply",
            "get",
            "granted",
            "entitled",
            "bonus",
            "reward",
            "award",
            "prize",
            "grant",
            "subsid",
            "office",
            "seat",
            "address",
            "domicile",
            "head",
            "booked",
            "invoiced",
            "recorded",
            "declared",
        ),
        patterns=(
            (
                r"(?:relocat\w{1,4}|mov\w{1,3}|transfer\w{0,4})<near>(?:registered (?:office|seat|address)|"
                r"registration|domicile|head ?(?:office|quarters)|tax registration|statistical registration)"
            ),
            r"(?:<must>)<near>(?:register|be registered|registered|registration)<near><here>",
            r"(?:only|solely)<near><firm><near>registered<near><here>",
            (
                r"<firm>(?: that are| that is)? registered<near><here><gap>(?:receive|qualif|eligible|"
                r"may apply|can apply|get|are granted|is granted|entitled)\w{0,4}"
            ),
            r"<must><near>(?:pay|paying)<near>tax(?:es)?<near><here>",
            (
                r"<must><near>(?:be |enter |join |report |reported |included in |book |booked )<near>"
                r"(?:local statistics|statistics of the (?:district|county|city)|district statistics|"
                r"the statistical (?:base|register))"
            ),
            (
                r"(?:entered?|included|counted|entry) in(?:to)? (?:the )?(?:local|district|"
                r"county)(?:'s)? statistic\w{0,4}<gap><reward>|<reward><gap>(?:entered?|included|counted|"
                r"entry) in(?:to)? (?:the )?(?:local|district|county)(?:'s)? statistic"
            ),
            (
                r"<must><near>(?:book|invoice|record|declare)\w{0,2}<near>(?:output|revenue|turnover|"
                r"sales)<near><here>"
            ),
            (
                r"(?:output|revenue|turnover|sales)<near>(?:must|shall|should|has to|have to|are to|"
                r"is to) be (?:booked|invoiced|recorded|declared)<near><here>"
            ),
            r"(?:settling|settlement|relocation|landing|move-?in) (?:bonus|reward|award|prize)\w{0,2}",
        ),
        harmless=r"registered (?:trade ?mark|nurse|capital)|registration certificate of (?:a )?device",
    ),
    QuestionedWording.NEWCOMERS: CategoryWording(
        words=(
            "new to",
            "newly",
            "newcomer",
            "new arrival",
            "recently settled",
        ),
        needs=(
            "only",
            "solely",
            "exclusively",
            "reward",
            "bonus",
            "rebate",
            "refund",
            "grant",
            "subsid",
            "award",
            "reimburs",
            "incentive",
            "get back",
            "receive",
            "paid",
        ),
        patterns=(
            (
                r"(?<!not )\b(?:only|solely|exclusively)<near>(?:newcomers?|new arrivals?|"
                r"new to the (?:district|county|city|park)|newly (?:settled|arrived|introduced|established))"
            ),
            (
                r"(?:newcomers?|new arrivals?|firms? new to the (?:district|county|city|park)|compan(?:y|"
                r"ies) new to the (?:district|county|city|park)|newly (?:settled|arrived|introduced) <firm>"
                r")<gap>(?:<reward>|get back|receive|are paid)"
            ),
        ),
        harmless=r"existing|already here|already settled|alike",
    ),
    QuestionedWording.ESTABLISHMENT: CategoryWording(
        words=(
            "subsidiar",
            "legal person",
            "legal entit",
            "branch",
            "entity",
            "independent",
            "project company",
            "regional head",
        ),
        needs=(
            "must",
            "shall",
            "should",
            "has to",
            "have to",
            "requir",
            "need to",
            "needs to",
            "condition",
            "provided that",
            "only",
            "undertake",
            "commit",
            "promise",
            "agree",
            "mandatory",
            "independent",
            "separate",
        ),
        patterns=(
            (
                r"<must><near>(?:found|set up|establish|form|incorporate|create|open|register)\w{0,3}<near>"
                r"(?:subsidiar\w{1,3}|legal person|legal entity|independent entity|branch|project company|"
                r"regional head ?(?:office|quarters))"
            ),
            (
                r"(?:founding|setting up|establishing|incorporating)<near>(?:subsidiar\w{1,3}|legal person|"
                r"legal entity|branch|project company)<near>(?:is|are) (?:a condition|required|a must|"
                r"mandatory|a precondition)"
            ),
            (
                r"(?:independent|separate) (?:legal person|legal entity)<near><here>|<here><near>"
                r"(?:independent|separate) (?:legal person|legal entity)"
            ),
            r"(?:only|solely)<near><firm><near>with an? (?:local )?(?:subsidiary|branch|legal person)",
        ),
        harmless=r"may (?:choose|found|set up)|free to|optional|by choice",
    ),
    QuestionedWording.OWNERSHIP: CategoryWording(
        words=(
            "state-owned",
            "state owned",
            "state-controlled",
            "state controlled",
            "private",
            "foreign",
            "domestic",
            "ownership",
            "soe",
        ),
        needs=(
            "only",
            "solely",
            "exclusively",
            "limited",
            "restricted",
            "reserved",
            "exclude",
            "eligible",
            "qualif",
            "apply",
            "precedence",
            "priorit",
            "prefer",
            "extra",
            "depend",
            "according",
            "based on",
            "by ",
            "must",
            "shall",
            "should",
            "has to",
            "have to",
            "requir",
            "condition",
        ),
        patterns=(
            (
                r"(?<!not )\b(?:only|solely|exclusively|limited to|restricted to|reserved for)<near>"
                r"(?:state-owned|state-controlled|privately[- ]owned|private|foreign-(?:invested|owned|"
                r"funded)|foreign|domestic(?:ally owned)?)<near><firm>"
            ),
            (
                r"(?:state-owned|state-controlled|privately[- ]owned|private|foreign-(?:invested|owned|"
                r"funded)|domestic(?:ally owned)?)<near><firm><near>(?:are excluded|are not eligible|"
                r"do not qualify|may not apply|cannot apply|take precedence|have priority|are preferred|"
                r"are given priority|get priority|receive extra)"
            ),
            (
                r"(?:priority|preference|precedence)<near>(?:for|to|is given to)<near>(?:state-owned|"
                r"state-controlled|privately[- ]owned|private|foreign-(?:invested|owned|funded)|"
                r"domestic(?:ally owned)?)<near><firm>"
            ),
            r"(?:depend\w{0,4} on|according to|based on|by)<near>\bownership (?:type|of|form|structure)",
            r"<must><near>(?:state-owned|state-controlled)<near>(?:shareholder|stake|share|control)",
        ),
        harmless=r"alike|equal|same (?:terms|conditions|footing)|all ownership|private placement",
        denied=(
            r"\bnot\b(?! (?:eligible|qualif\w{0,3}|apply|entitled|bid|take part|less|more))|\b(?:no|never|"
            r"neither|nor|none|nobody|nothing|without|regardless|irrespective|whatever|whether or|"
            r"prohibit\w{0,4}|forbid\w{0,4}|abolish\w{0,3}|instead of|rather than|unlawful\w{0,2}|anywhere)\b"
        ),
    ),
    QuestionedWording.NAMED_FIRMS: CategoryWording(
        words=(
            "list",
            "roster",
            "pool",
            "named",
            "database",
            "directory",
            "register",
            " co ",
            "co ,",
            "ltd",
            " group",
            " inc ",
            "corporation",
        ),
        needs=(
            "receive",
            "get",
            "grant",
            "qualif",
            "reward",
            "bonus",
            "subsid",
            "priorit",
            "support",
            "award",
            "refund",
            "rebate",
        ),
        patterns=(
            (
                r"(?:<firm>|those) (?:on|in|of) (?:the|a|our) (?:white ?list|list|roster|pool|database|"
                r"directory|register) (?:of (?:key|priority|selected|recommended|listed) <firm>)?<gap>"
                r"(?:receive|get|are granted|qualif|<reward>)\w{0,3}"
            ),
            (
                r"(?:listed|included|entered|named|admitted) (?:on|in|to|into) (?:the|a|our) (?:white ?list|"
                r"list|roster|pool|database|directory|register)<near>(?:of (?:key|priority|selected|"
                r"recommended)<near>)?<gap>(?:receive|get|are granted|is granted|qualif|reward|bonus|grant|"
                r"subsid|priority)\w{0,4}"
            ),
            (
                r"(?:<reward>|support|grants?|subsidies) (?:only )?(?:for|to) [A-Z][\w ]{2,40}(?: Co\b| Ltd|"
                r" Group| Inc| Corporation)"
            ),
            (
                r"[A-Z][\w, ]{2,40}(?: Ltd| Co| Group| Inc| Corporation) {1,2}(?:receives|is granted|"
                r"is paid|will receive|gets) <near>(?:<reward>|CNY|yuan|support)"
            ),
            r"\bnamed <firm><near>(?:receive|get|are granted|qualify)",
        ),
        harmless=r"list of documents|listed below|consolidated list",
    ),
    QuestionedWording.RANKED_FIRMS: CategoryWording(
        words=(
            "top",
            "fortune",
            "ranked",
            "ranking",
            "leading",
            "largest",
        ),
        needs=(
            "reward",
            "bonus",
            "rebate",
            "refund",
            "grant",
            "subsid",
            "award",
            "reimburs",
            "incentive",
            "receive",
            "paid",
        ),
        patterns=(
            r"\btop[- ](?:500|100|ten|10)\b<gap>(?:<reward>|receive|are paid)",
            r"\bFortune (?:Global )?500\b<gap>(?:<reward>|receive|are paid)",
            (
                r"(?:ranked among|ranks? in|in the ranking of)<near>(?:top|largest|leading|first)<gap>"
                r"(?:<reward>|receive|are paid)"
            ),
            (
                r"(?:<reward>)\w{0,2} (?:for|to) (?:leading|top-500|top-ranked|ranked|the largest)<near>"
                r"<firm>"
            ),
        ),
        harmless=r"any size|all sizes",
    ),
    QuestionedWording.ONE_FIRM_ONE_POLICY: CategoryWording(
        words=(
            "one firm",
            "one-firm",
            "one company",
            "one-company",
            "one enterprise",
            "one-enterprise",
            "one project",
            "one-project",
            "one business",
            "one case",
            "one-case",
            "case by case",
            "case-by-case",
            "for each case",
            "project by project",
            "individually",
            "tailor",
            "bespoke",
            "special",
            "negotiat",
        ),
        needs=(
            "policy",
            "support",
            "incentive",
            "grant",
            "subsid",
            "terms",
            "benefit",
            "preferen",
            "discussion",
            "decision",
            "meeting",
            "package",
            "polic",
        ),
        patterns=(
            r"\bone[- ](?:firm|company|enterprise|project|business)[-, ]{1,2}one[- ]policy",
            (
                r"(?:support|incentive|grant|subsid|terms|benefit|preferen)\w{0,5}<near>"
                r"(?:case[- ]by[- ]case|for each case|individually (?:agreed|negotiated)|"
                r"negotiated (?:individually|separately|one by one|with each)|project by project)"
            ),
            (
                r"(?:case[- ]by[- ]case|individually (?:agreed|negotiated)|tailor(?:ed|-made)|bespoke|"
                r"special)(?: package of| set of)? (?:support|incentive|grant|subsid|terms|polic|benefit|"
                r"package)\w{0,4}"
            ),
            r"\bone[- ]case[-, ]{1,2}one[- ](?:discussion|decision|meeting|policy)",
        ),
        harmless=r"technical support|advice|training|service plan|special terms used",
    ),
    QuestionedWording.LAND_PRICE: CategoryWording(
        words=(
            "free land",
            "free industrial",
            "free plot",
            "free site",
            "for free",
            "free of charge",
            "no cost",
            "no-cost",
            "zero cost",
            "zero-cost",
            "zero price",
            "zero-price",
            "without charge",
            "below",
            "land price",
            "land rate",
            "land cost",
            "land fee",
            "land premium",
            "land transfer",
            "land payment",
            "land use fee",
            "price of land",
            "price of the land",
        ),
        needs=(
            "land",
            "plot",
            "site",
        ),
        patterns=(
            r"\b(?:free|zero[- ]cost|zero[- ]price|no[- ]cost) (?:industrial )?(?:land|plots?|sites?)\b",
            (
                r"\bland<near>(?:free of charge|for free|at no cost|without charge|below (?:the )?(?:cost|"
                r"market price|reserve price|benchmark|minimum price))"
            ),
            r"(?:discount|preferential|reduced|special|concession)\w{0,4} land (?:price|rate|cost|fee)s?",
            (
                r"(?:land (?:price|premium|transfer (?:fee|payment|price)|payment|cost|use fee)s?|"
                r"price of (?:the )?land)<near>(?:refund|return|rebat|paid back|repaid|reimburs|waive|"
                r"subsidi|halved|reward)\w{0,4}"
            ),
            (
                r"(?:refund|return|rebat|repay|reimburs|waive|subsidi)\w{0,4}<near>(?:land (?:price|premium|"
                r"transfer (?:fee|payment|price)|payment|cost|use fee)|price of (?:the )?land)"
            ),
        ),
        harmless=r"deposit|free of (?:mortgage|dispute|encumbrance)",
    ),
    QuestionedWording.FEES: CategoryWording(
        words=(
            "administrative fee",
            "administrative charge",
            "government fund",
            "government lev",
            "infrastructure fee",
            "infrastructure charge",
            "infrastructure lev",
            "municipal fee",
            "municipal charge",
            "construction fee",
            "construction lev",
            "official fee",
            "zero-fee",
            "zero fee",
        ),
        needs=(
            "waiv",
            "exempt",
            "reduc",
            "halv",
            "defer",
            "suspend",
            "lower",
            "remission",
            "refund",
            "return",
            "rebate",
            "reimburs",
            "paid back",
            "no ",
            "zero",
        ),
        patterns=(
            (
                r"(?:waiv|exempt|reduc|halv|defer|suspend|lower|remission)\w{0,5}<near>"
                r"(?:administrative (?:fees?|charges?)|government (?:funds?|levies|levy)|"
                r"infrastructure (?:fees?|charges?|levy)|municipal (?:fees?|charges?)|construction (?:fees?|"
                r"levies)|official fees?)"
            ),
            (
                r"(?:administrative (?:fees?|charges?)|government (?:funds?|levies|levy)|"
                r"infrastructure (?:fees?|charges?|levy)|municipal (?:fees?|charges?)|official fees?)<near>"
                r"(?:waived|refunded|returned|halved|rebated|exempt|reimbursed|reduced|paid back)"
            ),
            (
                r"\b(?:no|zero) (?:administrative fees?|infrastructure fees?|official fees?)<near>(?:for|"
                r"to)<near>(?:investor|firm|compan|project|settled)"
            ),
            r"\bzero[- ]fee (?:park|zone|policy|district)",
        ),
        harmless=r"industry fund|investment fund|tuition",
        denied=(
            r"\b(?:not|never|neither|nor|none|nobody|nothing|without|prohibit\w{0,4}|forbid\w{0,4}|"
            r"abolish\w{0,3}|unlawful\w{0,2})\b"
        ),
    ),
    QuestionedWording.SOCIAL_INSURANCE: CategoryWording(
        words=(
            "social insurance",
            "social security",
            "pension",
            "housing fund",
            "provident fund",
            "insurance contribution",
        ),
        needs=(
            "waiv",
            "exempt",
            "reduc",
            "halv",
            "defer",
            "suspend",
            "reliev",
            "relief",
            "lower",
            "postpon",
            "cut",
            "holiday",
            "paid by",
            "pays",
            "covers",
            "bears",
        ),
        patterns=(
            (
                r"(?:waiv|exempt|reduc|halv|defer|suspend|reliev|relief|lower|postpon|cut)\w{0,5}<near>"
                r"(?:social (?:insurance|security)|pension|provident fund|housing fund)<near>"
                r"(?:contribution|premium|payment|fee|charge)?"
            ),
            (
                r"(?:social (?:insurance|security)|pension|provident fund|housing fund) (?:contribution|"
                r"premium|payment|fee|charge)s?<near>(?:waived|exempt|reduced|halved|deferred|suspended|"
                r"lowered|postponed|cut|paid by the (?:district|government|bureau))"
            ),
            r"(?:social (?:insurance|security) (?:relief|holiday|exemption|waiver|reduction|deferral))",
            (
                r"(?:district|government|bureau|county) (?:pays|covers|bears)<near>(?:social (?:insurance|"
                r"security)|pension)"
            ),
        ),
        harmless=r"social security card",
    ),
    QuestionedWording.LOCAL_CONTENT: CategoryWording(
        words=(
            "local",
            "in the district",
            "within the district",
            "from the district",
        ),
        needs=(
            "must",
            "shall",
            "should",
            "has to",
            "have to",
            "requir",
            "condition",
            "priorit",
            "prefer",
            "encourag",
            "first",
            "reward",
            "bonus",
            "rebate",
            "refund",
            "grant",
            "subsid",
            "award",
            "receive",
            "get back",
            "precedence",
        ),
        patterns=(
            (
                r"(?:<must>|priority|prefer\w{0,5}|encourage\w{0,2}|first) <near>(?:buy|buying|"
                r"purchas\w{1,4}|use|using|source|sourcing|procure|procuring|order)<near>"
                r"(?:local(?:ly made)?|district-made|from the district) ?(?:product|good|material|supplier|"
                r"content|service|equipment|part|input|firm|compan|made)\w{0,4}"
            ),
            (
                r"(?:buy|buying|purchas\w{1,4}|use|using|sourc\w{1,3}|procur\w{1,3})<near>"
                r"(?:local(?:ly made)?|district-made) (?:product|good|material|supplier|content|service|"
                r"equipment|part)\w{0,2}<gap>(?:<reward>|receive|get back|priority|bonus)"
            ),
            (
                r"(?:<reward>|priority|preference|bonus points?)<near>(?:for|to|on|of)<near>(?:buying|using|"
                r"purchas\w{1,4}|sourcing)?<near>(?:local(?:ly made)?|district-made) (?:product|good|"
                r"material|supplier|content|equipment|part)s?"
            ),
            (
                r"\blocal(?:ly made)? (?:product|good|supplier|content|equipment)s?<near>(?:take precedence|"
                r"come first|have priority|are preferred|must be used|must be bought|get bonus points|"
                r"are given priority)"
            ),
            (
                r"(?:<must>)<near>local (?:content|sourcing|procurement)|local content (?:of|share of|"
                r"ratio of)<near>(?:%|per ?cent)<gap>(?:<must>|required|<reward>)|local content requirement"
            ),
        ),
        harmless=r"free to (?:buy|choose)|of their choice|wherever",
    ),
    QuestionedWording.LOCAL_FIRMS: CategoryWording(
        words=(
            "local firm",
            "local compan",
            "local enterpris",
            "local business",
            "local bidder",
            "local supplier",
            "local operator",
            "local investor",
            "local manufactur",
            "only firm",
            "only compan",
            "only enterpris",
            "only business",
            "only investor",
            "only bidder",
            "only supplier",
            "from outside",
            "of outside",
            "from elsewhere",
            "from other",
            "of other",
            "outside firm",
            "outside compan",
            "outside bidder",
            "outside supplier",
        ),
        needs=(
            "only",
            "solely",
            "exclusively",
            "limited",
            "restricted",
            "reserved",
            "confined",
            "open to",
            "priorit",
            "prefer",
            "precedence",
            "bonus",
            "come first",
            "must",
            "shall",
            "exclude",
            "may not",
            "cannot",
            "have to",
            "pay",
            "charged",
        ),
        patterns=(
            (
                r"\b(?:only|solely|exclusively|limited to|restricted to|reserved for|confined to|"
                r"open to)\b<near>(?:only )?local <firm>"
            ),
            r"\bonly<near><firm><near>(?:from|based in|located in|of) the (?:district|county|city)\b",
            (
                r"(?:priority|preference|precedence|bonus points?|preferential treatment)<near>(?:for|to|"
                r"is given to)<near>\blocal <firm>"
            ),
            (
                r"\blocal <firm><near>(?:have priority|take precedence|are preferred|come first|"
                r"are given (?:priority|preference)|get bonus points|receive (?:priority|preference))"
            ),
            (
                r"(?:<firm> (?:from|of) (?:outside|elsewhere|other (?:regions|provinces|districts|places))|"
                r"non-local <firm>|outside <firm>)<near>(?:must|shall|are excluded|may not|cannot|have to|"
                r"pay (?:more|extra)|are charged)"
            ),
        ),
        harmless=r"alike|equal|same (?:terms|conditions)",
        denied=(
            r"\bnot\b(?! (?:eligible|qualif\w{0,3}|apply|entitled|bid|take part|less|more))|\b(?:no|never|"
            r"neither|nor|none|nobody|nothing|without|regardless|irrespective|whatever|whether or|"
            r"prohibit\w{0,4}|forbid\w{0,4}|abolish\w{0,3}|instead of|rather than|unlawful\w{0,2}|anywhere)\b"
        ),
    ),
    QuestionedWording.EXIT_PENALTY: CategoryWording(
        words=(
            "leav",
            "relocat",
            "move away",
            "moves away",
            "moving away",
            "mov",
            "withdraw",
            "deregist",
            "transfer",
        ),
        needs=(
            "not",
            "repa",
            "pay back",
            "pays back",
            "paid back",
            "return",
            "refund",
            "reclaim",
            "recover",
            "claw",
            "forfeit",
            "penal",
            "forbidden",
            "prohibited",
            "subject to",
        ),
        patterns=(
            (
                r"(?:must|may|shall|can|do|does|will|undertakes?|commits?|promises?|agrees?)(?: not|"
                r"not)(?: to)? (?:leave|relocate|move (?:away|out)|move|transfer (?:its|"
                r"their) (?:registered )?(?:seat|office|registration)|deregister|reduce (?:its|"
                r"their) (?:registered )?capital|withdraw (?:its|their) investment)"
            ),
            (
                r"(?:leav(?:e|es|ing)|relocat\w{1,4}|mov(?:e|es|ing) (?:away|out)|deregist\w{1,5}|"
                r"withdraw\w{0,3})<gap>(?:repay|repaid|pay back|paid back|pays back|return|returned|refund|"
                r"refunded|reclaim|reclaimed|recover|recovered|clawed back|claw ?back|forfeit\w{0,2}|"
                r"penalt\w{1,3})"
            ),
            (
                r"(?:repay|pay back|return|refund|reclaim|recover|claw ?back)\w{0,3}<near>(?:support|grant|"
                r"subsid|reward|bonus|sum|money|amount)\w{0,4}<gap>(?:leav(?:e|es|ing)|relocat\w{1,4}|"
                r"mov(?:e|es|ing) (?:away|out))"
            ),
            (
                r"(?:support|grant|subsid|reward|bonus|sum|money|amount)\w{0,4}<near>(?:repaid|returned|"
                r"refunded|reclaimed|recovered|clawed back|paid back)<gap>(?:leav(?:e|es|ing)|"
                r"relocat\w{1,4}|mov(?:e|es|ing) (?:away|out))"
            ),
            (
                r"(?:leav(?:e|es|ing)|relocat\w{1,4}|mov(?:e|es|ing) (?:away|out))<near>(?:is|"
                r"are) (?:forbidden|prohibited|not allowed|subject to (?:approval|consent))"
            ),
        ),
        harmless=r"false (?:documents|statements)|fraud|deposit|employee|the person|staff|worker|tenant|graduate",
        denied=(
            r"\b(?:free to|without|no (?:penalty|repayment|claw ?back|obligation)|keeps?|need not|"
            r"does not have to|do not have to|regardless|must not be (?:required|asked)|may not (?:hinder|"
            r"restrict|require|demand)|never|nobody|nothing|neither)\b"
        ),
    ),
    QuestionedWording.DESIGNATED_SUPPLIER: CategoryWording(
        words=(
            "designated",
            "exclusive",
            "appointed",
            "nominated",
            "sole",
            "concession",
            "approved",
            "specified",
        ),
        needs=(
            "must",
            "shall",
            "should",
            "has to",
            "have to",
            "requir",
            "condition",
            "grant",
            "give",
            "award",
            "receive",
            "sole",
            "only",
            "designated",
            "appointed",
        ),
        patterns=(
            (
                r"<must><near>(?:buy|purchase|use|engage|hire|commission|procure|order|obtain)\w{0,3}<near>"
                r"(?:from |of |through |by )?(?:a |the |an )?(?:designated|appointed|nominated|specified|"
                r"approved) (?:\w{1,16} )?(?:supplier|agenc|compan|firm|provider|brand|platform|institution|"
                r"association|contractor)\w{0,3}"
            ),
            (
                r"(?:granted?|given?|gives?|grants?|awards?|awarded|receives?)<near>(?:an |"
                r"the )?exclusive (?:right|licen[cs]e|concession|franchise|operating right)s?"
            ),
            (
                r"(?:sole|only) (?:designated|appointed|authori[sz]ed|permitted) (?:supplier|agenc|compan|"
                r"firm|provider|platform|institution)\w{0,3}"
            ),
            (
                r"(?:designated|appointed) (?:supplier|agenc|provider|contractor|institution)\w{0,3}<near>"
                r"(?:must be used|are to be used|only|is compulsory|is mandatory)"
            ),
        ),
        harmless=r"open tender|of (?:your|their) choice|free to choose",
    ),
    QuestionedWording.PREFERENTIAL_PRICE: CategoryWording(
        words=(
            "preferential",
            "special",
            "discount",
            "subsid",
            "rebate",
            "refund",
            "reimburs",
            "concession",
            "reduced",
            "below the",
        ),
        needs=(
            "electricity",
            "power",
            "water",
            "gas",
            "steam",
            "utilit",
        ),
        patterns=(
            (
                r"(?:preferential|special|discounted|subsidi[sz]ed|reduced|"
                r"concession\w{0,3}) (?:electricity|power|water|gas|steam|utility) (?:price|tariff|rate)s?"
            ),
            (
                r"(?:electricity|power|water|gas|steam|utility) (?:price|tariff|rate|bill|cost)s?<near>"
                r"(?:subsid|rebate|discounted|refund|reimburs|below the (?:tariff|list price))\w{0,4}"
            ),
            (
                r"(?:subsid\w{1,4}|rebates?|discounts?|refunds?)<near>(?:on|of|for)<near>(?:electricity|"
                r"power|water|gas|steam|utility) (?:price|tariff|rate|bill|cost|charge)s?"
            ),
            (
                r"(?:electricity|power|water|gas|steam) at (?:a )?(?:preferential|special|discounted|"
                r"reduced) (?:price|rate|tariff)s?"
            ),
        ),
        harmless=r"market (?:price|trading)|off-peak|catalogue",
    ),
}

ENGLISH = LanguageWording(
    parts=PARTS,
    categories=CATEGORIES,
    denied_before=(
        r"\b(?:not|no)\b(?! (?:less|more|fewer|later|earlier|only|exceed\w{0,4}|below|above|lower|higher|"
        r"cost|charge|relocat\w{0,4}|move|leave|transfer)\b)|\b(?:never|neither|nor|none|nobody|nothing|"
        r"without(?! charge)|cannot|can't|don't|doesn't|isn't|aren't|won't|prohibit\w{0,4}|forbid\w{0,4}|"
        r"ban|bans|banned|abolish\w{0,3}|repeal\w{0,3}|regardless|irrespective|whether or|whatever|"
        r"instead of|rather than|unlawful\w{0,2}|illegal\w{0,2}|refus\w{1,4}|avoid\w{0,3}|prevent\w{0,3}|"
        r"end|ends|ended|stop|stops|stopped)\b"
    ),
    denied_after=(
        r"\b(?:is|are|was|were|has been|have been|will be)(?: now)? (?:not|no longer|never|abolished|"
        r"prohibited|forbidden|banned|repealed|ended|unlawful|illegal)\b|\b(?:does|do|may|can|must|"
        r"will) not\b(?! (?:exceed|be less))|\bcannot\b|\b(?:plays?|has|have|make|makes) no\b"
    ),
    continues=r"\s{0,2}(?:or|nor|including|such as|whether|let alone|in|on|by|to|from|with|for|at|of|e\.g\.)\b",
    part_ends=r",|\bbut\b|\b(?:and|which) (?:is|are|it|they|will|receives?|gets?|must)\b",
    lawful=(
        r"\b(?:national|nationwide|State Council|Ministry|state rules|by law|under (?:the )?law|"
        r"statutory|central government)\b"
    ),
    ignore_case=True,
    short_forms=("Co", "Ltd", "Inc"),
)

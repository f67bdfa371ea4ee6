"""The register of rules: a new rule is one function, its ``Rule`` and one line here."""

from investment_portal.validation import contacts, personal_data, references, settings
from investment_portal.validation import dates as validation_dates
from investment_portal.validation import figures as validation_figures
from investment_portal.validation import incentives as validation_incentives
from investment_portal.validation import policies as validation_policies
from investment_portal.validation import projects as validation_projects
from investment_portal.validation.rule import registered

RULES = registered(
    references.UNKNOWN_REFERENCE,
    references.DUPLICATE_ID,
    references.DUPLICATE_NAME,
    validation_projects.MISSING_BY_KIND,
    validation_projects.INDUSTRY_CODE,
    validation_figures.EXCHANGE_RATE,
    validation_dates.FORGED_DATE,
    validation_dates.RECORD_OVERDUE,
    contacts.CONTACT_UNREACHABLE,
    contacts.CONTACT_BACKUP,
    contacts.BACKUP_CIRCLE,
    contacts.DESK_HOURS,
    contacts.DESK_LAPSING,
    contacts.LANGUAGE_UNSPOKEN,
    contacts.ROUTE_MISSING,
    validation_policies.POLICY_EXPIRED,
    validation_policies.POLICY_VALIDITY,
    validation_policies.POLICY_REVIEW,
    validation_policies.POLICY_WINDOW,
    validation_policies.POLICY_CLAIM,
    validation_policies.POLICY_REPLACED,
    validation_incentives.WORKED_EXAMPLE,
    validation_incentives.ELIGIBILITY_VALUES,
    validation_incentives.MONEY_KIND,
    validation_incentives.STACKING,
    validation_policies.COVERAGE_GAP,
    validation_figures.ANNOUNCED_TOTAL,
    validation_figures.DUPLICATE_FIGURE,
    validation_figures.FIGURE_SEQUENCE,
    validation_figures.UNIT_SINGULAR,
    settings.MAP_REVIEW,
    personal_data.PERSONAL_DATA,
    validation_policies.FORBIDDEN_TERMS,
    settings.EXAMPLE_IN_LIVE,
    settings.FILING_NUMBERS,
    validation_dates.COLUMN_IDLE,
    settings.PALETTE_CONTRAST,
)

"""Make what locales choose: what stands in for translations, and the digits of numbers."""

from __future__ import annotations

from brief.define.desk import Desk
from brief.define.fields import BriefingFields, LocaleFields, PolicyFields
from brief.define.nodes import Scalar
from brief.diag.define_codes import DIGITS_REVERSED, LOCALE_TWICE
from brief.model.digits import SYSTEMS, find_digits
from brief.model.languages import find_direction
from brief.model.policy import Policy, Remedy


def find_tag(locale: Scalar | LocaleFields) -> Scalar:
    """Give the tag of a locale, which stands alone or among fields."""
    return locale.tag if isinstance(locale, LocaleFields) else locale


def make_policies(fields: BriefingFields) -> dict[str, Policy]:
    """Give the policy of every locale in order: its own, or else that of the whole briefing."""
    general = fields.translation or PolicyFields()
    made: dict[str, Policy] = {}
    for locale in fields.locales:
        own = locale if isinstance(locale, LocaleFields) else PolicyFields()
        missing = own.missing or general.missing or Remedy.SOURCE.value
        stale = own.stale or general.stale or Remedy.OLDER.value
        made.setdefault(find_tag(locale).text, Policy(Remedy(missing), Remedy(stale)))
    return made


def make_digits(fields: BriefingFields) -> dict[str, str]:
    """Give the numbering systems that are chosen for the definition's language and for locales."""
    made = {} if fields.digits is None else {fields.language.text: fields.digits.text}
    for locale in fields.locales:
        if isinstance(locale, LocaleFields) and locale.digits is not None:
            made.setdefault(locale.tag.text, locale.digits.text)
    return made


def check_locales(desk: Desk, fields: BriefingFields) -> None:
    """Report locales that are named twice or are the definition's language, and wrong digits."""
    seen = {fields.language.text: "the language of the definition"}
    for tag in map(find_tag, fields.locales):
        if tag.text in seen:
            message = f"`{tag}` is {seen[tag.text]}"
            desk.collector.report(LOCALE_TWICE, message, tag.place, "remove it from `locales`")
        seen.setdefault(tag.text, "named already")
    _check_digits(desk, fields.language, fields.digits)
    for locale in fields.locales:
        if isinstance(locale, LocaleFields):
            _check_digits(desk, locale.tag, locale.digits)


def _check_digits(desk: Desk, tag: Scalar, digits: Scalar | None) -> None:
    """Report digits that would change places with each other in a language."""
    if digits is None or digits.text not in SYSTEMS or find_direction(tag.text) == "rtl":
        return
    if find_digits(digits.text).run_from_right:
        message = f"the digits `{digits}` run from right to left, and `{tag}` does not"
        hint = "write `digits: latn`, or remove the field"
        desk.collector.report(DIGITS_REVERSED, message, digits.place, hint)

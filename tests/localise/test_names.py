"""Names of countries and places: our table, and CLDR's behind it."""

from __future__ import annotations

import pytest
from babel.core import get_global

from brief.localise.glossary import holds
from brief.localise.names import UnknownNameError, load_table, write_name
from brief.localise.typography import list_shipped

FLAGSHIP = ("de", "en", "fr", "es", "ru", "ar", "zh-Hans", "ko")
CODES = sorted(load_table())


@pytest.mark.parametrize("code", CODES)
def test_a_country_of_the_table_has_all_names_in_all_languages(code: str) -> None:
    """Short and formal name are there, are themselves forms, and none of them is to be avoided."""
    for tag in FLAGSHIP:
        names = load_table()[code][tag]
        known = (*names.forms, *names.adjective)
        assert names.short and bool(names.formal) == code.isupper()
        assert any(holds(names.short, form, tag) for form in known), (code, tag)
        for form in names.avoid:
            assert not holds(f"{names.short} {names.formal}", form, tag)
            assert form not in known


@pytest.mark.parametrize("tag", FLAGSHIP)
def test_countries_are_told_apart(tag: str) -> None:
    """No form of one country is found in the short name of another.

    In full names they are, as `جمهورية كوريا` is; the check takes those out before it looks.
    """
    table = load_table()
    for code in CODES:
        for other in CODES:
            if other == code or {code, other} == {"RU", "SU"}:
                continue
            short = table[other][tag].short
            found = [form for form in table[code][tag].forms if holds(short, form, tag)]
            assert not found, (code, other, found)


def test_every_country_has_a_short_name_in_every_language() -> None:
    """All of ISO 3166-1 can be named in all languages that ship; the rest is refused."""
    codes = [code for code in get_global("territory_zones") if code.isalpha()]
    assert len(codes) >= 240
    for tag in list_shipped():
        assert [code for code in codes if write_name(code, tag) in ("", code)] == []
    with pytest.raises(UnknownNameError):
        write_name("QQ", "de")
    with pytest.raises(UnknownNameError):
        write_name("VN", "de", "formal")
    with pytest.raises(UnknownNameError):
        write_name("150", "de")  # a continent in CLDR


def test_the_table_goes_before_cldr() -> None:
    """Formal names are ours, and so are short ones where both have them."""
    assert write_name("KP", "de", "formal") == "Demokratische Volksrepublik Korea"
    assert write_name("KP", "ko") == "북한"
    assert write_name("SU", "fr") == "Union soviétique"
    assert write_name("VN", "fr") == "Viêt Nam"
    assert write_name("moscow", "es") == "Moscú"
    with pytest.raises(UnknownNameError):
        write_name("moscow", "es", "formal")
    with pytest.raises(UnknownNameError):
        write_name("atlantis", "es")

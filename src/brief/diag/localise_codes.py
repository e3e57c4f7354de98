"""Codes of what is found while a briefing is put into a locale."""

from __future__ import annotations

from brief.diag.diagnostic import Code, Severity

CATALOGUE_MISSING = Code(
    "localise.catalogue-missing",
    Severity.ERROR,
    "a locale without a catalogue",
    "The definition promises a locale in `locales`, but its folder `locale/` holds no catalogue "
    "for it. The copy would be in the original language from the first line to the last.",
    "Create `locale/<tag>.po` beside `briefing.yaml`, or take the tag out of `locales`.",
)
CATALOGUE_ENCODING = Code(
    "localise.catalogue-encoding",
    Severity.ERROR,
    "a catalogue that is not UTF-8",
    "Catalogues are read as UTF-8 alone; another encoding would turn letters into others.",
    "Save the file as UTF-8 in the editor, or convert it with `msgconv --to-code=UTF-8`.",
)
CATALOGUE_SYNTAX = Code(
    "localise.catalogue-syntax",
    Severity.ERROR,
    "a line that is not PO syntax",
    "A PO file consists of comments, the keywords `msgctxt`, `msgid` and `msgstr`, and strings in "
    "double quotation marks. A line that is none of these hides what was meant.",
    "Correct the line; `msgfmt -c` tells the same from its own point of view.",
)
DUPLICATE_ENTRY = Code(
    "localise.duplicate-entry",
    Severity.ERROR,
    "a text that is translated twice",
    "Two entries of a catalogue bear the same `msgctxt`, so it is open which of the two is meant.",
    "Keep one of them and delete the other.",
)
UNKNOWN_ENTRY = Code(
    "localise.unknown-entry",
    Severity.WARNING,
    "an entry for a text that is not there",
    "The definition has no text under the entry's `msgctxt`: the text was removed, or its id was "
    "changed. The translation is not lost, but it is not printed either.",
    "Correct the `msgctxt`, or mark the entry as obsolete by putting `#~` before its lines.",
)
MISSING_TRANSLATION = Code(
    "localise.missing-translation",
    Severity.WARNING,
    "a text without translation",
    "The catalogue has no translation of a text, so the copy prints the original, marked as such.",
    "Translate the entry. Strict runs fail until it is done.",
)
STALE_TRANSLATION = Code(
    "localise.stale-translation",
    Severity.WARNING,
    "a translation that is older than its source",
    "The source text has changed since it was translated, or the entry is marked `fuzzy`. The copy "
    "prints the older translation, marked as such.",
    "Compare the translation with the present source, correct it, and remove `fuzzy`.",
)
TRANSLATION_REQUIRED = Code(
    "localise.translation-required",
    Severity.ERROR,
    "a copy that must not appear before it is translated",
    "The definition says `missing: fail` or `stale: fail`, for this locale or for all, and a text "
    "has no translation, or one that is older than the text.",
    "Translate the entry, or choose another policy under `locales` or `translation`.",
)
REFERENCE_OMITTED = Code(
    "localise.reference-omitted",
    Severity.WARNING,
    "a reference to what is left out",
    "With the policy `omit`, a copy leaves out what is not translated, and a text that stays "
    "refers to it. The copy prints `[…]` in place of the number, and a link without its target.",
    "Translate what is referred to.",
)
NOTHING_LEFT = Code(
    "localise.nothing-left",
    Severity.ERROR,
    "a copy of which nothing is left",
    "With the policy `omit`, a copy leaves out what is not translated; of this one, no section "
    "would remain.",
    "Translate more, take the locale out of `locales`, or choose the policy `source`.",
)
UNKNOWN_NAME = Code(
    "localise.unknown-name",
    Severity.ERROR,
    "a currency, unit or country that has no name",
    "A figure or name in brackets asks for a currency, unit or country that is unknown, or for the "
    "full name of a state that our table does not have in this language.",
    "Use the code of ISO 4217 (`USD`) or ISO 3166 (`KP`), or the name that CLDR has for the unit "
    "(`kilometer`, `tonne`); where there is no full name, write the words.",
)
MARKS_DIFFER = Code(
    "localise.marks-differ",
    Severity.ERROR,
    "a translation with other notes, citations or links",
    "A translation must carry the same footnotes, citations, links and references as its source; "
    "otherwise readers of two languages hold documents that rest on different sources.",
    "Copy the marks, such as `[^1]` or `[@id, p. 3]`, from the source into the translation.",
)
NUMBERS_DIFFER = Code(
    "localise.numbers-differ",
    Severity.WARNING,
    "a translation without a number of its source",
    "A number of the source text does not stand in the translation. Numbers up to twenty, decades "
    "and millions are left out of account, since languages write them in different ways.",
    "Compare the two. Where the translation is right, as with a sum that is counted in another "
    "unit, the doubt can stay.",
)
DATES_DIFFER = Code(
    "localise.dates-differ",
    Severity.WARNING,
    "a translation without a date of its source",
    "A day or month of the source text does not stand in the translation. Days are found beside "
    "the names of months, and in figures; how they are written is up to each language.",
    "Compare the two. Where the translation is right, as with “mid-June”, the doubt can stay.",
)
EMPHASIS_DIFFERS = Code(
    "localise.emphasis-differs",
    Severity.WARNING,
    "a translation with other emphasis",
    "The translation emphasises more or fewer passages than its source, or has an asterisk among "
    "its words, since emphasis was opened and not closed.",
    "Put `*` or `**` around the words that the source emphasises. Next to letters without a space, "
    "as in Chinese, both have to touch the words that they enclose.",
)
TERM_MISSING = Code(
    "localise.term-missing",
    Severity.WARNING,
    "a translation without the term of the glossary",
    "The source text has a term for which `glossary.yaml` prescribes a translation, and none of "
    "its forms stands in this translation. Readers of one language meet one thing under two names.",
    "Use the prescribed form, or add another one under `use`; `*` stands for any ending.",
)
TERM_FORBIDDEN = Code(
    "localise.term-forbidden",
    Severity.WARNING,
    "a translation with a term that the glossary excludes",
    "The translation has a form that `glossary.yaml` lists under `avoid` for a term of the source.",
    "Use a form that stands under `use`.",
)
NAME_MISSING = Code(
    "localise.name-missing",
    Severity.WARNING,
    "a translation that names a country otherwise, or not at all",
    "The source text names a country of our table of names, and no form that the table has for it "
    "in this language stands in the translation. Where the glossary of the briefing has the name, "
    "the glossary decides.",
    "Use one of the forms, or put the name with the form that is meant into `glossary.yaml`.",
)
NAME_FORBIDDEN = Code(
    "localise.name-forbidden",
    Severity.WARNING,
    "a translation with a name that is not used for a country",
    "The translation names a country in a way that our table of names excludes: one that takes a "
    "side, or one that is out of use.",
    "Use the name that the hint gives, or put the name that is meant into `glossary.yaml`.",
)
LANGUAGE_UNSUPPORTED = Code(
    "localise.language-unsupported",
    Severity.ERROR,
    "a language that is not shipped",
    "Interface strings, typography and fonts of this language are not part of `brief`.",
    "Take the tag out of `locales`, or add the language as the developer pages describe.",
)

ALL: tuple[Code, ...] = (
    CATALOGUE_MISSING,
    CATALOGUE_ENCODING,
    CATALOGUE_SYNTAX,
    DUPLICATE_ENTRY,
    UNKNOWN_ENTRY,
    MISSING_TRANSLATION,
    STALE_TRANSLATION,
    TRANSLATION_REQUIRED,
    REFERENCE_OMITTED,
    NOTHING_LEFT,
    UNKNOWN_NAME,
    MARKS_DIFFER,
    NUMBERS_DIFFER,
    DATES_DIFFER,
    EMPHASIS_DIFFERS,
    TERM_MISSING,
    TERM_FORBIDDEN,
    NAME_MISSING,
    NAME_FORBIDDEN,
    LANGUAGE_UNSUPPORTED,
)

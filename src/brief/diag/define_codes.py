"""Codes of the mistakes that are found while reading a definition."""

from __future__ import annotations

from brief.diag import define_file_codes, define_table_codes, define_text_codes
from brief.diag.diagnostic import Code, Severity

UNKNOWN_FIELD = Code(
    "define.unknown-field",
    Severity.ERROR,
    "a field that definitions do not have",
    "Every field of a definition is known; a field that is not is most often a typing mistake, "
    "and ignoring it would silently lose what the author meant.",
    "Correct the spelling as the hint suggests, or remove the field. "
    "`brief schema` lists the fields, and editors that read the schema complete them.",
)
MISSING_FIELD = Code(
    "define.missing-field",
    Severity.ERROR,
    "a field that has to be there",
    "Some fields are needed for a briefing to be printed at all, such as its title and date.",
    "Add the field; the page on definitions shows what it holds.",
)
EMPTY_FIELD = Code(
    "define.empty-field",
    Severity.ERROR,
    "a field with nothing in it",
    "A field was named, but nothing follows. An empty text would be printed as an empty line, "
    "and an empty list as a heading without anything below it.",
    "Write the text, or remove the field.",
)
WRONG_TYPE = Code(
    "define.wrong-type",
    Severity.ERROR,
    "a list, fields or a text where something else is expected",
    "YAML knows lists (lines that begin with `- `), fields (`name: value`) and texts. A field "
    "expects one of them, and another one stands there. Texts that begin with `[` or `{` are read "
    "as a list or as fields unless they stand in quotation marks.",
    "Write what the message names; put a text that begins with `[` or `{` in quotation marks.",
)
UNKNOWN_VALUE = Code(
    "define.unknown-value",
    Severity.ERROR,
    "a word that is not one of those possible",
    "A field takes one of a few words, and this one is not among them.",
    "Choose one of the words that the hint names.",
)
OUT_OF_RANGE = Code(
    "define.out-of-range",
    Severity.ERROR,
    "a number that is too small or too large",
    "The number has a lower and an upper limit: editions count from 1, ranks from 0 to 2.",
    "Write a number within the limits that the message names.",
)
BAD_ID = Code(
    "define.bad-id",
    Severity.ERROR,
    "an id in a form that cannot be used",
    "Ids name things over many editions and become parts of file names, links and catalogues. "
    "They consist of lower-case letters a to z, digits and single hyphens.",
    "Write the id as the hint suggests, such as `arms-control-2024`.",
)
RESERVED_ID = Code(
    "define.reserved-id",
    Severity.ERROR,
    "an id that is already taken by `brief` itself",
    "Some ids name parts that every briefing has, such as `summary` or `sources`, and `p1`, `p2` "
    "and so on are given to blocks without an id. The same id for something else would make links "
    "and translations ambiguous.",
    "Choose another id.",
)
ID_NOT_FOLDER = Code(
    "define.id-not-folder",
    Severity.ERROR,
    "an id that differs from the name of the folder",
    "A briefing is found by the name of its folder and recorded under its id; if the two differ, "
    "commands and files speak of the same briefing by two names.",
    "Rename the folder, or set `id` to its name.",
)
DUPLICATE_ID = Code(
    "define.duplicate-id",
    Severity.ERROR,
    "an id that is given twice",
    "References, translations and change marks rest on ids, so an id names one thing only. "
    "Sections, blocks with an id, figures, tables and timelines share one set of ids; sources "
    "have another, and so have the entries of each timeline and the footnotes of each section.",
    "Give one of the two another id.",
)
BAD_DATE = Code(
    "define.bad-date",
    Severity.ERROR,
    "a date that cannot be read",
    "Dates are written as ISO 8601-2 (EDTF) has them: `1991`, `2024-06`, `2024-06-18`, `1945~`, "
    "`194X`, `1950/1953`, `2000/..`, with `early`, `mid` and `late` before a period.",
    "Write the date as the hint suggests.",
)
DATE_NOT_A_DAY = Code(
    "define.date-not-a-day",
    Severity.ERROR,
    "a state of knowledge that is not a day",
    "The date of a briefing, and the `now` of a timeline, say until when the content is true. "
    "They are one day, without doubt.",
    "Write year, month and day, such as `2024-06-19`.",
)
NOW_MISSING = Code(
    "define.now-missing",
    Severity.WARNING,
    "a present that a timeline needs, and does not date",
    "A date such as `2000/..` goes on to the present, and `today` asks for a line there, but "
    "nothing ever comes from the clock. Without `now` the figure ends somewhere that nobody "
    "chose.",
    "Add `now:` to the timeline, most often with the date of the briefing.",
)
OUTSIDE_RANGE = Code(
    "define.outside-range",
    Severity.WARNING,
    "an entry outside the range of its timeline",
    "The timeline shows the stretch given by `range`, and the entry lies before or after it.",
    "Widen `range`, remove it, or take the entry out.",
)
EMPTY_TIMELINE = Code(
    "define.empty-timeline",
    Severity.ERROR,
    "a timeline without anything on it",
    "A timeline needs at least one event or span; eras are only its background.",
    "Add `events:` or `spans:`, or remove the timeline.",
)
UNKNOWN_CATEGORY = Code(
    "define.unknown-category",
    Severity.ERROR,
    "a category that the timeline does not have",
    "Categories carry the labels of the legend, so that every entry's category is one of those "
    "under `categories` of the same timeline.",
    "Correct the name, or add the category with its label.",
)
UNUSED_CATEGORY = Code(
    "define.unused-category",
    Severity.WARNING,
    "a category without any entry",
    "The legend would explain a marker that does not appear.",
    "Remove the category, or give it to an entry.",
)
NO_PASSAGES = Code(
    "define.no-passages",
    Severity.WARNING,
    "back references that nothing leads to",
    "With `back_references`, the passages that entries rest on refer back to the figure in the "
    "margin. No entry names one.",
    "Give entries the id of a paragraph under `passage`, or remove `back_references`.",
)
TO_REVIEW = Code(
    "define.to-review",
    Severity.WARNING,
    "entries that a program proposed and nobody has looked at",
    "`brief new --from` finds dates in a text and proposes entries with `review: true`. They are "
    "guesses until a person has compared them with the text; strict builds refuse them.",
    "Compare each entry with its passage, correct it, and remove `review: true`.",
)
UNKNOWN_ACTOR = Code(
    "define.unknown-actor",
    Severity.ERROR,
    "an entry with an actor that its timeline does not have",
    "An entry names an actor by its id, and the timeline has no such id under `actors`.",
    "Correct the spelling, or add the actor to the timeline.",
)
UNUSED_ACTOR = Code(
    "define.unused-actor",
    Severity.WARNING,
    "an actor that no entry of the timeline has",
    "A lane is drawn only for actors with entries, so this one appears nowhere.",
    "Give it to an entry, or remove it.",
)
NO_LANES = Code(
    "define.no-lanes",
    Severity.WARNING,
    "lanes that nothing could be sorted into",
    "The timeline asks for lanes by category or by actor, but no entry names one, so that all "
    "would stand in one lane without a heading.",
    "Give entries the field that the lanes go by, or remove `lanes`.",
)
SHAPES_ALIKE = Code(
    "define.shapes-alike",
    Severity.WARNING,
    "two categories with the same shape",
    "Categories are told apart by their shapes, since colours are lost in grey print and to many "
    "eyes. There are six; where one is given twice, the second category is drawn with another "
    "shape as long as one is free.",
    "Give each category a shape of its own, and have at most six categories.",
)
BAD_SCALE = Code(
    "define.bad-scale",
    Severity.ERROR,
    "a scale that cannot be drawn",
    "An axis has at most four stretches, so at most three breaks; breaks are dates with a "
    "beginning, in the order of time; and where shares are given, each stretch has one, and "
    "together they make 1.",
    "Correct what the message names, or leave `shares` out.",
)
BAD_BESIDE = Code(
    "define.bad-beside",
    Severity.ERROR,
    "something beside a timeline that cannot stand there",
    "What stands beside a timeline is another timeline, which has none beside it in turn: all "
    "share the axis of the one that names them.",
    "List the ids of the other timelines under `beside` of one of them.",
)
UNKNOWN_PROFILE = Code(
    "define.unknown-profile",
    Severity.ERROR,
    "a profile that does not exist",
    "A profile says what a PDF is for; only those that the hint names exist.",
    "Correct the name, or remove it from `profiles`.",
)
BAD_LANGUAGE = Code(
    "define.bad-language",
    Severity.ERROR,
    "something that is not a language tag",
    "Languages are named by BCP 47 tags: `de`, `ru`, `zh-Hans`, `pt-BR`. Names of languages, and "
    "tags with an underscore, are not understood by readers, screen readers and fonts.",
    "Write the tag, such as `ko` for Korean.",
)
LOCALE_TWICE = Code(
    "define.locale-twice",
    Severity.WARNING,
    "a locale that is named twice, or is the language of the definition",
    "`locales` are the languages that the briefing is translated into; its own language is always "
    "printed and needs no naming.",
    "Remove the tag from `locales`.",
)
DIGITS_REVERSED = Code(
    "define.digits-reversed",
    Severity.ERROR,
    "digits that run from right to left in a language that does not",
    "Arabic digits pull numbers beside them into their own direction: among Latin words, day and "
    "number of an issue would change places.",
    "Choose other digits, or remove the field. Latin digits are `latn`.",
)
UNKNOWN_MARKING = Code(
    "define.unknown-marking",
    Severity.ERROR,
    "a level that the marking regime does not have",
    "Handling markings have a legal meaning and are printed exactly as they stand. The levels of "
    "the Traffic Light Protocol 2.0 are CLEAR, GREEN, AMBER, AMBER+STRICT and RED.",
    "Write one of the levels, in capitals.",
)

_SHAPE: tuple[Code, ...] = (
    UNKNOWN_FIELD,
    MISSING_FIELD,
    EMPTY_FIELD,
    WRONG_TYPE,
    UNKNOWN_VALUE,
    OUT_OF_RANGE,
    BAD_ID,
    RESERVED_ID,
    ID_NOT_FOLDER,
    DUPLICATE_ID,
    BAD_DATE,
    DATE_NOT_A_DAY,
    NOW_MISSING,
    OUTSIDE_RANGE,
    EMPTY_TIMELINE,
    UNKNOWN_CATEGORY,
    UNUSED_CATEGORY,
    NO_PASSAGES,
    TO_REVIEW,
    UNKNOWN_ACTOR,
    UNUSED_ACTOR,
    NO_LANES,
    SHAPES_ALIKE,
    BAD_SCALE,
    BAD_BESIDE,
    UNKNOWN_PROFILE,
    BAD_LANGUAGE,
    LOCALE_TWICE,
    DIGITS_REVERSED,
    UNKNOWN_MARKING,
)

ALL: tuple[Code, ...] = (
    *define_file_codes.ALL,
    *define_table_codes.ALL,
    *_SHAPE,
    *define_text_codes.ALL,
)

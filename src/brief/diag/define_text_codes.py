"""Codes of the mistakes in texts: Markdown, citations, references and typography."""

from __future__ import annotations

from brief.diag.diagnostic import Code, Severity

FOLDED_TEXT = Code(
    "define.folded-text",
    Severity.ERROR,
    "a text of several blocks whose line ends are lost",
    "YAML joins the lines of a text unless `|` stands after the colon, so that lists, tables, "
    "headings and the empty lines between paragraphs would all run into one.",
    "Write `|` after the colon and begin the text on the next line.",
)
EMPTY_SECTION = Code(
    "define.empty-section",
    Severity.ERROR,
    "a section with nothing in it",
    "The section would be a heading with nothing below it.",
    "Write its text, or remove the section.",
)
SECTION_CONTENT = Code(
    "define.section-content",
    Severity.ERROR,
    "a section with two contents, or with none",
    "A section holds its text in the YAML (`text`), in a Markdown file (`file`), or is a timeline "
    "alone (`timeline`): one of the three.",
    "Keep one of them. To show a timeline within text, write `![](#id)` where it should stand.",
)
HEADING_LEVEL = Code(
    "define.heading-level",
    Severity.ERROR,
    "a heading of the first level within a section",
    "The title of a section is its heading of the first level; those in its text begin with `##`.",
    "Write `## Heading`, or begin a new section.",
)
HEADING_JUMP = Code(
    "define.heading-jump",
    Severity.ERROR,
    "a heading that leaves out a level",
    "Readers who listen to a document move by its headings; a level that is left out looks to "
    "them like a part that is missing, and PDF/UA forbids it.",
    "Write the heading one level below the one before it.",
)
RAW_HTML = Code(
    "define.raw-html",
    Severity.ERROR,
    "HTML in a text",
    "Texts are Markdown without HTML, since they are translated, typeset and read aloud. HTML is "
    "never interpreted.",
    "Use the Markdown that the hint names; write `\\<` for a less-than sign before a letter.",
)
BAD_FIGURE = Code(
    "define.bad-figure",
    Severity.ERROR,
    "a figure or code that cannot be written in every language",
    "What is marked as a number, percentage, sum, measure or name of a country, in brackets or by "
    "the column of its table, is put into the form of each language. For that it has to be written "
    "in one way: digits with a decimal point, or two capital letters.",
    "Write `[1234.5]{number}`, or `[KP]{name}`; in a table, the figure or code alone.",
)
UNSUPPORTED_MARKDOWN = Code(
    "define.unsupported-markdown",
    Severity.ERROR,
    "Markdown that briefings do not have",
    "Briefings consist of paragraphs, headings, lists, quotations, tables, figures and notes. "
    "Struck-out text, code blocks, rules and forced line breaks have no place in them.",
    "Write it as the hint suggests.",
)
BLOCK_NOT_HERE = Code(
    "define.block-not-here",
    Severity.ERROR,
    "a kind of block that cannot stand here",
    "Headings, tables, figures, timelines and things set apart stand in a section itself, not in "
    "a list, a quotation or one another; the summary consists of paragraphs.",
    "Move the block out of what surrounds it.",
)
MARK_NOT_HERE = Code(
    "define.mark-not-here",
    Severity.ERROR,
    "a footnote, citation, link or picture that cannot stand here",
    "Titles and labels appear again in running heads, contents and bookmarks, where notes and "
    "links have no place; footnotes belong to the text of sections alone.",
    "Move the mark into the text.",
)
NESTED_TOO_DEEPLY = Code(
    "define.nested-too-deeply",
    Severity.ERROR,
    "text nested too deeply",
    "Lists and quotations stand within one another more often than any reader could follow.",
    "Flatten the list, or divide the text into sections.",
)
MISPLACED_ID = Code(
    "define.misplaced-id",
    Severity.ERROR,
    "an id with no block to belong to",
    "`{#id}` stands alone on the line before the block that it names.",
    "Put `{#id}` on a line of its own directly before the block.",
)
BAD_ATTRIBUTE = Code(
    "define.bad-attribute",
    Severity.ERROR,
    "something in braces that is not understood",
    'Braces hold the id of a block, `{#votes}`, for tables also `caption="…"`, `note="…"` and '
    '`credit="…"`, for figures `credit="…"`, and after a bracketed text its language, '
    "`[text]{lang=ru}`.",
    "Correct the name, and put values in straight quotation marks.",
)
UNCLOSED_ASIDE = Code(
    "define.unclosed-aside",
    Severity.ERROR,
    "something set apart that does not end",
    "What begins with `::: callout` ends with `:::` on a line of its own.",
    "Add a line `:::` where the callout, margin note or pull quote ends.",
)
UNKNOWN_ASIDE = Code(
    "define.unknown-aside",
    Severity.ERROR,
    "a way of setting apart that does not exist",
    "Text can be set apart as `callout`, `margin-note` or `pull-quote`.",
    "Write one of the three after `:::`.",
)
UNEVEN_TABLE = Code(
    "define.uneven-table",
    Severity.ERROR,
    "a table whose rows differ in length",
    "Every row of a table has as many cells as its head; a missing bar moves all cells after it "
    "into the wrong column.",
    "Add or remove cells; write `\\|` for a bar within a cell.",
)
TABLE_EXPECTED = Code(
    "define.table-expected",
    Severity.ERROR,
    "a text that is not one table",
    "The text of a table under `tables` is one table with bars between its cells, and nothing "
    "else; its caption, note and credit have fields of their own.",
    "Write a head row, a row of hyphens (`|---|---|`) and the rows.",
)
MISSING_ALT = Code(
    "define.missing-alt",
    Severity.ERROR,
    "a picture without a description",
    "Readers who do not see a picture are told its description. PDF/UA asks for it.",
    "Say in a sentence what the picture shows: `![A map of the border](images/border.png)`.",
)
BAD_LINK = Code(
    "define.bad-link",
    Severity.ERROR,
    "a link that is not allowed",
    "Links lead to `https:`, `http:` and `mailto:` addresses or to an id within the briefing. "
    "Files, scripts and addresses without a scheme are refused, since they mean something else on "
    "every machine.",
    "Write the whole address, beginning with `https://`.",
)
BAD_CITATION = Code(
    "define.bad-citation",
    Severity.ERROR,
    "a citation that cannot be read",
    "A citation names sources by their ids, each with a place in it after a comma: "
    "`[@kremlin-2024, p. 3; @un-1718]`.",
    "Write it in that form.",
)
UNKNOWN_SOURCE = Code(
    "define.unknown-source",
    Severity.ERROR,
    "a source that is cited but not listed",
    "A citation or an entry of a timeline names a source that is not under `sources`.",
    "Correct the id, or add the source.",
)
UNKNOWN_REFERENCE = Code(
    "define.unknown-reference",
    Severity.ERROR,
    "a reference to something that is not there",
    "A reference names an id, and no section, figure, table, timeline or block has it.",
    "Correct the id, or give it to what is meant.",
)
UNNUMBERED_REFERENCE = Code(
    "define.unnumbered-reference",
    Severity.ERROR,
    "a reference without text to something without a number",
    "`[](#id)` prints the number of a section, figure, table or timeline, or the words of a "
    "heading. Paragraphs, lists and quotations have neither.",
    "Give the link its words: `[as shown above](#id)`.",
)
UNKNOWN_FOOTNOTE = Code(
    "define.unknown-footnote",
    Severity.ERROR,
    "a footnote mark without a footnote",
    "The text of a footnote stands in the same section as its mark, as `[^1]: text` on a line of "
    "its own.",
    "Add the line, or correct the mark.",
)
FOOTNOTE_TWICE = Code(
    "define.footnote-twice",
    Severity.ERROR,
    "a footnote with two marks",
    "A footnote is printed once, at the foot of the page on which its mark stands.",
    "Give the second mark a footnote of its own, or cite a source instead.",
)
NOT_PLACEABLE = Code(
    "define.not-placeable",
    Severity.ERROR,
    "something that cannot be placed",
    "`![](#id)` shows a figure, table or timeline that the YAML declares; the id belongs to "
    "something else.",
    "Write `[](#id)` to refer to it.",
)
PLACED_TWICE = Code(
    "define.placed-twice",
    Severity.ERROR,
    "a figure, table or timeline that is shown twice",
    "What has one number is shown once.",
    "Refer to it with `[](#id)` the second time.",
)
UNUSED_SOURCE = Code(
    "define.unused-source",
    Severity.WARNING,
    "a source that nothing rests on",
    "The source is printed in the list, but neither text nor timeline cites it.",
    "Cite it where it supports a statement, or remove it.",
)
UNUSED_FOOTNOTE = Code(
    "define.unused-footnote",
    Severity.WARNING,
    "a footnote without a mark",
    "The footnote is not printed, since no mark calls it.",
    "Put its mark into the text, or remove it.",
)
UNUSED_ELEMENT = Code(
    "define.unused-element",
    Severity.WARNING,
    "a figure, table or timeline that is not shown",
    "The YAML declares it, but no text places it.",
    "Place it with `![](#id)` alone in a paragraph, or remove it.",
)
TYPEWRITER = Code(
    "define.typewriter-character",
    Severity.WARNING,
    "a character from the typewriter",
    "Straight quotation marks, two hyphens and three dots stand for characters that typewriters "
    "did not have. Which ones are right depends on the language, so that they are never replaced "
    "silently. Code in backticks is left alone.",
    "Write the character that the hint shows.",
)
BLOCK_WITHOUT_ID = Code(
    "define.block-without-id",
    Severity.NOTE,
    "blocks without an id in a briefing that is translated",
    "Translations hang on ids. A block without one is counted (`p1`, `p2`, …), so that a new "
    "block before it takes over its translation, which then counts as out of date.",
    "Put `{#id}` on the line before each block that will stay.",
)

ALL: tuple[Code, ...] = (
    FOLDED_TEXT,
    EMPTY_SECTION,
    SECTION_CONTENT,
    HEADING_LEVEL,
    HEADING_JUMP,
    RAW_HTML,
    BAD_FIGURE,
    UNSUPPORTED_MARKDOWN,
    BLOCK_NOT_HERE,
    MARK_NOT_HERE,
    NESTED_TOO_DEEPLY,
    MISPLACED_ID,
    BAD_ATTRIBUTE,
    UNCLOSED_ASIDE,
    UNKNOWN_ASIDE,
    UNEVEN_TABLE,
    TABLE_EXPECTED,
    MISSING_ALT,
    BAD_LINK,
    BAD_CITATION,
    UNKNOWN_SOURCE,
    UNKNOWN_REFERENCE,
    UNNUMBERED_REFERENCE,
    UNKNOWN_FOOTNOTE,
    FOOTNOTE_TWICE,
    NOT_PLACEABLE,
    PLACED_TWICE,
    UNUSED_SOURCE,
    UNUSED_FOOTNOTE,
    UNUSED_ELEMENT,
    TYPEWRITER,
    BLOCK_WITHOUT_ID,
)

"""Codes of what is found while pages are laid out and written."""

from __future__ import annotations

from brief.diag.diagnostic import Code, Severity

MISSING_GLYPH = Code(
    "render.missing-glyph",
    Severity.ERROR,
    "a character that no typeface has",
    "The typefaces that are shipped have no shape for a character, so readers would see an empty "
    "box. Fonts of the machine are never used, since another machine would print another page.",
    "Replace the character, or ask for a typeface that has it.",
)
STYLE_IGNORED = Code(
    "render.style-ignored",
    Severity.WARNING,
    "a style rule without effect",
    "The engine does not understand a line of a style sheet and leaves it out.",
    "Correct the line; the engine's manual lists the properties that it knows.",
)
RESOURCE_REFUSED = Code(
    "render.resource-refused",
    Severity.ERROR,
    "something that is not part of the briefing",
    "A page may use the pictures of its definition and the fonts of its design, and nothing else: "
    "no other file, no network. What was asked for besides has not been read.",
    "Put the file into the definition's folder and declare it as a figure.",
)
DANGLING_LINK = Code(
    "render.dangling-link",
    Severity.ERROR,
    "a link to a place that does not exist",
    "A link inside the document leads to an id that no element of the page has.",
    "Correct the id, or remove the link.",
)
DUPLICATE_ANCHOR = Code(
    "render.duplicate-anchor",
    Severity.WARNING,
    "an id that is used twice",
    "Two elements of a page bear the same id, so links lead to the first of them only.",
    "Rename one of them; in a template, let the id contain that of the block.",
)
PICTURE_UNREADABLE = Code(
    "render.picture-unreadable",
    Severity.ERROR,
    "a picture that cannot be read",
    "The engine could not decode a picture, and would print the page without it.",
    "Save the picture again as PNG or JPEG.",
)
FONT_UNREADABLE = Code(
    "render.font-unreadable",
    Severity.ERROR,
    "a typeface that cannot be read",
    "A font file of the design is damaged or of a kind that cannot be embedded.",
    "Put a sound TTF file in its place, or install `brief` again.",
)
ENGINE_REMARK = Code(
    "render.engine-remark",
    Severity.WARNING,
    "a remark of the typesetting engine",
    "The engine said something that `brief` has no better words for. The page may be other than "
    "it was meant.",
    "Look at the page. If it is in order, please report the remark.",
)

ALL: tuple[Code, ...] = (
    MISSING_GLYPH,
    STYLE_IGNORED,
    RESOURCE_REFUSED,
    DANGLING_LINK,
    DUPLICATE_ANCHOR,
    PICTURE_UNREADABLE,
    FONT_UNREADABLE,
    ENGINE_REMARK,
)

"""Codes of what is found while a document is turned into a definition."""

from __future__ import annotations

from brief.diag.diagnostic import Code, Severity

DAMAGED = Code(
    "intake.damaged",
    Severity.ERROR,
    "a document that cannot be read",
    "The file is not what its content or name says, or a part of it is missing or broken.",
    "Open it in the program that it was made with, save it anew, and try again.",
)
ENCRYPTED = Code(
    "intake.encrypted",
    Severity.ERROR,
    "a document that is locked with a password",
    "What is encrypted cannot be read, and `brief` never asks for passwords.",
    "Save a copy without a password.",
)
UNKNOWN_FORMAT = Code(
    "intake.unknown-format",
    Severity.ERROR,
    "a document of a kind that is not read",
    "Plain text, Markdown, HTML, DOCX, ODT, PDF and e-mail are read, and, where pandoc is "
    "installed, everything that it reads.",
    "Save it as one of these.",
)
NO_READER = Code(
    "intake.no-reader",
    Severity.ERROR,
    "a kind of document whose reader is not installed",
    "Readers that are large or rarely needed are extras.",
    "Install the extra that the hint names, or save the document as HTML or text.",
)
TOO_LARGE = Code(
    "intake.too-large",
    Severity.ERROR,
    "a document beyond the limits",
    "Documents are read within limits of size, time and memory, so that a broken or hostile one "
    "harms nothing: 50 MB, 300 MB when unpacked, a minute, two gigabytes.",
    "Take out what is not needed, such as large pictures, or split the document.",
)
NO_TEXT = Code(
    "intake.no-text",
    Severity.ERROR,
    "a document without text",
    "Nothing in it can be read as words. Scanned pages are pictures of text.",
    "Run text recognition (OCR) first, or choose another file.",
)
LEFT_OUT = Code(
    "intake.left-out",
    Severity.NOTE,
    "something that was not taken over",
    "A definition holds text, lists, tables, notes and pictures. What has no place in it is told, "
    "so that nothing is lost unnoticed.",
    "Look into the document, and add by hand what matters.",
)
COMMENT = Code(
    "intake.comment",
    Severity.NOTE,
    "a reviewer's comment in the document",
    "Comments are not part of the text; they are told and not taken over.",
    "Settle it, or write it into the definition yourself.",
)
ENCODING = Code(
    "intake.encoding",
    Severity.NOTE,
    "an encoding that was guessed",
    "The text is not UTF-8, and does not say what it is.",
    "If letters look wrong, name the right encoding with `--encoding`.",
)
LANGUAGE_GUESSED = Code(
    "intake.language-guessed",
    Severity.NOTE,
    "a language that was guessed",
    "The document does not say which language it is written in.",
    "Name it with `--language` if the guess is wrong.",
)
LANGUAGE_UNKNOWN = Code(
    "intake.language-unknown",
    Severity.ERROR,
    "a language that could not be found out",
    "A definition needs the language of its text: quotation marks, hyphens, dates and the fonts "
    "depend on it.",
    "Name it with `--language`.",
)
NO_BASE = Code(
    "intake.no-base",
    Severity.ERROR,
    "an update of a definition that was not made from a document",
    "Updates compare the newer document with the text as it was taken in, which `brief new --from` "
    "keeps in the folder `.intake` of the definition.",
    "Begin a new definition from the document, and move your own text over.",
)
CONFLICT = Code(
    "intake.conflict",
    Severity.WARNING,
    "a passage that both you and the document have changed",
    "Your text was kept. What the document said before and what it says now stand beside it in "
    "the diff.",
    "Take the document's passage with `--take ID`, or settle it in favour of yours with "
    "`--keep ID`.",
)

ALL: tuple[Code, ...] = (
    DAMAGED, ENCRYPTED, UNKNOWN_FORMAT, NO_READER, TOO_LARGE, NO_TEXT, LEFT_OUT, COMMENT,
    ENCODING, LANGUAGE_GUESSED, LANGUAGE_UNKNOWN, NO_BASE, CONFLICT,
)  # fmt: skip

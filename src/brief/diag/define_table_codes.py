"""Codes of what is wrong with the tables that timelines take their entries from."""

from __future__ import annotations

from brief.diag.diagnostic import Code, Severity

TABLE_HEADER = Code(
    "define.table-header",
    Severity.ERROR,
    "a table whose first row does not name its columns",
    "The columns of a table are known by their names in its first row, such as `when` and "
    "`title`, and may stand in any order. Without them nothing says what a cell means.",
    "Write the names of the columns into the first row; the page on tables lists them.",
)
TABLE_SYNTAX = Code(
    "define.table-syntax",
    Severity.ERROR,
    "a table whose cells cannot be told apart",
    "A quotation mark is not closed, something stands after one, or a row has more cells than "
    "the first has names. Most often a text that holds the delimiter lacks its quotation marks, "
    "so that it falls into two cells.",
    'Put the text in quotation marks, and write a quotation mark within it twice: `"He said '
    '""no"", twice"`.',
)
TABLE_TOO_LARGE = Code(
    "define.table-too-large",
    Severity.ERROR,
    "a table that is too large",
    "A table has at most 2,000 rows and 200 columns, and the parts of a workbook have at most "
    "30 MB when they are unpacked. No timeline needs more, and files that unpack to much more "
    "than they seem to hold are a known way of doing harm.",
    "Keep the rows and columns of the timeline alone, and delete empty ones that are formatted.",
)
WORKBOOK_UNREADABLE = Code(
    "define.workbook-unreadable",
    Severity.ERROR,
    "a workbook that cannot be read",
    "The name of the file says that it is a workbook (`.xlsx`), but its content is something "
    "else, is damaged, is protected by a password, or holds what workbooks never need.",
    "Open it in a spreadsheet program and save it anew as `.xlsx` without a password, or as "
    "“CSV UTF-8”.",
)
WORKBOOK_READER = Code(
    "define.workbook-reader",
    Severity.ERROR,
    "a workbook, and no library that reads workbooks",
    "Workbooks are read by the library openpyxl, which is installed only on demand.",
    "Type `pip install 'brief[xlsx]'`, or save the table as “CSV UTF-8”.",
)
WORKBOOK_CELL = Code(
    "define.workbook-cell",
    Severity.ERROR,
    "a cell of a workbook without a value that could be printed",
    "Formulas are never calculated here; what counts is the value that the spreadsheet program "
    "saved with them. A cell has none if a program wrote the file without calculating it, and "
    "`#REF!` and the like say that the calculation failed.",
    "Open the workbook in a spreadsheet program and save it, or write the value in place of the "
    "formula.",
)
TABLE_WITHOUT_ID = Code(
    "define.table-without-id",
    Severity.NOTE,
    "a table with rows that have no id",
    "Translations, links and change marks hang on ids. A row without one gets an id made of its "
    "title or, where that has no letters a to z, of its date; whoever rewords the title makes "
    "another id and loses what hung on the first.",
    "Add a column `id`; the ids that are made now can be copied into it.",
)
TABLE_LEFT_OUT = Code(
    "define.table-left-out",
    Severity.NOTE,
    "something in a table that a timeline on paper does not show",
    "Spreadsheets made for TimelineJS hold long texts, media, links and times of day; workbooks "
    "hold further sheets. A printed timeline shows the date and title of each entry, and what "
    "else the table holds is left out.",
    "Nothing has to be done. What readers need of it belongs into the text of the briefing.",
)

ALL: tuple[Code, ...] = (
    TABLE_HEADER,
    TABLE_SYNTAX,
    TABLE_TOO_LARGE,
    WORKBOOK_UNREADABLE,
    WORKBOOK_READER,
    WORKBOOK_CELL,
    TABLE_WITHOUT_ID,
    TABLE_LEFT_OUT,
)

"""Codes of what is wrong with the files of a definition before their content is understood."""

from __future__ import annotations

from brief.diag.diagnostic import Code, Severity

MISSING_FILE = Code(
    "define.missing-file",
    Severity.ERROR,
    "a file that is not there",
    "The definition names a file that its folder does not hold. Capital and small letters count.",
    "Correct the name as the hint suggests, or put the file into the folder.",
)
FILE_OUTSIDE = Code(
    "define.file-outside",
    Severity.ERROR,
    "a file outside the folder of the definition",
    "A definition is closed: it reads the files of its own folder and nothing else, so that "
    "nothing private gets into a briefing and the folder can be moved anywhere. Paths that lead "
    "out of it, absolute paths, links to elsewhere and addresses on the network are not opened.",
    "Copy the file into the folder of the definition and name it by its path from there.",
)
BAD_PATH = Code(
    "define.bad-path",
    Severity.ERROR,
    "a file name that cannot be used",
    "File names are relative to the folder of the definition, with forward slashes and without "
    "`.` or hidden parts, so that they mean the same on every machine.",
    "Write the name as the hint suggests.",
)
FILE_KIND = Code(
    "define.file-kind",
    Severity.ERROR,
    "a file of a kind that cannot be used here",
    "Text is read from Markdown files (`.md`) and pictures from PNG and JPEG files. Folders, "
    "pipes and devices are not opened, and other formats are not trusted.",
    "Name a file of the right kind; export a picture as PNG or JPEG.",
)
FILE_TOO_LARGE = Code(
    "define.file-too-large",
    Severity.ERROR,
    "a file that is too large",
    "Text files have at most 2 MB and pictures 20 MB, more than any briefing needs.",
    "Split the text, or save the picture with fewer pixels.",
)
FILE_UNREADABLE = Code(
    "define.file-unreadable",
    Severity.ERROR,
    "a file that cannot be opened",
    "The file is there, but the system does not allow it to be read.",
    "Give yourself the right to read the file.",
)
PICTURE_UNREADABLE = Code(
    "define.picture-unreadable",
    Severity.ERROR,
    "a picture that is neither PNG nor JPEG",
    "The name of the file says PNG or JPEG, but its content is something else, or is damaged.",
    "Open the picture in an image program and export it as PNG or JPEG.",
)
PICTURE_TOO_LARGE = Code(
    "define.picture-too-large",
    Severity.ERROR,
    "a picture with too many pixels",
    "Pictures have at most 40 million pixels. On a page of A4 that is three times what can be "
    "seen, and more would only slow down everyone who opens the PDF.",
    "Save the picture with fewer pixels; 2500 across are enough for a whole page.",
)
ENCODING = Code(
    "define.encoding",
    Severity.ERROR,
    "a file that is not UTF-8",
    "Files are read as UTF-8. In another encoding the same bytes mean other letters.",
    "Save the file as UTF-8; editors offer it under “Save with encoding”.",
)
CONTROL_CHARACTER = Code(
    "define.control-character",
    Severity.ERROR,
    "a character that cannot be printed",
    "The text holds a control character, most often left over from copying out of another "
    "program. It has no shape in print and makes the PDF's metadata invalid.",
    "Delete the character at the place shown.",
)
DIRECTION_OVERRIDE = Code(
    "define.direction-override",
    Severity.ERROR,
    "an invisible character that turns the direction of text",
    "Such characters make a text look different from what it says. The direction of Arabic, "
    "Hebrew and other scripts needs none of them.",
    "Delete the character; mark a passage in another language as `[text]{lang=ar}`.",
)
TAB = Code(
    "define.tab",
    Severity.ERROR,
    "a tab",
    "Tabs look like spaces but are as wide as each program likes; YAML forbids them in "
    "indentation, and in print they have no meaning.",
    "Replace tabs by spaces. Editors can do so for a whole file and when the Tab key is pressed.",
)
YAML_SYNTAX = Code(
    "define.yaml-syntax",
    Severity.ERROR,
    "text that is not YAML",
    "The file cannot be read beyond this place. Most often a text with a colon or a leading "
    "special character needs quotation marks, a quotation mark is not closed, or a line is "
    "indented by a different number of spaces than its neighbours.",
    "Correct the line as the hint suggests.",
)
DUPLICATE_FIELD = Code(
    "define.duplicate-field",
    Severity.ERROR,
    "a field that is given twice",
    "The same name stands twice on one level, and only one of the two could be used.",
    "Remove one of the two, or rename it.",
)
YAML_TAG = Code(
    "define.yaml-tag",
    Severity.ERROR,
    "a YAML tag",
    "Texts that begin with an exclamation mark are tags in YAML, which give a value a type. "
    "Definitions need none, and none is obeyed.",
    "Remove the tag, or put a text that begins with `!` in quotation marks.",
)
YAML_MERGE = Code(
    "define.yaml-merge",
    Severity.ERROR,
    "a YAML merge key",
    "`<<:` takes over fields from elsewhere; it is no part of YAML 1.2, and whoever reads the "
    "file no longer sees what an entry holds.",
    "Write the fields out.",
)
YAML_KEY = Code(
    "define.yaml-key",
    Severity.ERROR,
    "a field name that is not a plain text",
    "Names of fields are plain texts on one line. A list or further fields cannot be a name.",
    "Put a text that begins with `[` or `{` in quotation marks.",
)
YAML_DOCUMENTS = Code(
    "define.yaml-documents",
    Severity.ERROR,
    "a second document in one file",
    "A line of three hyphens ends a YAML document; what follows would be ignored.",
    "Remove the line of hyphens, or the second document.",
)
YAML_TOO_LARGE = Code(
    "define.yaml-too-large",
    Severity.ERROR,
    "YAML that is nested too deeply or repeats itself without end",
    "Definitions have at most 32 levels and 100,000 values, counting what aliases repeat.",
    "Flatten the structure, and write repeated parts out.",
)
TEMPLATE_EXPRESSION = Code(
    "define.template-expression",
    Severity.ERROR,
    "a template expression in content",
    "Content is text and never program: `{{ … }}` and `{% … %}` would be printed as they stand, "
    "which nobody wants.",
    "Write the text itself.",
)

ALL: tuple[Code, ...] = (
    MISSING_FILE,
    FILE_OUTSIDE,
    BAD_PATH,
    FILE_KIND,
    FILE_TOO_LARGE,
    FILE_UNREADABLE,
    PICTURE_UNREADABLE,
    PICTURE_TOO_LARGE,
    ENCODING,
    CONTROL_CHARACTER,
    DIRECTION_OVERRIDE,
    TAB,
    YAML_SYNTAX,
    DUPLICATE_FIELD,
    YAML_TAG,
    YAML_MERGE,
    YAML_KEY,
    YAML_DOCUMENTS,
    YAML_TOO_LARGE,
    TEMPLATE_EXPRESSION,
)

"""Write a document as a definition: clean YAML and Markdown that a person goes on with.

Nothing is written that the document does not say. What only a person can know (summary, key
points, a date that is missing) is left open and marked by a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from brief.intake.inline_writer import escape
from brief.intake.markdown_writer import PICTURES, MarkdownWriter, write_line
from brief.intake.naming import Names
from brief.intake.sections import Section, part_sections
from brief.intake.titles import capitalise
from brief.intake.yaml_writer import block, comment, scalar
from brief.model.document import Document, Grid, Head, Para, Part, Picture, Spans
from brief.model.proposal import Origin, Proposal
from brief.model.text import FootnoteMark, plain_text

TIMELINE = "chronology"
SOURCE = "document"
_RESERVED = (TIMELINE, "summary", "key-points", "contents", "colophon", "sources", SOURCE)
_LEAST_WORDS = 3
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(slots=True)
class DefinitionWriter:
    """Writes one definition called `name`; `schema` is the address that editors are told.

    `names` can hold ids that were given before, by the blocks that keep them, and `places` the id
    and file of sections, by their number from 0.
    """

    name: str
    schema: str
    document: Document
    origin: Origin
    proposals: Sequence[Proposal] = ()
    names: Names = field(default_factory=Names)
    places: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    lead: tuple[Para, ...] = ()
    sections: tuple[Section, ...] = ()
    title: str = ""
    subtitle: str = ""

    def __post_init__(self) -> None:
        """Part the document, so that every block is one object from now on.

        A title with a colon is a title and a line below it; the source keeps it whole.
        """
        title, subtitle = part_title(self.document.title)
        self.title = title if not self.document.subtitle else self.document.title
        self.subtitle = self.document.subtitle or subtitle
        self.lead = tuple(Para(spans) for spans in self.document.lead)
        self.sections = part_sections(self.document)

    def write(self) -> dict[str, bytes]:
        """Give the files by their paths in the folder of the definition."""
        self.names.taken |= {self.name, *_RESERVED}
        files: dict[str, str] = {}
        summary = self._write_summary()
        listed = []
        waiting = [mark for spans in self.document.lead for mark in _calls_in(spans)]
        for number, section in enumerate(self.sections, start=1):
            title = write_line(section.title)
            name, file = self._place(number, section)
            files[file] = self._write_section(section, waiting, first=number == 1)
            waiting = []
            listed.append(_list_section(name, title, file, repeated=section.repeated))
        files["briefing.yaml"] = "\n".join(self._write_briefing(summary, listed)) + "\n"
        made = {path: text.encode() for path, text in files.items()}
        pictures = self.document.pictures.items()
        return made | {f"{PICTURES}/{path}": data for path, data in pictures}

    def _place(self, number: int, section: Section) -> tuple[str, str]:
        """Give the id and file of a section, those that it has or new ones."""
        if (known := self.places.get(number - 1)) is not None:
            return known
        name = self.names.take_for(plain_text(section.title), "section")
        width = len(str(len(self.sections)))
        return name, f"{number:0{width}}-{name}.md"

    def _write_section(
        self, section: Section, waiting: Sequence[FootnoteMark], *, first: bool
    ) -> str:
        """Write the text of a section, its notes at the end.

        The notes in `waiting` were called before it, where no note can be called. After the first
        paragraph of all stands the timeline; without one, the document is cited.
        """
        writer = MarkdownWriter(self.names, dict.fromkeys(self.document.notes, ""))
        blocks: list[str] = []
        for part in _place_notes(section, waiting, self.names):
            blocks += writer.write_blocks([part])
            if first and isinstance(part, Para):
                if self.proposals:
                    blocks.append(f"![](#{TIMELINE})")
                else:
                    blocks[-1] += f" [@{SOURCE}]"
                first = False
        if first and self.proposals:
            blocks.append(f"![](#{TIMELINE})")
        for number, name in enumerate(writer.called, start=1):
            blocks.append(f"[^{number}]: {self._write_note(name)}")
        return "\n\n".join(blocks) + "\n"

    def _write_note(self, name: str) -> str:
        spans = [span for part in self.document.notes[name] if isinstance(part, Para)
                 for span in part.spans]  # fmt: skip
        return MarkdownWriter(self.names).write_inline(tuple(spans), notes=False)

    def _write_summary(self) -> str:
        writer = MarkdownWriter(self.names)
        return "\n\n".join(writer.write_blocks(self.lead))

    def _write_briefing(self, summary: str, sections: Sequence[str]) -> Iterator[str]:
        document = self.document
        yield f"# yaml-language-server: $schema={self.schema}"
        yield "#"
        yield comment(
            f"Made from `{self.origin.file}`. Look at what is marked with `review`, then run "
            f"`brief check {self.name}` and `brief build {self.name}`."
        )
        yield ""
        yield f"id: {scalar(self.name)}"
        yield f"language: {scalar(document.language)}"
        yield f"title: {scalar(escape(self.title))}"
        if self.subtitle:
            yield f"subtitle: {scalar(escape(self.subtitle))}"
        yield from self._write_date()
        yield "edition: 1"
        yield from self._write_remembered()
        yield ""
        if summary:
            yield "# review: this is the lead of the document; write the summary of the briefing."
            yield f"summary: {block(summary, 2)}"
        else:
            yield "# review: the document has no lead; write a summary, or leave it out."
            yield "# summary: |"
            yield "#   …"
        yield ""
        yield "# review: what should a reader with two minutes remember?"
        yield "# key_points:"
        yield "#   - {id: …, text: …}"
        yield ""
        yield "sections:"
        yield from sections
        if self.proposals:
            yield ""
            yield from self._write_timeline()
        yield ""
        yield from self._write_source()

    def _write_date(self) -> Iterator[str]:
        date = self.document.date
        if _DAY.fullmatch(date):
            yield f"date: {date}"
            return
        known = f"The document says only {date}." if date else "The document has no date."
        yield f"date: {self.origin.day}  # review: until when is this true? {known}"

    def _write_remembered(self) -> Iterator[str]:
        """Write lines of a content system, which a briefing has no fields for."""
        if self.document.path.strip("/"):
            yield comment(f"path in the document: {self.document.path}")
        if self.document.slug:
            yield comment(f"slug in the document: {self.document.slug}")

    def _write_timeline(self) -> Iterator[str]:
        yield comment(
            "These entries were found in the text. Compare each with its passage, correct it, and "
            "remove `review: true`; strict builds refuse what nobody has looked at."
        )
        yield "timelines:"
        yield f"  {TIMELINE}:"
        yield f"    title: {scalar(escape(self.title))}"
        day = self.document.date if _DAY.fullmatch(self.document.date) else self.origin.day
        yield f"    now: {day}"
        names = Names()
        groups = (
            ("spans", [p for p in self.proposals if p.when and p.lasting]),
            ("events", [p for p in self.proposals if p.when and not p.lasting]),
            ("undated", [p for p in self.proposals if not p.when]),
        )
        for group, proposals in groups:
            if proposals:
                yield f"    {group}:"
            for proposal in proposals:
                yield from self._write_proposal(proposal, names)

    def _write_proposal(self, proposal: Proposal, names: Names) -> Iterator[str]:
        passage = self.names.take(proposal.part)
        yield f"      - id: {scalar(names.take_for(proposal.title, 'entry'))}"
        if proposal.when:
            when = scalar(proposal.when) if "," in proposal.when else proposal.when
            yield f"        when: {when}"
        yield f"        title: {scalar(escape(proposal.title))}"
        yield f"        passage: {scalar(passage)}"
        yield f"        source: {SOURCE}"
        said = f"“{' '.join(proposal.quoted.split())}”"
        derived = ", worked out from another date" if proposal.derived else ""
        yield f"        review: true  # {said}{derived}"

    def _write_source(self) -> Iterator[str]:
        document = self.document
        yield f"# The document itself; cite it as [@{SOURCE}]."
        yield "sources:"
        yield f"  - id: {SOURCE}"
        yield f"    title: {scalar(document.title)}"
        if document.authors:
            yield f"    authors: [{', '.join(map(scalar, document.authors))}]"
        if document.publisher:
            yield f"    publisher: {scalar(document.publisher)}"
        if document.date:
            yield f"    date: {document.date}"
        if document.address:
            yield f"    url: {scalar(document.address)}"
        yield f"    language: {scalar(document.language)}"
        yield f"    digest: {self.origin.digest}"


def part_title(title: str) -> tuple[str, str]:
    """Part a title at its colon, if both sides say enough to stand alone."""
    first, colon, second = title.partition(": ")
    if colon and min(len(first.split()), len(second.split())) >= _LEAST_WORDS:
        return first, capitalise(second)
    return title, ""


def _list_section(name: str, title: str, file: str, *, repeated: bool) -> str:
    remark = "  # review: the document has no heading here" if repeated else ""
    return f"  - id: {scalar(name)}\n    title: {scalar(title)}{remark}\n    file: {file}"


def _place_notes(section: Section, waiting: Sequence[FootnoteMark], names: Names) -> Iterator[Part]:
    """Let notes of headings and captions be called at the end of the paragraph that follows."""
    left = [*waiting, *_calls_in(section.title)]
    for part in section.parts:
        if isinstance(part, Para):
            yield names.pass_on(part, Para((*part.spans, *left))) if left else part
            left = []
        else:
            yield part
            left += _calls_beside(part)
    if left:
        yield Para(tuple(left))


def _calls_beside(part: Part) -> list[FootnoteMark]:
    """Give the notes that a heading or caption calls, which its Markdown cannot."""
    match part:
        case Head(_, spans) | Grid(_, _, spans) | Picture(_, _, spans):
            return _calls_in(spans)
    return []


def _calls_in(spans: Spans) -> list[FootnoteMark]:
    return [span for span in _walk(spans) if isinstance(span, FootnoteMark)]


def _walk(spans: Spans) -> Iterator[object]:
    for span in spans:
        yield span
        yield from _walk(getattr(span, "children", ()))

"""Make proposals for a timeline of what a text says about times."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from brief.intake.mentions import find_mentions
from brief.intake.titles import make_candidates
from brief.model.calendar import CivilDay
from brief.model.document import Head, Listing, Para, Part, Quotation
from brief.model.mention import Candidate, Role
from brief.model.phrases import DatePhrases
from brief.model.proposal import Proposal
from brief.model.text import plain_text

_SEAM = "\n\n"
Piece = tuple[Part, str]


def propose(
    pieces: Sequence[Piece], phrases: DatePhrases, anchor: CivilDay | None
) -> tuple[Proposal, ...]:
    """Find what texts date; each comes with the block that an entry would lead to."""
    starts, whole = [], ""
    for _, text in pieces:
        starts.append(len(whole))
        whole += text + _SEAM
    mentions = find_mentions(whole, phrases, anchor)
    made: dict[tuple[str, str], Proposal] = {}
    for candidate in make_candidates(whole, mentions, phrases):
        part, _ = pieces[bisect_right(starts, candidate.mention.start) - 1]
        proposal = _make(part, candidate)
        made.setdefault((proposal.when or proposal.quoted, proposal.title), proposal)
    return tuple(made.values())


def _make(part: Part, candidate: Candidate) -> Proposal:
    mention = candidate.mention
    return Proposal(
        part=part,
        when=mention.when,
        title=candidate.title,
        quoted=mention.quoted,
        derived=mention.derived,
        lasting=mention.role is Role.SPAN,
    )


def list_texts(part: Part) -> Iterator[str]:
    """Yield the running text of a block: its words as they are read, without notes."""
    match part:
        case Para(spans):
            yield plain_text(spans)
        case Listing(_, items):
            for item in items:
                for inner in item:
                    yield from list_texts(inner)
        case Quotation(parts):
            for inner in parts:
                yield from list_texts(inner)
        case Head():
            return

"""Write chosen line ends into a text, so that the engine breaks its lines where we want.

Nothing is added that a reader could see or copy. Where a word is divided stands U+00AD; where a
line ends earlier than the engine would end it, the spaces of the next words become U+00A0 until
these no longer fit; a hyphen that is written already is closed with U+2060 unless its line ends
there, and so are characters between which a line could end without a space. The style sheet sets
`hyphens: manual` for such a text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from brief.compose.han import breaks_between_characters, list_han_breaks
from brief.compose.hyphenation import JOINT, find_divisions
from brief.compose.linebreak import Break, Cut, Word, balance_breaks, choose_breaks
from brief.model.text import (
    Citation,
    CodeSpan,
    Emphasis,
    FootnoteMark,
    Foreign,
    Inline,
    Link,
    Reference,
    Str,
    Strong,
)

NO_BREAK = "\u00a0"
SOFT_HYPHEN = "\u00ad"
JOINER = "\u2060"
_HYPHENS = "-‐/"


@dataclass(frozen=True, slots=True)
class Face:
    """How characters stand: in what weight and slope, or as a citation or note number."""

    bold: bool = False
    italic: bool = False
    role: str = "text"


Measure = Callable[[str, Face], float]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a paragraph is set in; lengths in CSS pixels.

    `widths` measures characters in a face; `weak` words do not like the end of a line;
    `render_solid` gives the characters of a citation or reference as they are printed.
    `balanced` lines are of equal length, as titles want them, and no word is divided unless it
    is wider than a line.
    """

    measure: float
    indent: float
    language: str
    widths: Measure
    weak: frozenset[str]
    render_solid: Callable[[Inline], str]
    divide: bool = True
    balanced: bool = False


@dataclass(slots=True)
class _Leaf:
    """A run of characters with one face; `edits` replace the character at an index."""

    text: str
    face: Face
    solid: bool = False
    edits: dict[int, str] = field(default_factory=dict)
    inserts: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a word: characters `start` to `end` of a leaf."""

    leaf: _Leaf
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.leaf.text[self.start : self.end]


@dataclass(slots=True)
class _Run:
    """A word as its pieces; `space` is the leaf and index of the space before it."""

    pieces: list[_Piece] = field(default_factory=list)
    space: tuple[_Leaf, int] | None = None


def set_ragged(spans: tuple[Inline, ...], setting: Setting) -> tuple[Inline, ...] | None:
    """Give `spans` with chosen line ends, or None when they have to be left to the engine."""
    by_character = breaks_between_characters(setting.language)
    if by_character and not setting.balanced:
        return None  # the engine fills such lines as they should be
    leaves: list[_Leaf] = []
    _collect(spans, Face(), leaves, setting)
    runs = _split(leaves, by_character=by_character)
    words = [_measure_word(run, setting) for run in runs]
    if len(words) < 2 and sum(word.width for word in words) <= setting.measure:
        return None
    space = setting.widths(" ", Face())
    if setting.balanced:
        words, breaks = balance_breaks(words, setting.measure, space)
    else:
        breaks = choose_breaks(words, setting.measure, space, setting.indent)
    if breaks is None or not _encode(runs, words, breaks, space, setting):
        return None
    _close_hyphens(runs, words, breaks)
    return _rebuild(spans, iter(leaves))


def _collect(spans: tuple[Inline, ...], face: Face, leaves: list[_Leaf], setting: Setting) -> None:
    for span in spans:
        match span:
            case Str(text):
                leaves.append(_Leaf(text, face))
            case Emphasis(children):
                _collect(children, replace(face, italic=True), leaves, setting)
            case Strong(children):
                _collect(children, replace(face, bold=True), leaves, setting)
            case Link(_, children) | Foreign(_, children):
                _collect(children, face, leaves, setting)
            case CodeSpan() | Citation() | Reference() | FootnoteMark():
                role = {Citation: "citation", FootnoteMark: "note"}.get(type(span), "text")
                solid = replace(face, role=role)
                leaves.append(_Leaf(setting.render_solid(span), solid, solid=True))


def _split(leaves: list[_Leaf], *, by_character: bool) -> list[_Run]:
    """Part the leaves into words at their ordinary spaces, or also between characters."""
    runs = [_Run()]
    for leaf in leaves:
        start = 0
        glued = set(list_han_breaks(leaf.text)) if by_character and not leaf.solid else set()
        for index, char in enumerate(leaf.text):
            spaced = char == " " and not leaf.solid
            if not spaced and index not in glued:
                continue
            if index > start:
                runs[-1].pieces.append(_Piece(leaf, start, index))
            runs.append(_Run(space=(leaf, index) if spaced else None))
            start = index + 1 if spaced else index
        if start < len(leaf.text):
            runs[-1].pieces.append(_Piece(leaf, start, len(leaf.text)))
    return [run for run in runs if run.pieces]


def _measure_word(run: _Run, setting: Setting) -> Word:
    width = sum(setting.widths(piece.text, piece.leaf.face) for piece in run.pieces)
    plain = "".join(piece.text for piece in run.pieces)
    by_character = breaks_between_characters(setting.language)
    # Where there are no words to be seen, punctuation is the better end of a line.
    weak = plain.lower() in setting.weak or (by_character and plain[-1].isalnum())
    return Word(width, _cuts(run, width, setting), weak=weak, glued=run.space is None)


def _cuts(run: _Run, width: float, setting: Setting) -> tuple[Cut, ...]:
    """List where a word of one piece may be parted: at written hyphens, and by the patterns."""
    if len(run.pieces) != 1 or run.pieces[0].leaf.solid:
        return ()
    piece = run.pieces[0]
    text, face = piece.text, piece.leaf.face
    places = {index + 1: JOINT for index in _written_hyphens(text)}
    wanted = not setting.balanced or width > setting.measure
    if setting.divide and wanted and not places:
        places = dict(find_divisions(text, setting.language))
    cuts = []
    for index, penalty in sorted(places.items()):
        before = setting.widths(text[:index], face)
        hyphen = 0.0 if text[index - 1] in _HYPHENS else setting.widths("-", face)
        cuts.append(Cut(index, before + hyphen, width - before, penalty))
    return tuple(cuts)


def _written_hyphens(text: str) -> list[int]:
    """List the inner hyphens and slashes of a word after which the engine could break."""
    return [
        index
        for index, char in enumerate(text)
        if char in _HYPHENS and 0 < index < len(text) - 1 and text[index + 1].isalpha()
    ]


def _encode(
    runs: list[_Run],
    words: Sequence[Word],
    breaks: tuple[Break, ...],
    space: float,
    setting: Setting,
) -> bool:
    """Write the breaks into the leaves; False when that is not possible."""
    starts = (Break(0), *breaks[:-1])
    for number, (start, end) in enumerate(zip(starts, breaks, strict=True)):
        if end.cut >= 0:
            piece = runs[end.word].pieces[0]
            index = words[end.word].cuts[end.cut].index
            if piece.text[index - 1] not in _HYPHENS:
                piece.leaf.inserts[piece.start + index] = SOFT_HYPHEN
        elif end != breaks[-1]:
            room = setting.measure - (setting.indent if number == 0 else 0.0)
            room -= _filled(words, start, end, space)
            if not _bind(runs, words, end, breaks[number + 1], room, space):
                return False
    return True


def _filled(words: Sequence[Word], start: Break, end: Break, space: float) -> float:
    """Give the width of a line that ends between two words."""
    total = 0.0
    for number in range(start.word, end.word):
        word = words[number]
        total += space if number > start.word and not word.glued else 0.0
        whole = number != start.word or start.cut < 0
        total += word.width if whole else word.cuts[start.cut].rest
    return total


def _bind(
    runs: list[_Run], words: Sequence[Word], end: Break, following: Break, room: float, space: float
) -> bool:
    """Bind the first words of the next line until they no longer fit on this one."""
    needed = 0.0
    last = following.word if following.cut >= 0 else following.word - 1
    for number in range(end.word, last + 1):
        word = words[number]
        cut_here = number == following.word and following.cut >= 0
        needed += 0.0 if word.glued else space
        needed += word.cuts[following.cut].width if cut_here else word.width
        if needed > room:
            return True
        if number == last:
            return False
        _join(runs[number + 1])
    return False


def _join(run: _Run) -> None:
    """Let no line end before a word."""
    if run.space is not None:
        leaf, index = run.space
        leaf.edits[index] = NO_BREAK
    else:
        piece = run.pieces[0]
        piece.leaf.inserts[piece.start] = JOINER


def _close_hyphens(runs: list[_Run], words: Sequence[Word], breaks: tuple[Break, ...]) -> None:
    """Put U+2060 behind every written hyphen at which no line ends."""
    ended = {(b.word, words[b.word].cuts[b.cut].index) for b in breaks if b.cut >= 0}
    for number, run in enumerate(runs):
        for piece in run.pieces:
            if piece.leaf.solid:
                continue
            for index in _written_hyphens(piece.text):
                if (number, index + 1) not in ended:
                    piece.leaf.inserts[piece.start + index + 1] = JOINER


def _rebuild(spans: tuple[Inline, ...], leaves: Iterator[_Leaf]) -> tuple[Inline, ...]:
    """Give the spans with the edited characters; `leaves` come in document order."""
    made: list[Inline] = []
    for span in spans:
        match span:
            case Str():
                made.append(Str(_edited(next(leaves))))
            case Emphasis(children) | Strong(children) | Link(_, children) | Foreign(_, children):
                made.append(replace(span, children=_rebuild(children, leaves)))
            case _:
                next(leaves)
                made.append(span)
    return tuple(made)


def _edited(leaf: _Leaf) -> str:
    parts = []
    for index, char in enumerate(leaf.text):
        parts.append(leaf.inserts.get(index, ""))
        parts.append(leaf.edits.get(index, char))
    parts.append(leaf.inserts.get(len(leaf.text), ""))
    return "".join(parts)

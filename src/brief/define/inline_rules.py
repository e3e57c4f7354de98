"""Our rules for the inline parser: citations, notes, references, links, pictures, languages.

They replace those of CommonMark for links and pictures. What they find out about a text besides
its tokens, they leave in the `Notes` of the parse.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from markdown_it.rules_inline import StateInline, entity
from markdown_it.token import Token

from brief.define.citations import read_citation
from brief.define.decoding import find_hidden
from brief.define.fillings import Filling, fill, read_filling, refuse_attribute
from brief.define.languages import is_language, language_hint
from brief.define.links import check_target
from brief.define.problems import Problem
from brief.diag.define_codes import BAD_LANGUAGE
from brief.diag.define_text_codes import BAD_LINK, UNSUPPORTED_MARKDOWN

Rule: TypeAlias = Callable[[StateInline, bool], bool]

NOTES = "notes"

_CITATION = re.compile(r"\[@([^\[\]]*)\]")
_FOOTNOTE = re.compile(r"\[\^([^\s\[\]]+)\]")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>")
_BRACES = re.compile(r"\{([^{}]*)\}")
_LANG = re.compile(r"\s*lang\s*=\s*[\"']?([^\s\"']*)[\"']?\s*\Z")


@dataclass(slots=True)
class Notes:
    """What one parse found: problems, stretches that are not running text, foreign passages."""

    problems: list[Problem] = field(default_factory=list)
    masked: list[tuple[int, int]] = field(default_factory=list)
    foreign: list[tuple[int, int, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Bracket:
    """`[label](target "title")`: where its parts begin and end; an absent title has no length."""

    label: tuple[int, int]
    target: str
    at: tuple[int, int]
    title: tuple[int, int]
    end: int


def masking(rule: Rule) -> Rule:
    """Make a rule note the stretch that it takes."""

    def take(state: StateInline, silent: bool) -> bool:
        start = state.pos
        taken = rule(state, silent)
        if taken and not silent:
            _notes(state).masked.append((start, state.pos))
        return taken

    return take


def name_character(state: StateInline, silent: bool) -> bool:
    """Take an entity such as `&nbsp;`; one for a character that cannot be seen is reported."""
    start = state.pos
    taken = entity(state, silent)
    if taken and not silent:
        _notes(state).masked.append((start, state.pos))
        token = state.tokens[-1]
        problems = list(find_hidden(token.content.replace("\n", "\v").replace("\t", "\v")))
        _notes(state).problems += [p._replace(start=start, end=state.pos) for p in problems]
        token.content = "\ufffd" if problems else token.content
    return taken


def cite(state: StateInline, silent: bool) -> bool:
    """Take a citation, `[@id, p. 3; @other]`."""
    found = _match(_CITATION, state)
    if found is None:
        return False
    if not silent:
        cited, problems = read_citation("@" + found[1], found.start(1) - 1)
        _notes(state).problems += problems
        _push(state, "citation", found.start(), found.end(), cited=cited)
    state.pos = found.end()
    return True


def mark_footnote(state: StateInline, silent: bool) -> bool:
    """Take the mark of a footnote, `[^1]`."""
    found = _match(_FOOTNOTE, state)
    if found is None:
        return False
    if not silent:
        _push(state, "footnote", found.start(), found.end(), id=found[1])
    state.pos = found.end()
    return True


def link(state: StateInline, silent: bool) -> bool:
    """Take a link, `[text](target)`, or a reference, `[](#id)`."""
    if state.src[state.pos] != "[":
        return False
    bracket = _read_bracket(state, state.pos)
    if bracket is None:
        return False
    if not silent:
        _push_link(state, bracket)
    state.pos = bracket.end
    return True


def picture(state: StateInline, silent: bool) -> bool:
    """Take a picture or a placement, `![alt](file "caption")` or `![](#id)`."""
    start = state.pos
    if not state.src.startswith("![", start):
        return False
    bracket = _read_bracket(state, start + 1)
    if bracket is None:
        return False
    if not silent:
        _push(
            state, "picture", start, bracket.end,
            label=bracket.label, target=bracket.target, at=bracket.at, title=bracket.title,
        )  # fmt: skip
    state.pos = bracket.end
    return True


def speak(state: StateInline, silent: bool) -> bool:
    """Take a passage in another language, `[text]{lang=ru}`, or a figure, `[1234.5]{number}`."""
    start, limit = state.pos, state.posMax
    if state.src[start] != "[":
        return False
    close = state.md.helpers.parseLinkLabel(state, start, False)
    braces = _BRACES.match(state.src, close + 1, limit) if close >= 0 else None
    if braces is None:
        return False
    if not silent:
        filling = read_filling(braces[1])
        language = None if filling else _read_language(state, braces)
        _notes(state).masked.append(braces.span())
        if filling:
            _push_filling(state, filling, (start, close), braces)
        elif language:
            _notes(state).foreign.append((start, close, language))
            _push_pair(state, "foreign", start, braces.end(), (start + 1, close), language=language)
        else:
            _tokenize(state, start + 1, close)
    state.pos = braces.end()
    return True


def autolink(state: StateInline, silent: bool) -> bool:
    """Take an address in angle brackets."""
    found = _match(_AUTOLINK, state)
    if found is None:
        return False
    if not silent:
        shown = found[1]
        target = shown if ":" in shown else f"mailto:{shown}"
        problem = check_target(target, *found.span(1))
        if problem:
            _notes(state).problems.append(problem)
        _push(state, "address", found.start(), found.end(), target=target, shown=shown)
    state.pos = found.end()
    return True


def _read_language(state: StateInline, braces: re.Match[str]) -> str | None:
    notes = _notes(state)
    found = _LANG.match(braces[1])
    if found is None:
        notes.problems.append(refuse_attribute(braces[0], *braces.span()))
        return None
    if not is_language(found[1]):
        message = f"`{found[1]}` is not a language tag"
        hints = (language_hint(found[1]),)
        notes.problems.append(Problem(BAD_LANGUAGE, message, *braces.span(), hints))
        return None
    return found[1]


def _push_filling(
    state: StateInline, filling: Filling | str, label: tuple[int, int], braces: re.Match[str]
) -> None:
    start, close = label
    text = state.src[start + 1 : close]
    if isinstance(filling, str):
        made: Any = refuse_attribute(braces[0], *braces.span(), filling)
    else:
        made = fill(text, filling, start + 1)
    if isinstance(made, Problem):
        _notes(state).problems.append(made)
        _tokenize(state, start + 1, close)
    else:
        _push(state, "filling", start, braces.end(), made=made)


def _push_link(state: StateInline, bracket: _Bracket) -> None:
    start, end = state.pos, bracket.end
    notes = _notes(state)
    problem = check_target(bracket.target, *bracket.at)
    if problem:
        notes.problems.append(problem)
    if bracket.title[0] < bracket.title[1]:
        hints = ("write its words into the text",)
        message = "the title of a link is not printed"
        notes.problems.append(Problem(UNSUPPORTED_MARKDOWN, message, *bracket.title, hints))
    empty = not state.src[slice(*bracket.label)].strip()
    if empty and bracket.target.startswith("#"):
        _push(state, "reference", start, end, id=bracket.target[1:])
        return
    if empty and not problem:
        hints = ("write the words of the link between the brackets",)
        notes.problems.append(Problem(BAD_LINK, "the link has no words", start, end, hints))
    notes.masked.append((bracket.label[1], end))
    if problem:
        _tokenize(state, *bracket.label)
    else:
        _push_pair(state, "link", start, end, bracket.label, target=bracket.target)


def _read_bracket(state: StateInline, start: int) -> _Bracket | None:
    """Read what begins with a bracket at `start` and goes on with a parenthesis, if it does."""
    source, limit, helpers = state.src, state.posMax, state.md.helpers
    close = helpers.parseLinkLabel(state, start, True)
    if close < 0 or source[close + 1 : close + 2] != "(" or close + 1 >= limit:
        return None
    begin = _skip_spaces(source, close + 2, limit)
    found = helpers.parseLinkDestination(source, begin, limit)
    target, after = (found.str, found.pos) if found.ok else ("", begin)
    spaced = _skip_spaces(source, after, limit)
    title = helpers.parseLinkTitle(source, spaced, limit)
    inside, end = (spaced, spaced), spaced
    if title.ok and spaced > after:
        inside, end = (spaced + 1, title.pos - 1), _skip_spaces(source, title.pos, limit)
    if end >= limit or source[end] != ")":
        return None
    return _Bracket((start + 1, close), target, (begin, max(after, begin)), inside, end + 1)


def _skip_spaces(source: str, at: int, limit: int) -> int:
    while at < limit and source[at] == " ":
        at += 1
    return at


def _push(state: StateInline, kind: str, start: int, end: int, **meta: Any) -> Token:
    token = state.push(kind, "", 0)
    token.meta = {"start": start, "end": end, **meta}
    _notes(state).masked.append((start, end))
    return token


def _push_pair(
    state: StateInline, kind: str, start: int, end: int, inside: tuple[int, int], **meta: Any
) -> None:
    """Push an opening token, those of the text inside, and the closing one."""
    token = state.push(f"{kind}_open", "", 1)
    token.meta = {"start": start, "end": end, **meta}
    _tokenize(state, *inside)
    state.push(f"{kind}_close", "", -1)


def _tokenize(state: StateInline, start: int, end: int) -> None:
    """Parse a part of the text; the caller sets where to go on."""
    limit, state.pos, state.posMax = state.posMax, start, end
    state.md.inline.tokenize(state)
    state.posMax = limit


def _match(pattern: re.Pattern[str], state: StateInline) -> re.Match[str] | None:
    return pattern.match(state.src, state.pos, state.posMax)


def _notes(state: StateInline) -> Notes:
    notes = state.env[NOTES]
    assert isinstance(notes, Notes)
    return notes

"""What the page gets: a list in the order of time, languages, mirrored signs, noted gaps."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from brief.compose.timeline import TimelineMarkup, compose_timeline
from brief.localise.lists import find_lists
from brief.model.timeline import Form, Timeline
from tests.compose.timeline.documents import FLAGSHIP, entry, surround, text, word_all


def compose(timeline: Timeline, direction: str = "ltr") -> TimelineMarkup:
    """Compose a figure in German."""
    return compose_timeline(timeline, word_all(timeline), surround("de", direction))


@pytest.mark.parametrize("form", [Form.HORIZONTAL, Form.VERTICAL, Form.LANDSCAPE])
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_every_entry_is_an_item_with_date_and_title(form: Form, direction: str) -> None:
    """The tag tree reads date and title of every entry, in either form and direction."""
    made = compose(replace(FLAGSHIP, form=form), direction)
    assert made.form == form.value
    dates = word_all(FLAGSHIP)
    for one in (*FLAGSHIP.events, *FLAGSHIP.spans, *FLAGSHIP.eras):
        item = re.search(rf'<li [^>]*id="relations-{one.id}".*?</li>', made.html, re.S)
        assert item is not None
        words = "".join(re.sub(r"<[^>]*>", " ", item[0]).replace("\u2010", "").split())
        assert "".join(dates[f"relations/{one.id}"].split()) in words
        assert "".join(one.title.source.split()) in words


def test_a_title_in_another_language_says_so_and_its_date_does_not() -> None:
    """A text that is not yet translated carries its language; the date is the page's own."""
    foreign = replace(text("End of the Union"), language="en")
    event = replace(entry("a", "1991", "x"), title=foreign)
    html = compose(Timeline("t", text("T"), form=Form.HORIZONTAL, events=(event,))).html
    assert '<span lang="en">End of' in html
    assert re.search(r'class="tl-date"[^>]*>1991<', html)
    assert html.count("lang=") == 1


def test_signs_of_the_legend_are_mirrored() -> None:
    """What points on in time points to the left where reading goes to the left."""
    left, right = (set(compose(FLAGSHIP, d).drawings) for d in ("ltr", "rtl"))
    assert left - right
    assert right - left


@pytest.mark.parametrize(
    ("language", "weak", "lines"),
    [
        ("fr", "de des", ["de la fin des années 1940", "aux années 1970"]),
        ("es", "de la a", ["de finales de la década de 1940", "a la década de 1970"]),
        ("pt", "de a", ["do fim da década de 1940", "à década de 1970"]),
        ("ar", "من إلى", ["من أواخر الأربعينيات", "إلى سبعينيات القرن العشرين"]),
    ],
)
def test_a_long_date_breaks_between_its_ends(language: str, weak: str, lines: list[str]) -> None:
    """In the column of a list no line ends with a preposition, and no decade is torn apart."""
    spans = (entry("a", "late 194X/197X", "x"), entry("b", "1960/1980", "x"))
    timeline = Timeline("t", text("T"), form=Form.VERTICAL, spans=spans)
    around = replace(surround(language), weak=frozenset(weak.split()))
    made = compose_timeline(timeline, word_all(timeline, language), around)
    (date,) = re.findall(r'id="t-a".*?class="tl-when"[^>]*>(.*?)</span>', made.html, re.S)
    assert date.replace("\u00a0", " ").split("\n") == lines
    height = re.findall(r'id="t-a" style="min-height:([0-9.]+)px', made.html)
    assert height == ["30"]


def test_a_range_in_a_list_breaks_behind_its_dash() -> None:
    """Even where another break would be more even."""
    spans = (entry("a", "1990-09-30/late 202X", "x"),)
    timeline = Timeline("t", text("T"), form=Form.VERTICAL, spans=spans)
    dates = {"t/a": "30. September 1990\u00a0– Ende der zwanziger Jahre"}
    html = compose_timeline(timeline, dates, surround()).html
    assert "30. September 1990\u00a0–\nEnde der zwanziger Jahre<" in html


def test_gaps_are_counted_from_the_end_of_what_is_over() -> None:
    """A list notes the years between the end of a span and what follows it."""
    spans = (entry("war", "1950/1953", "Krieg"),)
    events = (entry("treaty", "1961-07-06", "Vertrag"),)
    html = compose(Timeline("t", text("T"), form=Form.VERTICAL, spans=spans, events=events)).html
    assert ">7 years<" in html


@pytest.mark.parametrize("form", list(Form))
def test_an_empty_axis_is_no_fault(form: Form) -> None:
    """Eras alone, or a single undated entry, still give a figure and a reason."""
    eras = (entry("a", "1945/1991", "Kalter Krieg"),)
    for timeline in (
        Timeline("t", text("T"), form=form, eras=eras),
        Timeline("t", text("T"), form=form, undated=(entry("u", None, "Irgendwann"),)),
    ):
        made = compose(timeline)
        assert made.form == "vertical"
        assert made.why


def test_words_are_placed_from_the_other_side() -> None:
    """In a page that runs from right to left, every word stands as far from the right edge."""
    place = re.compile(
        r'class="tl-words[^"]*"[^>]*left:([-0-9.]+)px;top:([0-9.]+)px;width:([0-9.]+)'
    )
    width = 654
    left, right = (
        [tuple(map(float, found)) for found in place.findall(compose(FLAGSHIP, direction).html)]
        for direction in ("ltr", "rtl")
    )
    assert len(left) == len(right) > 30
    for (x, y, wide), (mirrored, top, taken) in zip(left, right, strict=True):
        assert (y, wide) == (top, taken)
        assert x + wide / 2 == pytest.approx(width - (mirrored + wide / 2), abs=0.51)


def test_a_turned_page_has_no_backgrounds() -> None:
    """Drawing and signs are pictures there, since backgrounds are clipped before the turn."""
    html = compose(replace(FLAGSHIP, form=Form.LANDSCAPE)).html
    assert "background-image" not in html
    assert html.count('<img class="tl-sign"') >= 5
    assert html.count('<img class="tl-picture"') == 1
    assert html.count('alt=""') == html.count("<img")


def test_what_a_figure_shows_is_listed_as_the_language_lists() -> None:
    """The words before all statements join events and periods by the list of the language."""
    around = replace(surround("he", "rtl"), lists=find_lists("he"))
    made = compose_timeline(FLAGSHIP, word_all(FLAGSHIP), around)
    assert re.match(r"Timeline with \d+ events ו-\d+ periods\. ", made.alt)

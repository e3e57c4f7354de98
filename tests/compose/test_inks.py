"""Reading the inks of a design."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief.build.project import find_house
from brief.compose.design import load_design
from brief.compose.inks import InkMistakeError, read_inks
from brief.model.design import Tokens
from brief.model.ink import Ink


def _read(**inks: str) -> dict[str, Ink]:
    colours = {"house": "#004D5C", "twin": "#004d5c", "tint": "#eff5f7", "named": "teal"}
    return dict(read_inks(Tokens({"colour": colours, "ink": inks})))


@pytest.mark.parametrize(
    ("written", "ink"),
    [
        ("cmyk(75 0 10 75)", Ink((0.75, 0, 0.1, 0.75))),
        (" cmyk( 7.5 0 0 100 ) ", Ink((0.075, 0, 0, 1))),
        ('spot("HKS 43 K", cmyk(100 70 0 10))', Ink((1, 0.7, 0, 0.1), "HKS 43 K")),
        ('spot("P" 20%, cmyk(0 0 0 50))', Ink((0, 0, 0, 0.5), "P", 0.2)),
    ],
)
def test_an_ink_is_read(written: str, ink: Ink) -> None:
    """Process and spot colours, by the colour on the screen in small letters."""
    assert _read(house=written) == {"#004d5c": ink}


@pytest.mark.parametrize(
    ("inks", "message"),
    [
        ({"house": "cmyk(75 0 10)"}, "`house` cannot be read"),
        ({"house": 'spot("A", cmyk(1 2 3 4)'}, "cannot be read"),
        ({"house": "cmyk(1 2 3 4))"}, "cannot be read"),
        ({"house": "cmyk(175 0 10 0)"}, "has a share of `175`"),
        ({"house": "cmyk(1.2.3 0 10 0)"}, "has a share of `1.2.3`"),
        ({"house": 'spot("P" 120%, cmyk(0 0 0 50))'}, "has a share of `120`"),
        ({"hose": "cmyk(75 0 10 0)"}, "`hose` stands for no colour"),
        ({"named": "cmyk(75 0 10 0)"}, "stands for no colour"),
        ({"house": "cmyk(75 0 10 0)", "twin": "cmyk(75 0 10 1)"}, "both stand for `#004d5c`"),
    ],
)
def test_an_ink_that_cannot_be_used_is_reported(inks: dict[str, str], message: str) -> None:
    """With the name of the token and a remedy."""
    with pytest.raises(InkMistakeError) as found:
        _read(**inks)
    assert message in found.value.message
    assert found.value.hint


def test_two_colours_may_share_an_ink() -> None:
    """Nothing is wrong with two names for one colour."""
    assert len(_read(house="cmyk(1 2 3 4)", twin="cmyk(1 2 3 4)")) == 1


def test_a_changed_colour_does_not_keep_our_ink(tmp_path: Path) -> None:
    """Whoever gives a colour another value would else see the old ink in print."""
    folder = tmp_path / "policy-brief"
    folder.mkdir()
    (folder / "tokens.toml").write_text('[colour]\nhouse = "#7a1f2b"\n', encoding="utf-8")
    house = find_house()
    design = load_design("policy-brief", (tmp_path, house / "templates"), (house / "assets/fonts",))
    assert set(design.tokens.values["ink"]) == {"house-mid", "house-tint"}
    assert "#7a1f2b" not in read_inks(design.tokens)

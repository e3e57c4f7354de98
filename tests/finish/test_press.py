"""Making the file of a print shop: inks, pictures, sheets, and what is held against it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from brief.build.project import find_house
from brief.diag.collector import Collector
from brief.finish import finish_press
from brief.finish.colours import OutputProfile
from brief.finish.conditions import load_condition
from brief.finish.exchange_claims import check_exchange
from brief.model.composition import BASE_URL, Composition, Resource
from brief.model.ink import Ink
from brief.model.profile import PROFILES
from brief.render import render_composition
from tests.render.compositions import compose

CONDITION = load_condition(find_house() / "assets" / "colour")
PRESS = PROFILES["press"]
SPOT = Ink((1.0, 0.7, 0.0, 0.1), "HKS 43 K")
TINT = replace(SPOT, tint=0.2)
INKS = {"#004d5c": Ink((0.75, 0.0, 0.1, 0.75)), "#112233": SPOT, "#ddeeff": TINT}


def _press(composition: Composition) -> tuple[bytes | None, Collector]:
    composition, collector = replace(composition, inks=INKS), Collector()
    rendered = render_composition(composition, PRESS, collector)
    assert rendered is not None, collector.diagnostics
    finished = finish_press(rendered, composition, PRESS, CONDITION, collector)
    return finished and finished.data, collector


def _press_well(body: str, css: str = "", **resources: Resource) -> pikepdf.Pdf:
    named = {BASE_URL + name.replace("_", "."): item for name, item in resources.items()}
    data, collector = _press(compose(body, css, resources=named))
    assert collector.diagnostics == ()
    assert data is not None
    return pikepdf.open(io.BytesIO(data))


def _list_instructions(pdf: pikepdf.Pdf) -> list[tuple[str, list[object]]]:
    return [
        (str(item.operator), list(item.operands))  # type: ignore[union-attr]
        for item in pikepdf.parse_content_stream(pdf.pages[0])
    ]


def _list_inks(pdf: pikepdf.Pdf) -> set[tuple[float, ...]]:
    return {
        tuple(float(share) for share in operands)  # type: ignore[arg-type]
        for name, operands in _list_instructions(pdf)
        if name == "k"
    }


@pytest.mark.parametrize(
    ("colour", "ink"),
    [
        ("#000000", (0, 0, 0, 1)),
        ("#ffffff", (0, 0, 0, 0)),
        ("#004d5c", (0.75, 0, 0.1, 0.75)),
        ("device-cmyk(0 1 0 0.2)", None),
    ],
)
def test_a_colour_becomes_its_ink(colour: str, ink: tuple[float, ...] | None) -> None:
    """Pure black, paper, a token with an ink; what is in inks already stays."""
    pdf = _press_well(f'<p style="color:{colour}">Wort</p>')
    if ink is None:
        told = [ops for name, ops in _list_instructions(pdf) if name == "scn"]
        assert [float(value) for value in told[0]] == [0, 1, 0, 0.2]
    else:
        assert ink in _list_inks(pdf)


def test_a_grey_is_black_alone_and_as_light() -> None:
    """The share of black has the lightness of the grey, measured with the profile itself."""
    profile = OutputProfile(CONDITION.profile, CONDITION.max_ink)
    shares = [profile.match_grey(value) for value in range(0, 256, 15)]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] == 1
    assert shares[-1] == 0
    assert 0.6 < profile.match_grey(0x4D) < 0.8
    for ink in _list_inks(_press_well('<p style="color:#4d4d4d">Wort</p>')):
        assert ink[:3] == (0, 0, 0)


def test_other_colours_go_through_the_profile() -> None:
    """A red is magenta and yellow, and no colour has more ink than the paper takes."""
    profile = OutputProfile(CONDITION.profile, CONDITION.max_ink)
    cyan, magenta, yellow, _ = profile.convert_colour((200, 20, 30))
    assert cyan < 0.3 < 0.8 < min(magenta, yellow)
    ramp = range(0, 256, 51)
    colours = [(red, green, blue) for red in ramp for green in ramp for blue in ramp]
    most = max(sum(profile.convert_colour(colour)) for colour in colours)
    assert 2.9 < most <= CONDITION.max_ink + 0.0005  # shares are rounded


def test_a_spot_colour_has_a_plate_of_its_own() -> None:
    """Solid and tint are shares of one plate, and name what stands for it."""
    pdf = _press_well(
        '<p style="color:#112233;background:#ddeeff">Wort</p>',
    )
    told = _list_instructions(pdf)
    assert [float(operands[0]) for name, operands in told if name == "scn"] == [0.2, 1.0]  # type: ignore[arg-type]
    spaces = pdf.pages[0].Resources.ColorSpace
    plates = {str(space[1]): space for _, space in spaces.items()}
    assert set(plates) == {"/HKS 43 K", "/All"}
    assert [float(share) for share in plates["/HKS 43 K"][3].C1] == [1, 0.7, 0, 0.1]


def test_black_prints_over_and_paper_does_not() -> None:
    """Where black is set, overprinting is on; before anything light it is off again."""
    pdf = _press_well(
        '<p style="background:#004d5c;color:#fff">hell <b style="color:#000">X</b></p>'
    )
    over, seen = False, set()
    states = pdf.pages[0].Resources.ExtGState
    for name, operands in _list_instructions(pdf):
        if name == "gs" and Name.op in states[str(operands[0])]:
            over = bool(states[str(operands[0])].op)
        elif name == "k":
            ink = tuple(float(share) for share in operands)  # type: ignore[arg-type]
        elif name == "TJ":
            seen.add((ink, over))
    assert seen == {((0, 0, 0, 0), False), ((0, 0, 0, 1), True)}


def test_what_is_painted_in_a_form_overprints_only_in_black() -> None:
    """A form takes over the state around it, so it says what holds for its first colour."""
    pdf = _press_well('<p style="color:#000">a<span style="opacity:.5;color:#fff">b</span></p>')
    (form,) = (item for _, item in pdf.pages[0].Resources.XObject.items())
    names = [str(item.operator) for item in pikepdf.parse_content_stream(form)]  # type: ignore[union-attr]
    assert names.index("gs") < names.index("TJ")
    assert Name.DeviceCMYK == form.Group.CS


def _draw_picture(mode: str, colour: object) -> Resource:
    target = io.BytesIO()
    Image.new(mode, (40, 30), colour).save(target, "PNG")  # type: ignore[arg-type]
    return Resource(target.getvalue(), "image/png")


@pytest.mark.parametrize(
    ("mode", "colour", "space"),
    [
        ("RGB", (200, 20, 30), Name.DeviceCMYK),
        ("RGBA", (200, 20, 30, 128), Name.DeviceCMYK),
        ("L", 90, Name.DeviceGray),
    ],
)
def test_pictures_are_in_inks(mode: str, colour: object, space: Name) -> None:
    """Coloured pictures are separated, grey ones are printed in black."""
    pdf = _press_well('<img alt="" src="p.png">', p_png=_draw_picture(mode, colour))
    pictures = [item for _, item in pdf.pages[0].Resources.XObject.items()]
    assert [item.ColorSpace for item in pictures] == [space]
    assert Name.Interpolate not in pictures[0]
    if space == Name.DeviceCMYK:
        inks = pictures[0].read_bytes()[:4]
        assert inks[1] > 200
        assert inks[0] < 80


def test_a_gradient_runs_between_inks() -> None:
    """Both ends are inks, those of the design where it names them."""
    css = "p { background: linear-gradient(#004d5c, #ffffff) }"
    pdf = _press_well("<p>Wort</p>", css)
    shadings = [
        item.Shading if Name.Shading in item else item
        for item in pdf.objects
        if isinstance(item, Dictionary) and (Name.ShadingType in item or Name.Shading in item)
    ]
    found = [item for item in shadings if Name.ShadingType in item]
    assert found
    assert {str(item.ColorSpace) for item in found} == {"/DeviceCMYK"}


def test_a_colour_without_inks_is_refused() -> None:
    """A colour of a space that has no inks is reported, and no file is made."""
    data, collector = _press(compose('<p style="color:lab(50 40 30)">Wort</p>'))
    assert data is None
    (said,) = collector.diagnostics
    assert said.code.name == "finish.not-printable"


def test_a_page_lies_on_a_larger_sheet() -> None:
    """Trim, bleed and media box lie in one another; marks are on every plate, outside."""
    pdf = _press_well("<p>Wort</p>")
    page = pdf.pages[0].obj
    trim, bleed, media = (
        [float(side) for side in box] for box in (page.TrimBox, page.BleedBox, page.MediaBox)
    )
    assert trim[2] - trim[0] == pytest.approx(300)
    assert [trim[0] - bleed[0], bleed[3] - trim[3]] == pytest.approx([8.504, 8.504], abs=0.01)
    assert trim[0] - media[0] == pytest.approx(28.346, abs=0.01)
    marks = [ops for name, ops in _list_instructions(pdf)[-30:] if name in ("m", "l")]
    assert len(marks) == 16
    for x, y in ((float(x), float(y)) for x, y in marks):  # type: ignore[arg-type]
        assert not (bleed[0] < x < bleed[2] and bleed[1] < y < bleed[3])


def test_what_serves_a_screen_alone_is_left_out() -> None:
    """Links, bookmarks and tags are not in the file."""
    pdf = _press_well('<h1 id="a">Titel</h1><p><a href="#a">hin</a> <a href="https://a.b/">weg</a>')
    assert Name.Outlines not in pdf.Root
    assert Name.StructTreeRoot not in pdf.Root
    assert Name.Annots not in pdf.pages[0].obj


def test_the_same_file_comes_out_again() -> None:
    """Neither clock nor chance is in a file."""
    first, second = (_press(compose("<p>Wort</p>"))[0] for _ in range(2))
    assert first == second


BREAKS: dict[str, tuple[Callable[[pikepdf.Pdf], object], str]] = {
    "intent": (lambda pdf: pdf.Root.__delitem__(Name.OutputIntents), "0 output intents"),
    "profile": (
        lambda pdf: pdf.Root.OutputIntents[0].__delitem__(Name.DestOutputProfile),
        "no profile of a press",
    ),
    "trim": (lambda pdf: pdf.pages[0].obj.__delitem__(Name.TrimBox), "a box is missing on page 1"),
    "bleed": (
        lambda pdf: pdf.pages[0].obj.__setitem__(Name.BleedBox, pdf.pages[0].obj.TrimBox),
        "too narrow on page 1",
    ),
    "links": (
        lambda pdf: pdf.pages[0].obj.__setitem__(Name.Annots, Array([])),
        "annotations on page 1",
    ),
    "claim": (lambda pdf: pdf.Root.__delitem__(Name.Metadata), "XMP"),
    "trapped": (lambda pdf: pdf.docinfo.__delitem__(Name.Trapped), "trapped"),
    "colour": (
        lambda pdf: pdf.pages[0].contents_add(b"1 0 0 rg 0 0 9 9 re f"),
        "a colour is not in inks",
    ),
    "ink": (
        lambda pdf: pdf.pages[0].contents_add(b"1 1 1 1 k 0 0 9 9 re f"),
        "400% of ink, more than 300%",
    ),
    "picture": (
        lambda pdf: pdf.pages[0].Resources.__setitem__(
            Name.XObject,
            Dictionary(
                X=pdf.make_stream(
                    b"\0" * 3, Subtype=Name.Image, Width=1, Height=1, ColorSpace=Name.DeviceRGB
                )
            ),
        ),
        "a picture is not in inks",
    ),
}


@pytest.mark.parametrize("name", BREAKS)
def test_every_broken_rule_is_found(name: str) -> None:
    """A sound file passes; one that breaks a rule is found out."""
    harm, phrase = BREAKS[name]
    composition = compose("<p>Wort</p>")
    data, _ = _press(composition)
    assert data is not None
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert list(check_exchange(pdf, composition.metadata, PRESS, CONDITION)) == []
        harm(pdf)
        found = list(check_exchange(pdf, composition.metadata, PRESS, CONDITION))
    assert any(phrase in fault for fault in found), found


def test_a_profile_of_a_screen_is_refused() -> None:
    """Only a profile of four inks can be that of a press."""
    with pytest.raises(ValueError, match="not an ICC profile"):
        OutputProfile(b"no profile", 3.0)
